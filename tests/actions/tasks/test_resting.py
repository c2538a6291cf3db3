"""No messages for a while, in own words, and messages again."""

from datetime import timedelta

import pytest

from doelenmeter.tables import Goal
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.weekly_talk import by_itself, paused, schedule


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


WISHES = [
    "stuur mij elke week bericht",
    "kan je me iedere week een berichtje sturen",
    "ik wil elke week een vraag",
    "stuur wekelijks een bericht",
]


@pytest.mark.parametrize("intent", ["pause_prompts", "nlu_fallback", "change_prompt_time"])
@pytest.mark.parametrize("words", WISHES)
def test_a_wish_for_messages_ends_a_pause(weekly: Talk, words: str, intent: str) -> None:
    weekly.types("ik wil rust", "pause_prompts").presses("Tot ik het zeg")
    weekly.types(words, intent)

    assert weekly.said[0] == "utter_weekly_set"
    assert not paused(weekly)


def test_it_ends_a_pause_of_weeks_as_well(weekly: Talk) -> None:
    weekly.types("even vier weken niet", "pause_prompts", max_weken="4")
    weekly.types("stuur mij elke week bericht", "pause_prompts")

    row = schedule(weekly)
    assert row is not None
    assert row.next_due is not None
    assert row.next_due <= NOW + timedelta(weeks=1)


@pytest.mark.parametrize("words", WISHES)
def test_who_has_the_message_hears_when_it_comes(weekly: Talk, words: str) -> None:
    weekly.types(words, "pause_prompts")

    assert weekly.said == ["utter_weekly_is_on"]
    assert "woensdag om 16:00" in weekly.text


def test_who_has_none_is_asked_for_a_yes(agreed: Talk, goal: Goal) -> None:
    agreed.types("stuur mij elke week bericht", "pause_prompts")

    assert agreed.said[-1] == "utter_ask_weekly"


@pytest.mark.parametrize(
    "words", ["ik wil niet elke week een bericht", "stuur geen vraag per week"]
)
def test_who_wants_none_is_not_sent_any(weekly: Talk, words: str) -> None:
    weekly.types(words, "pause_prompts")

    assert weekly.said == ["utter_ask_pause"]


@pytest.mark.parametrize(
    "words",
    [
        "ik wil 5 dagen per week op tijd komen",
        "graag een cursus van 1 dag per week",
        "ik vraag me af hoeveel uur per week",
    ],
)
def test_what_somebody_does_each_week_asks_for_no_messages(weekly: Talk, words: str) -> None:
    weekly.types(words, "set_goal")

    assert weekly.dialogue.task["name"] == "set_goal"
