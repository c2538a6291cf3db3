"""A bare number at a question presses the button in that place; over a list it is of the list."""

import pytest

from tests.actions.talk import DEBTS, Talk


@pytest.mark.parametrize("intent", ["choose", "checkin_score", "nlu_fallback"])
@pytest.mark.parametrize("text", ["2", "nummer 2", "knop 2"])
def test_the_second_button_of_a_question(visitor: Talk, text: str, intent: str) -> None:
    visitor.asked("route").types(text, intent, instrument="2", level="2")
    assert visitor.known.route == "B"

    visitor.asked("form").types(text, intent, instrument="2", level="2")
    assert visitor.known.form == "group"

    visitor.asked("kenmerk:4.1").types(text, intent, instrument="2", level="2")
    assert "4.1" in visitor.known.refused


@pytest.mark.parametrize("weeks", [1, 3, 4])
def test_where_weeks_are_asked_it_is_so_many(visitor: Talk, coach: Talk, weeks: int) -> None:
    visitor.asked("max_wait").types(str(weeks), "choose", instrument=str(weeks))
    assert visitor.known.max_wait == weeks

    coach.asked("max_weeks").types(str(weeks), "choose", instrument=str(weeks))
    assert coach.known.max_weeks == weeks


def test_the_places_have_numbers_once_they_are_shown(visitor: Talk) -> None:
    visitor.asked("gemeente").types("Utrecht", "out_of_scope")
    third = visitor.titles[2]
    visitor.types("3", "choose", instrument="3")
    assert visitor.known.gemeente == third


@pytest.mark.parametrize("number", ["0", "4", "9"])
def test_a_number_without_an_answer_answers_nothing(visitor: Talk, number: str) -> None:
    visitor.asked("route").types(number, "choose", instrument=number)
    assert visitor.known.route is None
    assert not visitor.known.open


def test_under_a_list_the_number_is_of_the_list(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.at("question", question="form", shown=shown).types("1", "choose", instrument="1")
    assert visitor.dialogue.chosen == shown[0]


@pytest.mark.parametrize("text", ["de 2", "knop 2", "2 beter", "die 2 is goed"])
def test_over_a_list_a_number_with_a_word_before_it_is_no_score(visitor: Talk, text: str) -> None:
    shown = visitor.advised(wanted=frozenset({DEBTS})).dialogue.shown
    visitor.types(text, "checkin_score", level="2")
    assert visitor.said == ["utter_details"]
    assert visitor.dialogue.focus == shown[1]
