"""Who does not know what to say while a goal is set gets help at the same step."""

import pytest

from tests.actions.talk import Talk
from tests.actions.tasks.setting_talk import LATE, begun, texts


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("ik weet het niet", "unsure"),
        ("sorry ik zou het echt niet weten hoor", "find_instrument"),
    ],
)
def test_examples_come_at_the_same_step(agreed: Talk, words: str, intent: str) -> None:
    begun(agreed).types(words, intent)

    assert agreed.said == ["utter_goal_help", "utter_ask_goal_now"]
    assert agreed.titles[0] == "Je bent 3 keer te laat in een week."
    assert agreed.titles[-1] == "Sla over"
    agreed.types(LATE)
    assert agreed.said == ["utter_ask_goal_aim"]
    assert "3 keer per week te laat" in agreed.text
    assert agreed.titles == ["Weet ik niet"]


def test_an_example_is_taken_by_a_tap(agreed: Talk) -> None:
    begun(agreed).types("geen idee", "unsure").presses("Je bent 3 keer te laat")
    agreed.types("geen idee", "unsure").presses("Je bent 1 keer te laat")
    agreed.presses("Over 6 weken").presses("Klopt")

    assert texts(agreed)[0].startswith("Je bent 3")
    assert texts(agreed)[2].startswith("Je bent 1")


def test_who_still_does_not_know_goes_on_with_plain_words(agreed: Talk) -> None:
    begun(agreed).types("weet ik niet", "unsure").types("weet ik niet", "unsure")

    assert agreed.said == ["utter_ask_goal_aim"]
    assert "Zoals" in agreed.text


@pytest.mark.parametrize("title", ["beter worden", "iets leuks"])
def test_what_makes_a_goal_clear_is_not_passed_over(agreed: Talk, title: str) -> None:
    agreed.types(f"mijn doel is {title}", "set_goal").types("weet niet", "unsure")
    assert agreed.said == ["utter_goal_help", "utter_ask_goal_clear"]
    agreed.presses("Sla over")

    assert agreed.said == ["utter_ask_goal_clear"]


def test_who_knows_no_goal_can_still_type_one_under_the_examples(agreed: Talk) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf").types("geen idee", "unsure")
    assert agreed.said == ["utter_ask_goal_group"]
    agreed.types("op tijd op mijn werk komen", "checkin_score")

    assert agreed.dialogue.task["sketch"]["title"] == "Op tijd op mijn werk komen"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("kan jij maken", "nlu_fallback"),
        ("maak jij maar", "nlu_fallback"),
        ("weet niet, jij", "unsure"),
        ("kun jij dat doen?", "help"),
        ("bedenk maar iets", "nlu_fallback"),
        ("jij mag kiezen", "unsure"),
    ],
)
def test_who_leaves_a_level_to_the_bot_sees_what_it_proposes(
    agreed: Talk, words: str, intent: str
) -> None:
    begun(agreed).types("niet zo goed").types("veel beter").types(words, intent)

    assert agreed.said == ["utter_goal_help", "utter_ask_goal_less"]
    assert agreed.titles[0] == "Je bent 2 keer te laat in een week."
    agreed.presses("Je bent 2 keer")
    assert agreed.said == ["utter_ask_goal_more"]


@pytest.mark.parametrize("words", ["jij belt zelf", "samen iets maken", "zelf kiezen", "ik kies"])
def test_a_text_that_only_resembles_it_is_a_text(agreed: Talk, words: str) -> None:
    begun(agreed).types("niet zo goed").types("veel beter").types(words)

    assert agreed.said == ["utter_ask_goal_more"]
