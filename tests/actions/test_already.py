"""Who says again what the list keeps to is told so, and gets no other list."""

import pytest

from tests.actions.talk import DEBTS, Talk


@pytest.mark.parametrize("intent", ["refine_practical", "deny", "nlu_fallback"])
def test_a_condition(coach: Talk, intent: str) -> None:
    known = {"wanted": frozenset({DEBTS}), "form": "alone", "asked": ("form",)}
    shown = coach.advised(**known).dialogue.shown
    coach.types("liever geen groep", intent)

    assert coach.said == ["utter_explain", "utter_list_still"]
    assert "Daar let ik al op: liever alleen." in coach.text
    assert coach.dialogue.shown == shown


def test_a_topic(coach: Talk) -> None:
    coach.advised().types("schulden dus", "find_instrument", kenmerken={DEBTS: "schulden dus"})
    assert "Daar let ik al op: geldzorgen" in coach.text


def test_help_that_was_refused(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS}), unwanted=frozenset({"R01"}))
    coach.types("geen budgetcoach", ruled_out={"instrument": ("budgetcoach",)})
    assert "Daar let ik al op: geen Budgetcoach aan huis." in coach.text


def test_a_no_that_is_new_makes_the_list_anew(coach: Talk) -> None:
    coach.advised().types("geen groep", "deny")
    assert coach.known.form == "alone"
    assert coach.dialogue.seen == ()
