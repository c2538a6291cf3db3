from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from caseload import consent
from caseload.conversations import account, conversation
from caseload.models import Channel, Purpose, Role
from caseload.people import add_person, link
from caseload.requests import request_person
from doelenmeter import planning, scores
from doelenmeter.digest import Move, Week, weeks
from doelenmeter.prompt_tables import PromptKind, Sending
from doelenmeter.prompts import ask
from doelenmeter.tables import Kind, Party
from tests.doelenmeter.conftest import NOW, People, agreed_goal

WEEK = timedelta(days=7)


@pytest.fixture
def goal(session: Session, people: People) -> int:
    consent.give(session, people.client, Purpose.GOALS, now=NOW)
    return agreed_goal(session, people).id


def score(
    session: Session,
    people: People,
    goal: int,
    level: int,
    at: datetime,
    by: Party = Party.CLIENT,
    kind: Kind = Kind.WEEKLY,
) -> None:
    opened = [c for c in scores.open_check_ins(session, goal) if c.opened_at == at]
    check_in = opened[0] if opened else scores.open_check_in(session, goal, kind=kind, now=at)
    scores.give(session, check_in.id, by=by, person_id=people.of(by), level=level, now=at)


def only(session: Session, people: People, now: datetime = NOW) -> Week:
    (found,) = weeks(session, people.coach, now=now)
    return found


def test_without_a_yes_nothing_is_known_but_the_name(session: Session, people: People) -> None:
    goal = agreed_goal(session, people).id
    score(session, people, goal, 1, NOW)

    week = only(session, people)
    assert (week.name, week.consents, week.goals, week.answered) == ("Rafiq", False, 0, False)


@pytest.mark.parametrize(("last", "moved"), [(2, Move.UP), (0, Move.DOWN), (1, None)])
def test_who_answered_and_which_way_it_went(
    session: Session, people: People, goal: int, last: int, moved: Move | None
) -> None:
    score(session, people, goal, 1, NOW - WEEK)
    assert not only(session, people).answered
    score(session, people, goal, last, NOW)

    week = only(session, people)
    assert (week.answered, week.moved, week.quiet) == (True, moved, moved is None)
    assert only(session, people, NOW + 2 * WEEK).moved is None


def test_the_own_score_of_a_coach_answers_for_nobody(
    session: Session, people: People, goal: int
) -> None:
    assert only(session, people).own is None
    score(session, people, goal, 1, NOW - WEEK, by=Party.COACH)
    before = only(session, people)
    assert before.own
    assert (before.own.level, before.own_now, before.quiet) == (1, False, True)
    score(session, people, goal, 2, NOW, by=Party.COACH)

    week = only(session, people)
    assert week.own
    assert (week.own.level, week.own_now, week.answered, week.quiet) == (2, True, False, False)


def test_a_score_that_the_coach_may_not_see_yet_is_not_told(
    session: Session, people: People, goal: int
) -> None:
    score(session, people, goal, 1, NOW - WEEK)
    score(session, people, goal, 3, NOW, kind=Kind.PROGRESS)

    assert only(session, people).moved is None


def test_two_levels_apart_is_named_until_both_agree_better(
    session: Session, people: People, goal: int
) -> None:
    for by, level in ((Party.CLIENT, 3), (Party.COACH, 1)):
        score(session, people, goal, level, NOW, by=by, kind=Kind.PROGRESS)
    assert only(session, people).differences == ("Op tijd op mijn werk",)

    for by, level in ((Party.CLIENT, 2), (Party.COACH, 2)):
        score(session, people, goal, level, NOW + WEEK, by=by, kind=Kind.PROGRESS)
    assert only(session, people, NOW + WEEK).differences == ()


def test_three_weeks_of_silence_are_told(session: Session, people: People, goal: int) -> None:
    planning.set_schedule(session, people.client, now=NOW)
    for number in range(3):
        assert not only(session, people).silent, number
        due = NOW + number * WEEK
        row = ask(session, people.client, kind=PromptKind.WEEKLY, due_at=due, now=NOW)
        row.state = Sending.SENT.value

    assert only(session, people).silent
    assert only(session, people).asked


def test_nobody_is_ranked(session: Session, people: People, goal: int) -> None:
    score(session, people, goal, 3, NOW)
    for name in ("Zoë", "amira"):
        other = add_person(session, role=Role.CLIENT, name=name, now=NOW)
        link(session, coach_id=people.coach, client_id=other.id, now=NOW)

    assert [week.name for week in weeks(session, people.coach, now=NOW)] == [
        "amira",
        "Rafiq",
        "Zoë",
    ]


def test_a_wish_for_a_person_counts_until_the_coach_has_heard_it(
    session: Session, people: People
) -> None:
    here = account(session, channel=Channel.WEB, external_id="x", person_id=people.client, now=NOW)
    talk = conversation(session, here.id, now=NOW)
    request = request_person(session, talk, sentence="Bel mij", now=NOW)

    assert only(session, people).requests == 1
    request.told_at = NOW
    session.flush()
    assert only(session, people).requests == 0
