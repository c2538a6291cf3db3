"""What a client thinks of the help itself reaches the coach, and nothing is kept unconfirmed."""

import pytest
from sqlalchemy import select

from doelenmeter import scores
from doelenmeter.tables import Goal, Kind, Party, Remark
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person

HARD = "de taalcursus is veel te moeilijk voor mij"


def words(talk: Talk) -> list[tuple[str, str]]:
    return [(row.topic, row.words) for row in talk.session.scalars(select(Remark))]


def test_a_sentence_about_the_help_is_read_back_and_then_kept(agreed: Talk, goal: Goal) -> None:
    agreed.types(HARD, "rate_instrument")
    assert agreed.said[-1] == "utter_ask_help_check"
    assert HARD in agreed.text
    assert words(agreed) == []
    agreed.presses("Ja, dat mag")

    assert agreed.said[0] == "utter_help_told"
    assert words(agreed) == [("instrument", HARD)]


@pytest.mark.parametrize("answer", ["Nee, liever niet", None])
def test_without_a_yes_nothing_is_kept(agreed: Talk, goal: Goal, answer: str | None) -> None:
    agreed.types(HARD, "rate_instrument")
    if answer:
        agreed.presses(answer)
        assert agreed.said[0] == "utter_help_not_told"
    else:
        agreed.types("stop", "stop")

    assert words(agreed) == []


def test_a_mark_alone_is_asked_for_words(agreed: Talk, goal: Goal) -> None:
    agreed.types("een 8", "rate_instrument")
    assert agreed.said[-1] == "utter_ask_instrument"
    agreed.types("de jobcoach luistert goed", "rate_instrument")

    assert words(agreed) == [("instrument", "de jobcoach luistert goed")]
    assert agreed.dialogue.task == {}


def test_who_has_no_goal_or_is_a_coach_hears_who_keeps_the_list(
    agreed: Talk, coach: Talk, visitor: Talk
) -> None:
    for talk in (agreed, coach, visitor):
        talk.types(HARD, "rate_instrument")
        assert talk.said[0] == "utter_catalogue_keepers"

    assert words(agreed) == []


@pytest.mark.parametrize("kind", [Kind.PROGRESS, Kind.END])
def test_half_way_and_at_the_end_the_client_is_asked(agreed: Talk, goal: Goal, kind: Kind) -> None:
    goal.instrument = "R01"
    scores.open_check_in(agreed.session, goal.id, kind=kind, now=NOW)
    agreed.types("check-in", "checkin_start").presses("+1").presses("Sla over")
    assert agreed.said == ["utter_ask_help"]
    assert "Budgetcoach aan huis" in agreed.text
    agreed.types("ze is heel geduldig", "rate_instrument")

    assert words(agreed) == [("instrument", "ze is heel geduldig")]
    assert "utter_picture" in agreed.said


def test_nobody_has_to_say_anything_of_it(agreed: Talk, goal: Goal) -> None:
    goal.instrument = "R01"
    scores.open_check_in(agreed.session, goal.id, kind=Kind.PROGRESS, now=NOW)
    agreed.types("check-in", "checkin_start").presses("+1").types("veel geoefend")
    agreed.presses("Sla over")

    assert words(agreed) == [("helped", "veel geoefend")]
    assert "utter_picture" in agreed.said


def test_a_weekly_check_in_a_coach_and_a_goal_without_help_are_not_asked(
    agreed: Talk, coach: Talk, goal: Goal
) -> None:
    goal.instrument = "R01"
    agreed.types("check-in", "checkin_start").presses("+1").presses("Sla over")
    assert "utter_picture" in agreed.said
    scores.open_check_in(agreed.session, goal.id, kind=Kind.PROGRESS, now=NOW)
    coach.types("score voor Rafiq", "checkin_score").presses("+1").presses("Sla over")
    assert "utter_picture" in coach.said
    goal.instrument = None
    agreed.types("check-in", "checkin_start").presses("+1").presses("Sla over")

    assert "utter_picture" in agreed.said


def test_client_and_coach_read_what_was_said_where_the_goal_stands(
    agreed: Talk, coach: Talk, goal: Goal
) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").types("mijn zus belt me elke ochtend")
    agreed.types(HARD, "rate_instrument").presses("Ja, dat mag")
    coach.types("waar staat Rafiq", "progress_show", client="Rafiq")

    assert coach.said == ["utter_progress", "utter_said_info"]
    assert coach.text.splitlines()[-2:] == [
        "• 22 nov 2026, de cliënt: “mijn zus belt me elke ochtend”",
        f"• 22 nov 2026, de cliënt over de hulp: “{HARD}”",
    ]
    agreed.types("waar sta ik", "progress_show")
    assert "jij over de hulp" in agreed.text


def test_words_at_a_score_moment_wait_for_the_own_score(
    agreed: Talk, coach: Talk, goal: Goal
) -> None:
    opened = scores.open_check_in(agreed.session, goal.id, kind=Kind.PROGRESS, now=NOW)
    agreed.types("check-in", "checkin_start").presses("+3").types("het gaat vanzelf nu")
    coach.types("waar staat Rafiq", "progress_show", client="Rafiq")
    assert "vanzelf" not in coach.text
    coach.types("overzicht", "caseload_overview")
    assert "vanzelf" not in coach.text
    scores.give(coach.session, opened.id, by=Party.COACH, person_id=person(coach), level=1, now=NOW)

    coach.types("waar staat Rafiq", "progress_show", client="Rafiq")
    assert "vanzelf" in coach.text
