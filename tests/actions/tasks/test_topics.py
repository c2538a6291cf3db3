"""What a goal is about most, in the words that people type where it is asked."""

from typing import Any

import pytest

from tests.actions.talk import Talk
from tests.actions.tasks.setting_talk import LATE

SHOWN = ["Op tijd zijn en samenwerken", "Zin in werk", "Ritme in de dag"]


@pytest.fixture
def asked(agreed: Talk) -> Talk:
    """Rafiq, who is asked what his goal is about."""
    agreed.types("ik wil een doel", "set_goal").presses("Zelf een doel maken")
    agreed.types("5 dagen per week op tijd op mijn werk komen", candidates=("1.1", "5.1", "3.1.6"))
    assert agreed.said == ["utter_ask_goal_topic"]
    assert agreed.titles[:3] == SHOWN
    return agreed


def topic(talk: Talk) -> str:
    code: str = talk.dialogue.task["sketch"]["kenmerk"]
    return code


@pytest.mark.parametrize(
    ("text", "heard", "meant"),
    [
        ("op tijd zijn", {}, "1.1"),
        ("op tijd komen", {"intent": "checkin_score"}, "1.1"),
        ("Ritme.", {}, "3.1.6"),
        ("de tweede", {"intent": "choose", "instrument": "2"}, "5.1"),
        ("1", {"instrument": "1"}, "1.1"),
        ("sporten", {}, "3.4"),
        ("eten", {"intent": "out_of_scope"}, "3.4"),
    ],
)
def test_plain_words_find_it(asked: Talk, text: str, heard: dict[str, Any], meant: str) -> None:
    asked.types(text, **heard)

    assert asked.said == ["utter_ask_goal_now"]
    assert topic(asked) == meant


@pytest.mark.parametrize("intent", ["nlu_fallback", "human_contact"])
def test_words_that_name_more_are_asked(asked: Talk, intent: str) -> None:
    asked.types("bellen", intent, candidates=("5.2", "3.1.5"))

    assert asked.said == ["utter_ask_goal_topic"]
    assert asked.titles[:2] == ["Zelfvertrouwen", "Zelf dingen regelen"]
    asked.presses("Zelf dingen")
    assert topic(asked) == "3.1.4"


def test_a_single_word_that_nobody_wrote_down_is_guessed_and_asked(asked: Talk) -> None:
    asked.types("lichaam", candidates=("3.2.1", "4.3"))

    assert asked.titles[:2] == ["Lichamelijke klachten", "Kleding en uiterlijk"]


def test_a_group_by_its_name(asked: Talk) -> None:
    asked.types("gezondheid", "deny")

    assert asked.said == ["utter_scale_topics"]
    assert "Gezonder leven" in asked.titles


def test_an_amount_goes_on_with_the_likeliest(asked: Talk) -> None:
    asked.types(LATE)

    assert asked.dialogue.step not in ("goal_topic", "goal_now")
    assert asked.dialogue.task["sketch"]["now"] == LATE


@pytest.mark.parametrize("text", ["op mijn werk", "dansen met wolven"])
def test_what_names_none_is_asked_again(asked: Talk, text: str) -> None:
    asked.types(text)

    assert asked.said == ["utter_not_understood", "utter_ask_goal_topic"]
    assert asked.titles[:3] == SHOWN


def test_a_command_is_no_topic(asked: Talk) -> None:
    asked.types("stop", "stop")

    assert asked.dialogue.step == "finished"
