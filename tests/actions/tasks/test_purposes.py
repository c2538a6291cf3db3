"""Counting along without a name: offered once at a good moment, kept after a yes."""

from datetime import timedelta

from caseload import consent
from caseload.models import Purpose
from doelenmeter import scores
from doelenmeter.tables import Goal, Kind
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person

OFFER = "utter_offer_figures"


def week(talk: Talk, goal: Goal, number: int, level: str) -> bool:
    """Have the check-in of a week, and tell whether counting along was offered."""
    at = NOW - timedelta(weeks=8 - number)
    opened = scores.open_check_in(talk.session, goal.id, kind=Kind.WEEKLY, now=at)
    opened.opened_at = NOW
    talk.types("check-in", "checkin_start").presses(level).presses("Sla over")
    offered = OFFER in talk.said
    if "utter_ask_weekly" in talk.said:
        talk.presses("Nee")
    return offered


def test_it_is_offered_at_the_second_step_ahead_and_never_again(agreed: Talk, goal: Goal) -> None:
    offered = [
        week(agreed, goal, number, level)
        for number, level in enumerate(["0", "+1", "0", "+2", "+2", "+3"])
    ]

    assert offered == [False, False, False, True, False, False]


def test_it_waits_for_no_answer(agreed: Talk, goal: Goal) -> None:
    assert [week(agreed, goal, number, "+1") for number in range(2)] == [False, True]
    assert agreed.dialogue.task == {}
    agreed.types("waar sta ik", "progress_show")

    assert agreed.said[0] == "utter_progress"
    assert not consent.has(agreed.session, person(agreed), Purpose.FIGURES)


def test_a_yes_is_asked_with_what_is_kept(agreed: Talk, goal: Goal) -> None:
    for number in range(2):
        week(agreed, goal, number, "+1")
    agreed.presses("Tel mij mee")
    assert agreed.said == ["utter_consent_what", "utter_ask_consent"]
    agreed.presses("Ja")

    assert "utter_counted" in agreed.said
    assert consent.has(agreed.session, person(agreed), Purpose.FIGURES)


def test_who_decided_before_is_not_asked(agreed: Talk, goal: Goal) -> None:
    consent.give(agreed.session, person(agreed), Purpose.FIGURES, now=NOW)
    consent.withdraw(agreed.session, person(agreed), Purpose.FIGURES, now=NOW)

    assert not any(week(agreed, goal, number, "+1") for number in range(3))


def test_a_fall_is_no_moment_for_it(agreed: Talk, goal: Goal) -> None:
    assert not any(week(agreed, goal, number, level) for number, level in enumerate(["+3", "+1"]))
