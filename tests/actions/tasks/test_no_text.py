"""What plainly is no level, where one is asked: answered as what it is, and asked again."""

import pytest

from doelenmeter.tables import Goal
from tests.actions.talk import Talk
from tests.actions.tasks.setting_talk import LATE, begun


def at_a_level(talk: Talk) -> Talk:
    begun(talk, "rustig blijven op mijn werk").types("ik schreeuw").types("ik loop even weg")
    assert talk.said == ["utter_ask_goal_less"]
    return talk


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("wat bedoel je", "nlu_fallback"),
        ("wat bedoel je?", "out_of_scope"),
        ("hoezo", "nlu_fallback"),
        ("hoe bedoelt u", "find_instrument"),
        ("wat moet ik hier typen", "help"),
        ("is dit verplicht", "nlu_fallback"),
        ("voor wie is dit?", "find_instrument"),
    ],
)
def test_a_question_is_no_level(agreed: Talk, words: str, intent: str) -> None:
    at_a_level(agreed)
    for _ in range(2):
        agreed.types(words, intent)
        assert agreed.said[-1] == "utter_ask_goal_less"
    assert "less" not in agreed.dialogue.task["sketch"]["words"]


def test_who_asks_what_is_meant_hears_it_and_sees_examples(agreed: Talk) -> None:
    at_a_level(agreed).types("wat bedoel je")

    assert "zin over hoe een week kan gaan" in agreed.text
    assert agreed.titles[-1] == "Sla over"
    assert len(agreed.titles) > 1


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1 mei", "2027-05-01"),
        ("eind maart", "2027-03-31"),
        ("over 3 maanden", "2027-02-22"),
        ("volgende maand", "2026-12-22"),
    ],
)
def test_a_day_is_kept_as_the_day(agreed: Talk, words: str, day: str) -> None:
    at_a_level(agreed).types(words)
    assert agreed.said == ["utter_goal_day_kept", "utter_ask_goal_less"]
    agreed.types("ik schreeuw soms").presses("Weet ik niet").presses("Weet ik niet")

    assert agreed.said == ["utter_scale_read_back"]
    assert agreed.dialogue.task["sketch"]["target"] == day


@pytest.mark.parametrize("words", ["ok", "oké dan", "is goed", "ja", "klopt", "ga verder"])
def test_a_word_that_tells_nothing_is_answered(agreed: Talk, words: str) -> None:
    at_a_level(agreed).types(words, "affirm")

    assert agreed.said == ["utter_goal_no_text", "utter_ask_goal_less"]


@pytest.mark.parametrize(
    "words",
    ["wat minder ruzie", "2 keer?", "3 weken", "4/5", "op maandag en dinsdag", "in de zomer niet"],
)
def test_what_may_be_a_level_is_one(agreed: Talk, words: str) -> None:
    at_a_level(agreed).types(words)
    if agreed.said[0] == "utter_goal_help":  # a doubtful answer is doubted once
        agreed.types(words)

    assert agreed.said == ["utter_ask_goal_more"]


@pytest.mark.parametrize("words", ["1 mei", "wat is dit", "ok"])
def test_neither_is_it_how_it_goes_now_or_what_is_wanted(agreed: Talk, words: str) -> None:
    begun(agreed).types(words)
    assert agreed.said[-1] == "utter_ask_goal_now"
    agreed.types(LATE).types(words)

    assert agreed.said[-1] == "utter_ask_goal_aim"


def test_nor_a_new_text(agreed: Talk, goal: Goal) -> None:
    agreed.types("mijn doel moet anders", "set_goal").presses("De naam van het doel")
    agreed.types("wat bedoel je")

    assert agreed.said == ["utter_explain", "utter_ask_goal_new_text"]
