"""Small talk and news while a goal is set are asked back, and kept after a yes only."""

import pytest

from tests.actions.talk import Talk
from tests.actions.tasks.setting_talk import begun


def titled(talk: Talk) -> str:
    return str(talk.dialogue.task.get("sketch", {}).get("title", ""))


def asked(talk: Talk) -> Talk:
    return talk.types("ik wil een doel", "set_goal").presses("Zelf een doel maken")


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("mijn zoon is ziek", "out_of_scope"),
        ("pff het regent hier", "out_of_scope"),
        ("de coach is te laat", "find_instrument"),
        ("ik heb slecht geslapen", "checkin_score"),
        ("mijn fiets is gestolen", "find_instrument"),
        ("trein had vertraging", "find_instrument"),
        ("wat een rotdag", "frustration"),
        ("ik ben blij", "thanks"),
        ("mooi weer he", "out_of_scope"),
    ],
)
def test_it_is_no_goal_without_a_yes(agreed: Talk, words: str, intent: str) -> None:
    asked(agreed).types(words, intent)

    assert agreed.said == ["utter_ask_goal_meant"]
    assert words in agreed.text
    assert titled(agreed) == ""
    agreed.presses("Nee")
    assert agreed.said == ["utter_ask_goal_title"]
    agreed.types("op tijd komen", "checkin_score")
    assert titled(agreed) == "Op tijd komen"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("op tijd komen", "checkin_score"),
        ("huiswerk maken", "out_of_scope"),
        ("mijn huis opruimen", "out_of_scope"),
        ("niet ziek melden", "deny"),
        ("ik ben op tijd op mijn werk", "checkin_score"),
        ("2 keer per week zwemles", "out_of_scope"),
        ("ik wil een schoon huis", "nlu_fallback"),
        ("minder zitten", "frustration"),
        ("geen schulden meer", "deny"),
    ],
)
def test_a_goal_is_not_asked_back(agreed: Talk, words: str, intent: str) -> None:
    asked(agreed).types(words, intent)

    assert "utter_ask_goal_meant" not in agreed.said
    assert titled(agreed)


def test_after_a_yes_it_is_the_goal(agreed: Talk) -> None:
    asked(agreed).types("mijn huis is schoon", "out_of_scope").presses("Ja, dat hoort erbij")

    assert titled(agreed) == "Mijn huis is schoon"


def test_the_goal_itself_may_come_instead_of_a_yes_or_no(agreed: Talk) -> None:
    asked(agreed).types("mijn zoon is ziek", "out_of_scope").types("op tijd komen")

    assert titled(agreed) == "Op tijd komen"


def test_news_is_no_way_of_measuring_and_no_place(agreed: Talk) -> None:
    agreed.types("mijn doel is beter worden", "set_goal").types("het regent hier", "out_of_scope")
    assert agreed.said == ["utter_ask_goal_meant"]
    agreed.types("nee", "deny").presses("Weet ik niet").presses("Weet ik niet")
    assert agreed.said == ["utter_ask_goal_where"]
    agreed.types("mijn zoon is ziek", "out_of_scope")
    assert agreed.said == ["utter_ask_goal_meant"]
    agreed.types("bij de voetbal", "out_of_scope")

    assert agreed.dialogue.task["sketch"]["setting"] == "Bij de voetbal"


def test_of_a_level_any_words_are_the_text(agreed: Talk) -> None:
    begun(agreed, "rustig blijven op mijn werk").types("mijn baas is boos", "out_of_scope")

    assert agreed.said == ["utter_ask_goal_aim"]
