"""The weekly message: offered once, on the day somebody likes, paused and stopped in own words."""

from datetime import time, timedelta

import pytest

from actions.hearing import Heard
from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person
from doelenmeter import planning, states
from doelenmeter.planning import plan
from doelenmeter.prompts import claim, mark_sending, mark_sent
from doelenmeter.scores import open_check_in
from doelenmeter.tables import Goal, Kind, Party, PromptKind, Schedule
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person


def schedule(talk: Talk) -> Schedule | None:
    kind = PromptKind.DIGEST if talk.who.is_coach else PromptKind.WEEKLY
    return talk.session.get(Schedule, (person(talk), kind.value))


def set_for(talk: Talk) -> tuple[int, time]:
    row = schedule(talk)
    assert row is not None
    return row.weekday, row.at


def by_itself(intent: str, **entities: str) -> Heard:
    """What Rasa hands on when a prompt comes by itself."""
    values = {name: (value,) for name, value in entities.items()}
    return Heard(f"EXTERNAL: {intent}", intent, 1.0, pressed=False, entities=values)


@pytest.fixture
def weekly(agreed: Talk, goal: Goal) -> Talk:
    """Rafiq, who gets a message every Wednesday."""
    consent.give(agreed.session, person(agreed), Purpose.WEEKLY, now=NOW)
    planning.set_schedule(agreed.session, person(agreed), now=NOW)
    return agreed


def scored(talk: Talk) -> Talk:
    return talk.types("check-in", "checkin_start").presses("+1").presses("Sla over")


def test_after_the_first_check_in_the_message_is_offered(agreed: Talk, goal: Goal) -> None:
    scored(agreed)

    assert agreed.said[:2] == ["utter_close_less", "utter_picture"]
    assert agreed.said[-1] == "utter_ask_weekly"
    assert "Jij en je coach zien je antwoord" in agreed.text
    agreed.presses("Ja")
    assert consent.has(agreed.session, person(agreed), Purpose.WEEKLY)
    assert set_for(agreed) == (2, time(16))
    assert "woensdag om 16:00" in agreed.text


def test_a_no_sends_nothing(agreed: Talk, goal: Goal) -> None:
    scored(agreed).presses("Nee")

    assert schedule(agreed) is None
    assert agreed.said == ["utter_weekly_refused"]


def test_after_a_no_it_is_not_offered_again(agreed: Talk, goal: Goal) -> None:
    scored(agreed).presses("Nee")
    open_check_in(agreed.session, goal.id, kind=Kind.WEEKLY, now=NOW)

    assert "utter_ask_weekly" not in scored(agreed).said


def test_who_has_the_message_is_not_offered_it_again(weekly: Talk) -> None:
    assert "utter_ask_weekly" not in scored(weekly).said


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        ({"dag": "vrijdag", "tijd": "10:30"}, (4, time(10, 30))),
        ({"dag": "maandag"}, None),
        ({"tijd": "17:00"}, (2, time(17))),
        ({"dag": "morgen", "tijd": "09:00"}, (0, time(9))),
    ],
)
def test_another_day_or_time(
    weekly: Talk, entities: dict[str, str], expected: tuple[int, time] | None
) -> None:
    weekly.types("liever anders", "change_prompt_time", **entities)

    if expected is None:
        assert weekly.said == ["utter_ask_weekly_time"]
        expected = (0, time(13))
        weekly.presses("13:00")
    assert set_for(weekly) == expected


def test_day_and_time_are_asked_where_nothing_was_said(weekly: Talk) -> None:
    weekly.types("andere dag graag", "change_prompt_time").presses("Dinsdag").presses("19:00")

    assert set_for(weekly) == (1, time(19))


def test_a_day_that_was_named_is_kept_while_a_yes_is_asked(agreed: Talk, goal: Goal) -> None:
    agreed.types("elke dinsdag om 1 uur", "change_prompt_time", dag="dinsdag", tijd="13:00")

    assert agreed.said[-1] == "utter_ask_weekly"
    agreed.presses("Ja")
    assert set_for(agreed) == (1, time(13))


def test_an_evening_is_asked_once_more(weekly: Talk) -> None:
    weekly.types("om 9 uur s avonds", "change_prompt_time", tijd="21:00")

    assert weekly.said == ["utter_ask_weekly_late"]
    weekly.presses("Ja")
    row = schedule(weekly)
    assert row is not None
    assert (row.at, row.any_time) == (time(21), True)


def test_a_no_to_the_evening_asks_for_another_time(weekly: Talk) -> None:
    weekly.types("om 9 uur s avonds", "change_prompt_time", tijd="21:00").presses("Nee")

    assert weekly.said == ["utter_ask_weekly_time"]
    assert set_for(weekly) == (2, time(16))


def test_a_pause_of_some_weeks_in_own_words(weekly: Talk) -> None:
    weekly.types("even twee weken niet", "pause_prompts", max_weken="2")

    row = schedule(weekly)
    assert row is not None
    assert row.next_due is not None
    assert (row.next_due - NOW).days >= 14
    assert "2 weken" in weekly.text


def test_a_pause_without_a_time_is_asked_and_offers_a_person(weekly: Talk) -> None:
    weekly.types("het is nu te zwaar", "pause_prompts")

    assert weekly.said == ["utter_ask_pause"]
    assert "Ik wil iemand spreken" in weekly.titles
    weekly.presses("Tot ik het zeg")
    row = schedule(weekly)
    assert row is not None
    assert row.next_due is None


def test_who_has_no_message_has_nothing_to_pause(client: Talk) -> None:
    client.types("geen berichten meer", "pause_prompts")

    assert client.said[-1] == "utter_no_weekly"


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


def test_a_coach_sets_the_day_of_the_overview(coach: Talk) -> None:
    coach.types(
        "stuur het overzicht op vrijdag om 9 uur", "change_prompt_time", dag="vrijdag", tijd="09:00"
    )

    assert set_for(coach) == (4, time(9))


def test_a_coach_is_asked_for_the_score_that_the_moment_is_about(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    coach.hear(by_itself("prompt_moment", goal=str(goal.id)))

    assert coach.said[-1] == "utter_ask_score_moment"
    assert coach.dialogue.task["client_name"] == "Rafiq"


def paused(talk: Talk) -> bool:
    row = schedule(talk)
    assert row is not None
    return row.next_due is None


@pytest.mark.parametrize("words", ["Het is nu te zwaar", "het is mij te veel.", "Even rust, graag"])
def test_a_hard_time_is_answered_with_rest_and_a_person(weekly: Talk, words: str) -> None:
    weekly.hear(by_itself("prompt_weekly")).types(words, "find_instrument")

    assert weekly.said == ["utter_ask_pause"]
    assert "Ik wil iemand spreken" in weekly.titles
    weekly.presses("Tot ik het zeg")
    assert paused(weekly)


def test_without_messages_there_is_still_a_person(agreed: Talk, goal: Goal) -> None:
    agreed.types("het is nu te zwaar", "find_instrument")

    assert "utter_no_weekly" in agreed.said
    assert "Ik wil iemand spreken" in agreed.titles


def test_too_hard_as_an_answer_is_an_answer(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("0").types("het is te zwaar")

    assert agreed.said[0] == "utter_words_kept"


@pytest.mark.parametrize("words", ["even niet", "nu even niet", "Deze week niet!"])
def test_not_now_as_an_answer_to_the_question(weekly: Talk, words: str) -> None:
    weekly.hear(by_itself("prompt_weekly")).types(words)

    assert weekly.said == ["utter_ask_pause"]
    weekly.presses("1 week")
    assert weekly.said[0] == "utter_paused_one"


def test_messages_come_again_at_the_same_time(weekly: Talk) -> None:
    weekly.types("ik wil rust", "pause_prompts").presses("Tot ik het zeg")
    assert paused(weekly)
    assert "stuur weer berichten" in weekly.text
    weekly.types("stuur weer berichten", "pause_prompts")

    assert weekly.said[0] == "utter_weekly_set"
    assert "woensdag om 16:00" in weekly.text
    assert not paused(weekly)


def test_messages_come_again_only_after_a_new_yes(weekly: Talk) -> None:
    weekly.types("geen berichten meer", "pause_prompts")
    weekly.types("stuur weer berichten", "pause_prompts")
    assert weekly.said[-1] == "utter_ask_weekly"
    assert paused(weekly)
    weekly.presses("Ja")

    assert not paused(weekly)


def test_a_coach_gets_the_overview_again(coach: Talk) -> None:
    coach.types("stuur het overzicht weer", "pause_prompts")
    assert coach.said == ["utter_no_weekly"]
    coach.types("stuur weer berichten", "pause_prompts")

    assert coach.said == ["utter_ask_weekly_day"]


def test_a_moment_of_a_goal_that_ended_meanwhile_is_not_asked(
    weekly: Talk, goal: Goal, second_goal: Goal
) -> None:
    states.reach(weekly.session, goal.id, by=Party.COACH, now=NOW)
    weekly.hear(by_itself("prompt_moment", goal=str(goal.id)))
    assert weekly.said == []

    weekly.hear(by_itself("prompt_moment", goal=str(second_goal.id)))
    assert weekly.said[-1] == "utter_ask_score"


@pytest.mark.parametrize(
    ("words", "weeks"),
    [("3 weken", 3), ("een paar dagen? doe maar 10 dagen", 2), ("tot 1 januari", 6)],
)
def test_how_long_a_rest_takes_in_own_words(
    weekly: Talk, goal: Goal, words: str, weeks: int
) -> None:
    weekly.types("het is nu te zwaar", "pause_prompts")
    assert weekly.said == ["utter_ask_pause"]
    weekly.types(words, "pause_prompts")

    row = schedule(weekly)
    assert row is not None
    assert row.next_due is not None
    assert NOW + timedelta(weeks=weeks) < row.next_due <= NOW + timedelta(weeks=weeks + 1)


def test_messages_after_all_where_a_rest_was_asked(weekly: Talk, goal: Goal) -> None:
    weekly.types("te zwaar", "pause_prompts").types("stuur weer berichten", "pause_prompts")

    row = schedule(weekly)
    assert row is not None
    assert row.next_due is not None
    assert weekly.dialogue.step != "pause"
