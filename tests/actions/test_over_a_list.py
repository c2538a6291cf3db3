"""A few words over a list: one topic only, not that one, two at once, a bare number."""

import pytest

from tests.actions.talk import APPLYING, DEBTS, Talk


@pytest.mark.parametrize("intent", ["refine_practical", "find_instrument", "nlu_fallback"])
def test_only_one_topic_lets_the_others_go(coach: Talk, intent: str) -> None:
    coach.advised(wanted=frozenset({DEBTS, APPLYING}))
    coach.types("alleen schulden", intent, kenmerken={DEBTS: "schulden"})
    assert coach.said[0] == "utter_taken_away"
    assert coach.known.wanted == {DEBTS}
    assert coach.known.form is None


@pytest.mark.parametrize("intent", ["deny", "refine_practical", "find_instrument", "nlu_fallback"])
def test_not_this_topic_lets_it_go(coach: Talk, intent: str) -> None:
    coach.advised(wanted=frozenset({DEBTS, APPLYING}))
    coach.types("niet schulden", intent, kenmerken={DEBTS: "schulden"})
    assert coach.said[0] == "utter_taken_away"
    assert coach.known.wanted == {APPLYING}


def test_to_have_no_money_takes_debts_not_away(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS, APPLYING}))
    coach.types("geen geld", "find_instrument", kenmerken={DEBTS: "geen geld"})
    assert coach.known.wanted == {DEBTS, APPLYING}


@pytest.mark.parametrize("text", ["alleen online", "alleen thuis"])
def test_only_in_a_way_is_not_alone(coach: Talk, text: str) -> None:
    coach.advised().types(text, "refine_practical")
    assert coach.known.form is None


@pytest.mark.parametrize("intent", ["choose", "compare", "nlu_fallback"])
def test_two_at_once_are_not_chosen(visitor: Talk, intent: str) -> None:
    visitor.advised().types("ik kies 1 en 2", intent, instrument=("1", "2"))
    assert visitor.said[0] == "utter_one_choice"
    assert "één tegelijk" in visitor.text
    assert visitor.dialogue.chosen is None
    visitor.types("1", "choose", instrument="1")
    assert visitor.said == ["utter_ask_argument"]


@pytest.mark.parametrize("intent", ["choose", "refine_practical"])
def test_a_reason_of_one_word_is_a_reason(visitor: Talk, intent: str) -> None:
    visitor.advised().types("ik kies 1 want dichtbij", intent)
    assert visitor.dialogue.step == "chosen"


@pytest.mark.parametrize("intent", ["rate_instrument", "add_instrument"])
def test_a_bare_number_is_no_word_on_the_help(coach: Talk, intent: str) -> None:
    coach.at("open").types("9", intent)
    assert not {"utter_catalogue_keepers", "utter_for_coaches"} & set(coach.said)
    assert coach.dialogue.step == "open"
