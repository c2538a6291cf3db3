"""What comes between while a goal is set: steps back, questions, stopping, danger, hostile text."""

import pytest

from caseload.models import Role
from caseload.people import add_person
from doelenmeter import goals
from doelenmeter.library import load
from doelenmeter.tables import Goal, Party
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.setting_talk import LATE, begun, goals_in


def test_a_word_that_people_are_told_to_say_is_no_text(agreed: Talk, goal: Goal) -> None:
    begun(agreed).types("check-in", "checkin_start")

    assert "utter_ask_score" in agreed.said


def test_one_question_back_and_the_first_leaves(agreed: Talk) -> None:
    begun(agreed).types(LATE)
    agreed.types("stap terug", "step_back")
    assert agreed.said == ["utter_step_back", "utter_ask_goal_now"]
    for _ in range(3):
        agreed.types("stap terug", "step_back")
    assert agreed.dialogue.step == "goal_begin"
    agreed.types("stap terug", "step_back")

    assert agreed.dialogue.task == {}
    assert agreed.dialogue.step == "open"


@pytest.mark.parametrize(
    ("text", "intent", "answer"),
    [
        ("wie kan dit zien?", "privacy_question", "utter_privacy"),
        ("wat is een kenmerk", "explain_term", "utter_explain"),
        ("ben jij een computer?", "bot_challenge", None),
    ],
)
def test_a_question_in_between_comes_back(
    agreed: Talk, text: str, intent: str, answer: str | None
) -> None:
    begun(agreed).types(text, intent)

    assert answer is None or agreed.said[0] == answer
    assert agreed.said[-1] == "utter_ask_goal_now"
    agreed.types(LATE)
    assert agreed.said == ["utter_ask_goal_aim"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik wil stoppen met te laat komen", "stop"),
        ("opnieuw beginnen met werken", "restart"),
        ("nooit meer ruzie", "frustration"),
        ("blijer worden", "thanks"),
        ("mijn doel is minder ruzie", "set_goal"),
    ],
)
def test_a_goal_is_no_command(agreed: Talk, text: str, intent: str) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf een doel maken")
    agreed.types(text, intent)

    assert agreed.dialogue.task["sketch"]["title"]


@pytest.mark.parametrize("text", ["stop", "ik wil stoppen", "stop met dit gesprek"])
def test_a_short_stop_still_stops_and_nothing_is_kept(agreed: Talk, text: str) -> None:
    begun(agreed).types(LATE).types(text, "stop")

    assert agreed.dialogue.step == "finished"
    assert goals_in(agreed) == []


def test_danger_stops_it_and_the_goal_waits(agreed: Talk) -> None:
    begun(agreed).types("soms wil ik dood", "crisis")

    assert agreed.said[0] == "utter_crisis"
    assert agreed.dialogue.step == "danger"
    assert "dood" not in str(agreed.dialogue.task)


def test_another_task_in_between_loses_nothing(agreed: Talk, goal: Goal) -> None:
    begun(agreed).types("waar sta ik", "goals_list")

    assert agreed.said == ["utter_scale_goal", "utter_ask_goal_now"]
    agreed.types(LATE)
    assert agreed.said == ["utter_ask_goal_aim"]


@pytest.mark.parametrize("text", ["👍🎉", "!!!", "   ", "***"])
def test_signs_alone_are_no_goal(agreed: Talk, text: str) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf een doel maken").types(text)

    assert agreed.said[0] == "utter_not_understood"
    assert agreed.dialogue.step == "goal_title"


def test_markup_is_text(agreed: Talk) -> None:
    begun(agreed, "<b>vaak</b> {goal} **op tijd** op mijn werk").types("<script>3 keer")
    agreed.types("1 keer per week").presses("Over 6 weken").presses("Klopt")

    wording = goals.latest(agreed.session, goals_in(agreed)[0].id)
    assert wording.title == "<b>vaak</b> {goal} op tijd op mijn werk"


def test_somebody_elses_goal_or_a_standard_that_is_not_there(agreed: Talk, coach: Talk) -> None:
    stranger = add_person(agreed.session, role=Role.CLIENT, name="Noor", now=NOW)
    words = goals.propose(
        agreed.session,
        client_id=stranger.id,
        by=Party.CLIENT,
        person_id=stranger.id,
        draft=load()["1.1-a"].draft(),
        kenmerk="1.1",
        start_date=NOW.date(),
        target_date=NOW.date().replace(year=2027),
        now=NOW,
    )
    for payload in (
        f'set_goal{{"goal": "{words.goal_id}"}}',
        f'goals_list{{"goal": "{words.goal_id}"}}',
    ):
        agreed.sends(f"/{payload}")
        assert agreed.said[-1] == "utter_not_there"
        coach.sends(f"/{payload}")
        assert "utter_not_there" in coach.said
    agreed.sends('/set_goal{"standard": "9.9-z"}')
    assert agreed.said == ["utter_ask_goal_begin_empty"]


@pytest.mark.parametrize("first", ["nee, liever niet", None])
def test_after_danger_the_question_comes_again_before_an_answer_counts(
    agreed: Talk, first: str | None
) -> None:
    begun(agreed).types("ik wil niet meer", "crisis")
    if first:
        agreed.types(first, "deny")
        assert agreed.said == ["utter_after_danger"]
    agreed.types(LATE, "checkin_score")

    assert agreed.said == ["utter_this_was_asked", "utter_ask_goal_now"]
    agreed.types(LATE)
    assert agreed.said == ["utter_ask_goal_aim"]


def test_an_answer_that_was_no_danger_is_one_after_all(agreed: Talk) -> None:
    begun(agreed).types("ik slaap door de wekker heen", "crisis").presses("Er is geen gevaar")

    assert agreed.said == ["utter_explain", "utter_ask_goal_aim"]


def test_after_danger_no_score_is_stored_by_what_is_typed(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("ik wil niet meer", "crisis")
    agreed.types("+1", "checkin_score", level="1")

    assert agreed.said[-1] == "utter_ask_score"
    agreed.types("+1", "checkin_score", level="1")
    assert agreed.said[0] == "utter_score_kept"
