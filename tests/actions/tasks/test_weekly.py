"""The weekly message: offered once, and on the day and at the time that somebody likes."""

from datetime import time

import pytest

from caseload import consent
from caseload.models import Purpose
from doelenmeter.scores import open_check_in
from doelenmeter.tables import Goal, Kind
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person
from tests.actions.tasks.weekly_talk import schedule, scored, set_for


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

    assert agreed.said[-1] == "utter_ask_weekly_wish"
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


def test_a_coach_sets_the_day_of_the_overview(coach: Talk) -> None:
    coach.types(
        "stuur het overzicht op vrijdag om 9 uur", "change_prompt_time", dag="vrijdag", tijd="09:00"
    )

    assert set_for(coach) == (4, time(9))


def test_another_wish_is_put_in_the_question(agreed: Talk, goal: Goal) -> None:
    agreed.types("elke dinsdag na 7", "change_prompt_time", dag="dinsdag", tijd="19:00")
    assert "Jij en je coach zien je antwoord" in agreed.text
    assert "hoe het gaat, op dinsdag om 19:00?" in agreed.text
    agreed.types("nee liever zondag avond", "change_prompt_time", dag="zondag")

    assert agreed.text == "Mag ik je elke week vragen hoe het gaat, op zondag om 19:00?"
    agreed.types("ja", "affirm")
    assert set_for(agreed) == (6, time(19))


def test_a_wish_after_the_first_check_in_is_heard(agreed: Talk, goal: Goal) -> None:
    scored(agreed).types("dan om 3 uur graag", "deny", tijd="15:00")
    assert agreed.text.endswith("hoe het gaat, om 15:00?")
    agreed.types("vrijdag", "nlu_fallback", dag="vrijdag").presses("Ja")

    assert set_for(agreed) == (4, time(15))


def test_after_something_else_the_whole_of_it_is_told_again(agreed: Talk, goal: Goal) -> None:
    agreed.types("op dinsdag", "change_prompt_time", dag="dinsdag")
    agreed.types("liever zondag", "change_prompt_time", dag="zondag")
    agreed.types("wie kan dit zien?", "privacy_question")

    assert agreed.said[1:] == ["utter_consent_what", "utter_ask_weekly_wish"]


def test_a_no_without_a_wish_is_a_no(agreed: Talk, goal: Goal) -> None:
    agreed.types("op dinsdag", "change_prompt_time", dag="dinsdag").types("nee", "deny")

    assert agreed.said == ["utter_weekly_refused"]
    assert schedule(agreed) is None


SCHOOL = "ik wil om 9 uur de kinderen naar school brengen"


def test_a_time_of_somebodys_day_changes_no_message(weekly: Talk) -> None:
    before = set_for(weekly)
    weekly.at("open").types(SCHOOL, "change_prompt_time", tijd="09:00")

    assert set_for(weekly) == before
    assert "Ik wil mijn bericht op een andere tijd" in weekly.titles
    weekly.presses("Ik wil mijn bericht")
    assert set_for(weekly) == (before[0], time(9))


@pytest.mark.parametrize(
    "text", ["stuur het bericht voortaan maar liever om 9 uur", "vraag het me om 9 uur", "om 9 uur"]
)
def test_who_names_the_message_or_only_a_time_changes_it_at_once(weekly: Talk, text: str) -> None:
    weekly.at("open").types(text, "change_prompt_time", tijd="09:00")

    assert set_for(weekly)[1] == time(9)


def test_an_unsure_time_is_asked_back(weekly: Talk) -> None:
    before = set_for(weekly)
    weekly.at("open").types("om 9 uur", "change_prompt_time", confidence=0.5, tijd="09:00")

    assert set_for(weekly) == before


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("vrijdag half negen", "08:30", time(8, 30)),
        ("vrijdag om 8 uur", "08:00", time(8)),
        ("vrijdag om 7 uur 's ochtends", "07:00", time(7)),
    ],
)
def test_an_early_hour_is_the_morning_and_needs_no_question(
    weekly: Talk, text: str, said: str, expected: time
) -> None:
    weekly.types(text, "change_prompt_time", dag="vrijdag", tijd=said)

    assert weekly.said == ["utter_weekly_set"]
    row = schedule(weekly)
    assert row is not None
    assert (row.weekday, row.at, row.any_time) == (4, expected, True)


def test_so_it_is_for_the_overview_of_a_coach(coach: Talk) -> None:
    coach.types("maandag om 8 uur", "change_prompt_time", dag="maandag", tijd="08:00")

    assert set_for(coach) == (0, time(8))


def test_a_time_written_in_full_is_that_time(weekly: Talk) -> None:
    weekly.types("liever maandag om 06:14 uur", "change_prompt_time", dag="maandag", tijd="06:14")
    assert weekly.said == ["utter_ask_weekly_late"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("[19:00]", time(19)), ("[07:00]", time(7)), ("'s avonds", time(19)), ("ochtend", time(7))],
)
def test_an_hour_that_may_be_two_is_asked(weekly: Talk, answer: str, expected: time) -> None:
    weekly.types("om 7 uur", "change_prompt_time", tijd="07:00")
    assert weekly.said == ["utter_ask_weekly_half"]
    assert weekly.titles == ["07:00", "19:00"]
    if answer.startswith("["):
        weekly.presses(answer.strip("[]"))
    else:
        weekly.types(answer)

    assert set_for(weekly) == (2, expected)


def test_another_hour_where_the_half_of_the_day_is_asked(weekly: Talk) -> None:
    weekly.types("om 7 uur", "change_prompt_time", tijd="07:00")
    weekly.types("doe maar 10 uur", "change_prompt_time", tijd="10:00")

    assert set_for(weekly) == (2, time(10))


def test_a_night_is_still_asked_once_more(weekly: Talk) -> None:
    weekly.types("om 5 uur 's ochtends", "change_prompt_time", tijd="05:00")

    assert weekly.said == ["utter_ask_weekly_late"]


def test_who_goes_through_the_days_of_the_week_moves_no_message(weekly: Talk) -> None:
    before = set_for(weekly)
    week = "maandag laat, dinsdag laat, woensdag goed"
    weekly.at("open").types(week, "change_prompt_time", dag="woensdag")

    assert set_for(weekly) == before
    weekly.presses("Ik vertel hoe het ging")
    assert weekly.said == ["utter_ask_score"]


@pytest.mark.parametrize("text", ["niet maandag maar dinsdag", "liever dinsdag dan maandag"])
def test_one_of_two_days_is_the_day_of_the_message(weekly: Talk, text: str) -> None:
    weekly.at("open").types(text, "change_prompt_time", dag="dinsdag", tijd="10:00")

    assert set_for(weekly) == (1, time(10))
