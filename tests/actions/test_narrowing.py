"""What is taken in over a list is said in a few words, and how it goes again."""

import pytest

from tests.actions.talk import DEBTS, Talk

ASKED = ("route", "form", "max_wait", *"abc")


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("max 6 maanden", {"max_weken": "26"}, "hooguit 26 weken"),
        ("start in januari", {"start": "januari"}, "start binnen 10 weken"),
        ("in Tiel", {"gemeente": "Tiel"}, "in Tiel"),
    ],
)
def test_a_limit_over_a_list_is_said_and_goes_with_a_tap(
    visitor: Talk, text: str, value: dict[str, str], said: str
) -> None:
    before = visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).known
    visitor.types(text, "refine_practical", **value)
    assert visitor.said[:2] == ["utter_noted", "utter_advice"]
    assert f"dat neem ik mee: {said}." in visitor.text
    assert visitor.titles[0] == f"Zonder: {said}"

    visitor.presses("Zonder: ")
    assert (
        visitor.known.to_json().items()
        >= {name: getattr(before, name) for name in ("gemeente", "max_weeks", "max_wait")}.items()
    )
    assert visitor.said == ["utter_advice"]


def test_a_limit_beside_a_new_topic_is_said_too(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED)
    visitor.types(
        "ook iets met taal, max 6 maanden",
        "refine_practical",
        kenmerken={"1.3.2": "taal"},
        max_weken="26",
    )
    assert "utter_also_heard" in visitor.said
    assert "dat neem ik mee: hooguit 26 weken." in visitor.text


def test_where_nothing_fits_the_limit_is_named_once(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED)
    visitor.types("in een groep in Zaltbommel", "refine_practical", gemeente="Zaltbommel")
    assert visitor.said == ["utter_nothing_fits"]
    assert visitor.text.count("in Zaltbommel") == 1


def test_a_coach_sees_it_over_the_list_and_reads_it_once(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS})).types("max 6 maanden", max_weken="26")
    assert coach.said == ["utter_understood", "utter_advice"]
    assert "✕ hooguit 26 weken" in coach.titles


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("max 500 euro", {"max_kosten": "500"}),
        ("het moet gratis zijn", {"max_kosten": "0"}),
        ("kan het goedkoper", {}),
        ("te duur", {}),
    ],
)
def test_a_client_for_whom_all_is_free_gets_no_limit_in_euros(
    visitor: Talk, text: str, value: dict[str, str]
) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED)
    known, shown = visitor.known, visitor.dialogue.shown
    visitor.types(text, "refine_practical", **value)
    assert visitor.said == ["utter_free_for_you", "utter_list_still"]
    assert (visitor.known, visitor.dialogue.shown) == (known, shown)
    assert not any("€" in title for title in visitor.titles)
    assert "€" not in visitor.text
