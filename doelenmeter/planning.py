"""Everybody's own day and time, and the prompts that come of them."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from doelenmeter.prompt_tables import Prompt, PromptKind, Schedule, Sending
from doelenmeter.prompts import answered, drop_waiting
from doelenmeter.schedule import Weekly, next_due

DEFAULT = Weekly(weekday=2, at=time(16))
"""Wednesday afternoon: the week is half way, and there is still somebody to call."""

BATCH = 500


def set_schedule(
    session: Session,
    person_id: int,
    *,
    weekly: Weekly = DEFAULT,
    now: datetime,
    kind: PromptKind = PromptKind.WEEKLY,
) -> Schedule:
    """Set the day and time of somebody's weekly message; the next one is due after now."""
    row = session.get(Schedule, (person_id, kind.value))
    if row is None:
        row = Schedule(person_id=person_id, kind=kind.value)
        session.add(row)
    row.weekday, row.at, row.any_time = weekly.weekday, weekly.at, weekly.any_time
    row.next_due = next_due(weekly, after=now)
    session.flush()
    return row


def pause(
    session: Session,
    person_id: int,
    *,
    now: datetime,
    until: datetime | None = None,
    kind: PromptKind = PromptKind.WEEKLY,
) -> None:
    """Send nothing until a moment, or until `set_schedule`. What is waiting is dropped.

    It answers the last prompt too: nobody is reminded of it. Raises NoResultFound for who has no
    schedule.
    """
    row = session.get_one(Schedule, (person_id, kind.value))
    row.next_due = None if until is None else next_due(weekly_of(row), after=until)
    drop_waiting(session, person_id, kind=kind, note="paused", now=now)
    if kind is PromptKind.WEEKLY:
        answered(session, person_id, now=now)
    session.flush()


def plan(session: Session, *, now: datetime, limit: int = BATCH) -> int:
    """Make prompts of at most so many schedules that are due, and tell how many.

    Whatever was due several times while nothing ran is due once. Other sweeps that run at the
    same time take other schedules. Call it in `store.session.writing`.
    """
    due = session.scalars(
        select(Schedule)
        .where(Schedule.next_due <= now)
        .order_by(Schedule.next_due)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    if not due:
        return 0
    session.execute(insert(Prompt), [_prompt(row, now) for row in due])
    for row in due:
        row.next_due = next_due(weekly_of(row), after=now)
    session.flush()
    return len(due)


def weekly_of(row: Schedule) -> Weekly:
    """Give the day and time of a stored schedule."""
    return Weekly(row.weekday, row.at, row.any_time)


def _prompt(row: Schedule, now: datetime) -> dict[str, Any]:
    return {
        "person_id": row.person_id,
        "kind": row.kind,
        "any_time": row.any_time,
        "due_at": row.next_due,
        "send_at": row.next_due,
        "state": Sending.DUE.value,
        "changed_at": now,
    }
