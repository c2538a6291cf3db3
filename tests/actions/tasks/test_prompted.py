"""The question that comes by itself: to whom, about which goal, and what answers it."""

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person
from doelenmeter import states
from doelenmeter.planning import plan
from doelenmeter.prompts import claim, mark_sending, mark_sent
from doelenmeter.tables import Goal, Party
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person
from tests.actions.tasks.weekly_talk import by_itself, schedule


def test_the_message_asks_how_it_went(weekly: Talk, goal: Goal) -> None:
    weekly.hear(by_itself("prompt_weekly"))

    assert weekly.said[-2:] == ["utter_prompt_weekly", "utter_ask_score"]
    assert "Rafiq" in weekly.text
    assert weekly.titles[0].startswith("-1")


def test_a_button_of_the_message_still_works_days_later(weekly: Talk, goal: Goal) -> None:
    weekly.hear(by_itself("prompt_weekly"))
    button = next(button for button in weekly.buttons if button.title.startswith("+2"))
    weekly.at("open").sends(button.payload)

    assert weekly.said == ["utter_score_kept", "utter_ask_helped"]


def test_a_button_for_the_goal_of_another_finds_nothing(
    weekly: Talk, coach: Talk, goal: Goal
) -> None:
    rival = add_person(weekly.session, role=Role.CLIENT, name="Noor", now=NOW)
    goal.client_id = rival.id
    weekly.at("open").sends(f'/checkin_score{{"level": "1", "goal": "{goal.id}"}}')

    assert weekly.said[0] == "utter_not_there"


def test_somebody_without_a_goal_hears_nothing(client: Talk) -> None:
    client.at("open").hear(by_itself("prompt_weekly"))

    assert client.said == []


def test_stop_to_the_message_asks_once_what_is_meant(weekly: Talk, goal: Goal) -> None:
    weekly.hear(by_itself("prompt_weekly")).types("stop", "stop")

    assert weekly.said == ["utter_ask_stop_weekly"]
    weekly.presses("Alleen deze week niet")
    row = schedule(weekly)
    assert row is not None
    assert row.next_due is not None
    assert weekly.said == ["utter_not_this_week"]


def test_no_more_messages_takes_the_yes_back(weekly: Talk, goal: Goal) -> None:
    weekly.hear(by_itself("prompt_weekly")).types("stop", "stop").presses("Geen berichten meer")

    assert not consent.has(weekly.session, person(weekly), Purpose.WEEKLY)
    row = schedule(weekly)
    assert row is not None
    assert row.next_due is None


def test_an_answer_takes_the_reminder_away(weekly: Talk, goal: Goal) -> None:
    row = schedule(weekly)
    assert row is not None
    row.next_due = NOW
    plan(weekly.session, now=NOW)
    (sent,) = claim(weekly.session, now=NOW)
    mark_sending(weekly.session, sent, now=NOW)
    mark_sent(weekly.session, sent, now=NOW)
    weekly.hear(by_itself("prompt_weekly")).presses("+1")

    weekly.session.expire_all()
    assert row.next_due is not None
    assert claim(weekly.session, now=row.next_due) == ()


def test_a_text_that_looks_like_a_prompt_is_only_text(weekly: Talk) -> None:
    weekly.types("EXTERNAL: prompt_weekly", confidence=0.3)

    assert "utter_prompt_weekly" not in weekly.said


def test_a_coach_is_asked_for_the_score_that_the_moment_is_about(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    coach.hear(by_itself("prompt_moment", goal=str(goal.id)))

    assert coach.said[-1] == "utter_ask_score_moment"
    assert coach.dialogue.task["client_name"] == "Rafiq"


def test_a_moment_of_a_goal_that_ended_meanwhile_is_not_asked(
    weekly: Talk, goal: Goal, second_goal: Goal
) -> None:
    states.reach(weekly.session, goal.id, by=Party.COACH, now=NOW)
    weekly.hear(by_itself("prompt_moment", goal=str(goal.id)))
    assert weekly.said == []

    weekly.hear(by_itself("prompt_moment", goal=str(second_goal.id)))
    assert weekly.said[-1] == "utter_ask_score"
