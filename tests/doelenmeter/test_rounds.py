from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from doelenmeter import goals, scores, states
from doelenmeter.prompt_tables import Prompt, PromptKind
from doelenmeter.rounds import open_due
from doelenmeter.tables import CheckIn, Goal, Kind, Party
from tests.doelenmeter.conftest import NOW, People, draft, propose

WEEK = timedelta(weeks=1)


def active(session: Session, people: People, **more: object) -> Goal:
    words = propose(session, people, **more)
    return goals.agree(session, words.id, by=Party.CLIENT, person_id=people.client, now=NOW)


def moments(session: Session) -> list[str]:
    return list(session.scalars(select(CheckIn.kind).order_by(CheckIn.id)))


def test_a_goal_with_an_instrument_is_scored_at_its_start(session: Session, people: People) -> None:
    goal = active(session, people, instrument="R01")

    assert open_due(session, now=NOW) == 1
    assert moments(session) == [Kind.START]
    asked = session.execute(select(Prompt.person_id, Prompt.kind, Prompt.goal_id)).all()
    assert [tuple(row) for row in asked] == [
        (people.client, PromptKind.MOMENT, goal.id),
        (people.coach, PromptKind.MOMENT, goal.id),
    ]


def test_nothing_is_opened_or_asked_twice(session: Session, people: People) -> None:
    active(session, people, instrument="R01")
    open_due(session, now=NOW)

    assert open_due(session, now=NOW + WEEK) == 0
    assert len(list(session.scalars(select(Prompt)))) == 2


def test_every_six_weeks_and_not_before(session: Session, people: People) -> None:
    active(session, people, target_date=date(2027, 11, 1))

    assert open_due(session, now=NOW + 6 * WEEK - timedelta(days=1)) == 0
    assert open_due(session, now=NOW + 6 * WEEK) == 1
    assert open_due(session, now=NOW + 7 * WEEK) == 0
    assert open_due(session, now=NOW + 12 * WEEK) == 1
    assert moments(session) == [Kind.PROGRESS, Kind.PROGRESS]


def test_the_next_moment_closes_one_that_nobody_ended(session: Session, people: People) -> None:
    goal = active(session, people, target_date=date(2027, 11, 1))
    open_due(session, now=NOW + 6 * WEEK)
    open_due(session, now=NOW + 12 * WEEK)

    assert len(scores.open_check_ins(session, goal.id)) == 1


def test_the_target_date_is_the_end_moment_once(session: Session, people: People) -> None:
    active(session, people, target_date=(NOW + 2 * WEEK).date())

    assert open_due(session, now=NOW + 2 * WEEK) == 1
    assert moments(session) == [Kind.END]
    assert open_due(session, now=NOW + 3 * WEEK) == 0


def test_the_end_comes_after_moments_that_nobody_ended(session: Session, people: People) -> None:
    active(session, people, instrument="R01", target_date=(NOW + 13 * WEEK).date())
    for week in range(14):
        open_due(session, now=NOW + week * WEEK)

    assert moments(session) == [Kind.START, Kind.PROGRESS, Kind.PROGRESS, Kind.END]


def test_the_end_is_not_asked_on_the_day_of_the_start(session: Session, people: People) -> None:
    active(session, people, instrument="R01", target_date=(NOW + timedelta(days=1)).date())
    for day in range(9):
        open_due(session, now=NOW + timedelta(days=day))

    assert moments(session) == [Kind.START, Kind.END]


def test_a_moved_target_date_has_an_end_moment_of_its_own(session: Session, people: People) -> None:
    goal = active(session, people, target_date=(NOW + 2 * WEEK).date())
    open_due(session, now=NOW + 2 * WEEK)
    moved = goals.change(
        session,
        goal.id,
        by=Party.COACH,
        person_id=people.coach,
        draft=draft(),
        target_date=(NOW + 4 * WEEK).date(),
        reason="Was ziek.",
        now=NOW + 2 * WEEK,
    )

    assert open_due(session, now=NOW + 5 * WEEK) == 0
    goals.agree(session, moved.id, by=Party.CLIENT, person_id=people.client, now=NOW + 3 * WEEK)
    assert open_due(session, now=NOW + 4 * WEEK - timedelta(days=1)) == 0
    assert open_due(session, now=NOW + 4 * WEEK) == 1
    assert moments(session) == [Kind.END, Kind.END]


def test_weekly_check_ins_do_not_count_as_moments(session: Session, people: People) -> None:
    goal = active(session, people, target_date=date(2027, 11, 1))
    scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=NOW + 5 * WEEK)

    assert open_due(session, now=NOW + 6 * WEEK) == 1


def test_a_goal_that_waits_is_left_alone(session: Session, people: People) -> None:
    goal = active(session, people, instrument="R01")
    states.hold(session, goal.id, by=Party.COACH, now=NOW)

    assert open_due(session, now=NOW + 12 * WEEK) == 0
