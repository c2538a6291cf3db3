"""Another day for a goal that there is, in the few words that people use for it."""

import pytest

from doelenmeter import goals
from doelenmeter.tables import Goal
from tests.actions.talk import Talk
from tests.actions.tasks.setting_talk import goals_in


@pytest.mark.parametrize(
    ("words", "intent", "day"),
    [
        ("einddatum van het doel van Rafiq naar 1 maart", "set_goal", "1 maart 2027"),
        ("zet datum doel op 1 mei", "set_goal", "1 mei 2027"),
        ("einddatum Rafiq 1 juni", "nlu_fallback", "1 juni 2027"),
        ("deadline doel naar eind mei", "set_goal", "31 mei 2027"),
        ("verleng doel rafiq 3 maanden", "set_goal", "1 mei 2027"),
        ("schuif de einddatum van Rafiq op naar juni", "set_goal", "30 juni 2027"),
    ],
)
def test_a_coach_moves_the_day(coach: Talk, goal: Goal, words: str, intent: str, day: str) -> None:
    coach.types(words, intent, client="Rafiq")

    assert coach.said[-1] == "utter_scale_read_back"
    assert f"De dag is {day}" in coach.text
    coach.presses("Klopt").types("meer tijd nodig")
    assert len(goals_in(coach)) == 1
    assert goals.latest(coach.session, goal.id).reason == "meer tijd nodig"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("kan de datum van mijn doel later", "set_goal"),
        ("kan mijn doel later?", "set_goal"),
        ("wijzig datum", "add_instrument"),
        ("ik heb meer tijd nodig voor mijn doel", "set_goal"),
    ],
)
def test_a_client_is_asked_which_day(agreed: Talk, goal: Goal, words: str, intent: str) -> None:
    agreed.types(words, intent)
    assert agreed.said[-1] == "utter_ask_goal_when"
    agreed.types("over een maand of 3")

    assert "22 februari 2027" in agreed.text


def test_later_is_later_than_the_day_it_was(agreed: Talk, goal: Goal) -> None:
    agreed.types("mijn doel 2 maanden later", "set_goal")

    assert "1 april 2027" in agreed.text


def test_a_day_is_corrected_where_the_goal_is_read_back(agreed: Talk, goal: Goal) -> None:
    agreed.types("einddatum naar 1 mei", "set_goal").types("nee, datum naar 1 juni", "set_goal")

    assert "1 juni 2027" in agreed.text


@pytest.mark.parametrize(
    "words", ["nieuw doel: op tijd slapen, einddatum 1 mei", "doel: elke dag later naar bed"]
)
def test_a_new_goal_with_a_day_changes_no_other(agreed: Talk, goal: Goal, words: str) -> None:
    agreed.types(words, "set_goal")

    assert agreed.dialogue.task["sketch"]["goal"] is None


def test_without_a_goal_there_is_no_day_to_move(agreed: Talk) -> None:
    agreed.types("wijzig datum", "nlu_fallback")

    assert agreed.dialogue.task == {}


def test_who_does_not_know_another_day_keeps_the_old_one(agreed: Talk, goal: Goal) -> None:
    agreed.types("kan de datum van mijn doel later", "set_goal").types("weet ik niet", "unsure")

    assert agreed.said == ["utter_scale_read_back"]
    assert "1 februari 2027" in agreed.text
    agreed.presses("Klopt")
    assert agreed.said == ["utter_goal_unchanged"]


def test_the_words_of_a_button_may_be_typed(agreed: Talk, goal: Goal) -> None:
    agreed.types("einddatum naar 1 mei", "set_goal").types("toch niet", "nlu_fallback")

    assert agreed.said == ["utter_goal_unchanged"]


def test_a_day_that_the_other_has_not_agreed_to_is_no_fact(coach: Talk, goal: Goal) -> None:
    coach.types("einddatum van het doel van Rafiq naar 1 maart", "set_goal", client="Rafiq")
    coach.presses("Klopt").types("meer tijd nodig").presses("Nee")
    coach.types("welke doelen heeft rafiq", "goals_list", client="Rafiq")

    assert coach.said == ["utter_scale_goal"]
    assert "wat nieuw is wacht op een ja" in coach.text
