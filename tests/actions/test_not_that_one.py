"""One of the list is too dear, too long, or does not please: it goes."""

import pytest

from tests.actions.talk import DEBTS, STRESS, Talk, card

ASKED = ("route", "gemeente", "form", "max_wait", "kenmerk:1.6", "kenmerk:5.2")
IN_TIEL = {"wanted": frozenset({DEBTS}), "gemeente": "Tiel", "asked": ASKED}


def test_the_one_that_is_too_dear_makes_a_limit_that_leaves_it_out(coach: Talk) -> None:
    shown = coach.advised(wanted=frozenset({STRESS})).dialogue.shown
    second = card(coach, shown[1])
    coach.types("die tweede is te duur", instrument="2", aspect="kosten")

    assert second.cost_per_person is not None
    assert coach.known.max_cost == second.cost_per_person - 1
    assert coach.said[0] == "utter_noted"
    assert second.code not in coach.dialogue.shown


@pytest.mark.parametrize("intent", ["choose", "instrument_details", "refine_practical"])
def test_the_one_that_is_too_long_is_not_chosen_whatever_it_sounds_like(
    visitor: Talk, intent: str
) -> None:
    shown = visitor.advised(wanted=frozenset({STRESS}), asked=ASKED).dialogue.shown
    first = card(visitor, shown[0])
    visitor.types("de eerste is me te lang", intent, instrument="1", aspect="duur")

    assert first.duration_weeks is not None
    assert visitor.known.max_weeks == first.duration_weeks - 1
    assert f"hooguit {first.duration_weeks - 1} weken" in visitor.text
    assert first.code not in visitor.dialogue.shown


def test_without_a_known_price_only_that_one_goes_with_the_reason(coach: Talk) -> None:
    shown = coach.advised(wanted=frozenset({DEBTS}), gemeente="Tiel").dialogue.shown
    unknown = next(code for code in shown if card(coach, code).cost_per_person is None)
    number = str(shown.index(unknown) + 1)
    coach.types(f"nummer {number} is te duur", instrument=number)

    assert coach.known.unwanted == {unknown}
    assert coach.known.max_cost is None
    assert f"**{card(coach, unknown).kind}** haal ik weg, want jij vindt die te duur" in coach.text


def test_too_dear_is_free_for_a_client_and_leaves_the_list_as_it_is(visitor: Talk) -> None:
    shown = visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).dialogue.shown
    visitor.types("die tweede is te duur", instrument="2", aspect="kosten")

    assert visitor.said[0] == "utter_free_for_you"
    assert visitor.dialogue.shown == shown
    assert not visitor.known.unwanted


def test_a_question_whether_it_is_too_dear_is_no_condition(coach: Talk) -> None:
    coach.advised(wanted=frozenset({STRESS}))
    coach.types("is de tweede te duur?", "instrument_details", instrument="2", aspect="kosten")
    assert coach.said == ["utter_aspect"]
    assert coach.known.max_cost is None


@pytest.mark.parametrize("intent", ["choose", "deny", "instrument_details", "nlu_fallback"])
@pytest.mark.parametrize(
    "text",
    [
        *("de eerste is niets voor mij", "de eerste past niet", "die eerste wil ik niet"),
        "de eerste is niks",
    ],
)
def test_one_that_does_not_please_goes_and_is_not_chosen(
    visitor: Talk, text: str, intent: str
) -> None:
    shown = visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).dialogue.shown
    visitor.types(text, intent, instrument="1")
    assert visitor.dialogue.chosen is None
    assert visitor.known.unwanted == {shown[0]}


def test_why_one_does_not_fit_is_a_question(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED)
    visitor.types("waarom past de eerste niet", "why_this", instrument="1")
    assert not visitor.known.unwanted


@pytest.mark.parametrize("intent", ["correct_score", "nlu_fallback", "rate_instrument"])
def test_a_number_that_is_not_good_is_no_score(visitor: Talk, intent: str) -> None:
    shown = visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).dialogue.shown
    visitor.types("1 is niet goed", intent, level="1")
    assert visitor.known.unwanted == {shown[0]}


@pytest.mark.parametrize("text", ["in een groep past niet bij mij", "een groep is niets voor mij"])
def test_who_says_no_to_a_group_gets_none(visitor: Talk, text: str) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).types(text, "refine_practical")
    assert visitor.known.form == "alone"
