"""The fixed moments of a goal: at the start of an instrument, every six weeks, and at the end."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from caseload.people import coach_of
from doelenmeter import prompts
from doelenmeter.prompt_tables import PromptKind
from doelenmeter.schedule import PROGRESS_WEEKS, ZONE
from doelenmeter.scores import open_check_in
from doelenmeter.states import BOTH
from doelenmeter.tables import Agreement, CheckIn, Goal, GoalStep, Kind, State, Wording

BATCH = 200

APART = timedelta(weeks=1)
"""Nobody is asked for two scores of one goal within this time."""


def open_due(session: Session, *, now: datetime, limit: int = BATCH) -> int:
    """Open the fixed moments that are due, ask client and coach for a score, and tell how many.

    A goal with an instrument has one at its start; every goal one when its target date has come,
    again where that date was moved after it, and one six weeks after the last (TNO 2025 R10952,
    the procedure in box 1). The end waits until the moment before is a week old. One that is
    still open is closed by the next. Sweeps at the same time take other goals. Call it in
    `store.session.writing`.
    """
    starts = and_(Goal.instrument.is_not(None), ~_held())
    reached = _target() <= now.astimezone(ZONE).date()
    ends = and_(reached, ~_ended(), ~_held(after=now - APART))
    again = _last_moment() <= now - timedelta(weeks=PROGRESS_WEEKS)
    kind = case((starts, Kind.START.value), (ends, Kind.END.value), else_=Kind.PROGRESS.value)
    due = session.execute(
        select(Goal, kind)
        .where(Goal.state == State.ACTIVE.value, or_(starts, ends, again))
        .order_by(Goal.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=Goal)
    ).all()
    for goal, found in due:
        open_check_in(session, goal.id, kind=Kind(found), now=now)
        _ask_both(session, goal, now)
    return len(due)


def _held(*, after: datetime | None = None) -> ColumnElement[bool]:
    """Whether a goal has had a fixed moment, or had one after a moment."""
    found = select(CheckIn.id).where(CheckIn.goal_id == Goal.id, CheckIn.kind != Kind.WEEKLY.value)
    if after is not None:
        found = found.where(CheckIn.opened_at > after)
    return found.correlate(Goal).exists()


def _ended() -> ColumnElement[bool]:
    """Whether a goal has had its end moment for the target date that counts now."""
    found = (
        select(CheckIn.id)
        .join(Wording, Wording.id == CheckIn.wording_id)
        .where(CheckIn.goal_id == Goal.id, CheckIn.kind == Kind.END.value)
        .where(Wording.target_date == _target())
    )
    return found.correlate(Goal).exists()


def _target() -> ScalarSelect[date]:
    """The target date in the newest words that both agreed to."""
    words = aliased(Wording)
    yeses = select(func.count()).where(Agreement.wording_id == words.id)
    return (
        select(words.target_date)
        .where(words.goal_id == Goal.id, yeses.correlate(words).scalar_subquery() == len(BOTH))
        .order_by(words.id.desc())
        .limit(1)
        .correlate(Goal)
        .scalar_subquery()
    )


def _last_moment() -> ColumnElement[datetime | None]:
    """When the last fixed moment was opened, or else when work on the goal last began."""
    held = select(func.max(CheckIn.opened_at)).where(
        CheckIn.goal_id == Goal.id, CheckIn.kind != Kind.WEEKLY.value
    )
    began = select(func.max(GoalStep.at)).where(
        GoalStep.goal_id == Goal.id, GoalStep.state == State.ACTIVE.value
    )
    return func.coalesce(
        held.correlate(Goal).scalar_subquery(), began.correlate(Goal).scalar_subquery()
    )


def _ask_both(session: Session, goal: Goal, now: datetime) -> None:
    coach = coach_of(session, goal.client_id)
    for person_id in (goal.client_id, coach.id if coach else None):
        if person_id is not None:
            prompts.ask(
                session,
                person_id,
                kind=PromptKind.MOMENT,
                due_at=now,
                now=now,
                goal_id=goal.id,
            )
