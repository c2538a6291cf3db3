"""Prompts on their way: claimed by one gateway, sent at most once, and told when unknown.

The order is claim, mark sending, send, mark sent, each step committed before the next. A prompt
found claimed after a crash is claimed again: nothing went out. One found sending may have gone
out, so it is not sent again but reported as unknown.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from doelenmeter.prompt_tables import Prompt, PromptKind, Sending
from doelenmeter.schedule import after_quiet

LEASE = timedelta(minutes=2)
"""After this time without news whoever claimed a prompt is taken to be gone."""

LATE = timedelta(hours=24)
"""A prompt that is more than this late makes no sense any more."""

REMIND_AFTER = timedelta(hours=24)

WAITING = (Sending.DUE.value, Sending.CLAIMED.value)
"""States in which nothing has gone out yet."""

OUT = (Sending.SENT.value, Sending.UNKNOWN.value)
"""States of what the person has, or may have."""


class LostError(Exception):
    """A prompt that is no longer with whoever claimed it; it must not be sent."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A prompt to send, and the claim that proves who has it."""

    id: int
    claim: str
    person_id: int
    kind: PromptKind
    goal_id: int | None
    due_at: datetime


def ask(
    session: Session,
    person_id: int,
    *,
    kind: PromptKind,
    due_at: datetime,
    now: datetime,
    goal_id: int | None = None,
    any_time: bool = False,
) -> Prompt:
    """Plan one prompt outside the weekly schedule, such as a score at the end of a course."""
    row = Prompt(
        person_id=person_id,
        kind=kind.value,
        goal_id=goal_id,
        any_time=any_time,
        due_at=due_at,
        send_at=due_at,
        state=Sending.DUE.value,
        changed_at=now,
    )
    session.add(row)
    session.flush()
    return row


def claim(session: Session, *, now: datetime, limit: int = 50) -> tuple[Claimed, ...]:
    """Take at most so many prompts to send, the longest waiting first.

    Those of who claimed them and went away are taken again. One that is more than `LATE` is
    skipped, one in quiet hours waits for their end. Sweeps that run at the same time get
    different ones. Call it in `store.session.writing`, and commit before sending anything.
    """
    token = secrets.token_hex(8)
    while rows := _workable(session, now, limit):
        mine = [row for row in rows if _take(row, token, now)]
        session.flush()
        if mine:
            return tuple(
                Claimed(row.id, token, row.person_id, PromptKind(row.kind), row.goal_id, row.due_at)
                for row in mine
            )
    return ()


def mark_sending(session: Session, prompt: Claimed, *, now: datetime) -> None:
    """Note that it is about to go out. Raises LostError when it is not ours any more."""
    _move(_ours(session, prompt, Sending.CLAIMED), Sending.SENDING, now)
    session.flush()


def mark_sent(session: Session, prompt: Claimed, *, now: datetime) -> None:
    """Note that it went out; a weekly one gets its only reminder, a day later.

    Good news may come after `LEASE`, for one that was reported unknown: it is noted, without a
    reminder. Raises LostError when it is not ours any more.
    """
    row = _ours(session, prompt, Sending.SENDING, Sending.UNKNOWN)
    in_time = row.state == Sending.SENDING and now - row.changed_at < LEASE
    _move(row, Sending.SENT, now)
    if in_time and row.kind == PromptKind.WEEKLY and row.answered_at is None:
        due = now + REMIND_AFTER
        due = due if row.any_time else after_quiet(due)
        reminder = ask(
            session,
            row.person_id,
            kind=PromptKind.REMINDER,
            due_at=due,
            now=now,
            goal_id=row.goal_id,
            any_time=row.any_time,
        )
        reminder.follows_id = row.id
    session.flush()


def wait(session: Session, prompt: Claimed, *, until: datetime, now: datetime) -> None:
    """Put it back for later: a conversation is going on, or the channel surely refused it.

    Raises LostError when it is not ours any more.
    """
    row = _ours(session, prompt, Sending.CLAIMED, Sending.SENDING)
    _move(row, Sending.DUE, now)
    row.send_at = until
    session.flush()


def skip(session: Session, prompt: Claimed, *, note: str, now: datetime) -> None:
    """Leave it out, and note why. Raises LostError when it is not ours any more."""
    _move(_ours(session, prompt, Sending.CLAIMED, Sending.SENDING), Sending.SKIPPED, now, note)
    session.flush()


def report_unknown(session: Session, *, now: datetime) -> tuple[int, ...]:
    """Give the prompts whose sender went away while sending, and note that nobody knows."""
    rows = session.scalars(
        select(Prompt)
        .where(Prompt.state == Sending.SENDING.value, Prompt.changed_at <= now - LEASE)
        .order_by(Prompt.id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        _move(row, Sending.UNKNOWN, now)
    session.flush()
    return tuple(row.id for row in rows)


def answered(session: Session, person_id: int, *, now: datetime) -> None:
    """Note that somebody answered the last weekly prompt; a reminder is no longer needed."""
    row = session.scalar(
        select(Prompt)
        .where(
            Prompt.person_id == person_id,
            Prompt.kind == PromptKind.WEEKLY.value,
            Prompt.state.in_((*OUT, Sending.SENDING.value)),
        )
        .order_by(Prompt.due_at.desc(), Prompt.id.desc())
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        return
    row.answered_at = row.answered_at or now
    session.flush()
    drop_waiting(session, person_id, kind=PromptKind.REMINDER, note="answered", now=now)


def last_out(session: Session, person_id: int) -> datetime | None:
    """Tell when a prompt last went out to somebody, or may have."""
    return session.scalar(
        select(func.max(Prompt.changed_at)).where(
            Prompt.person_id == person_id, Prompt.state.in_((*OUT, Sending.SENDING.value))
        )
    )


def unanswered_in_a_row(session: Session, person_id: int) -> int:
    """Count the last weekly prompts that went out without any answer."""
    answers = session.scalars(
        select(Prompt.answered_at)
        .where(
            Prompt.person_id == person_id,
            Prompt.kind == PromptKind.WEEKLY.value,
            Prompt.state == Sending.SENT.value,
        )
        .order_by(Prompt.due_at.desc(), Prompt.id.desc())
    ).all()
    return next((number for number, at in enumerate(answers) if at), len(answers))


def drop_waiting(
    session: Session, person_id: int, *, kind: PromptKind, note: str, now: datetime
) -> None:
    """Skip what has not gone out yet; who just claimed it finds it lost and sends nothing.

    Dropping the weekly prompt drops its reminder too.
    """
    kinds = [kind.value]
    if kind is PromptKind.WEEKLY:
        kinds.append(PromptKind.REMINDER.value)
    rows = session.scalars(
        select(Prompt)
        .where(Prompt.person_id == person_id, Prompt.kind.in_(kinds), Prompt.state.in_(WAITING))
        .order_by(Prompt.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        _move(row, Sending.SKIPPED, now, note)
    session.flush()


def _workable(session: Session, now: datetime, limit: int) -> Sequence[Prompt]:
    """Lock what waits to be sent, and what was claimed by who went away."""
    return session.scalars(
        select(Prompt)
        .where(
            or_(
                and_(Prompt.state == Sending.DUE.value, Prompt.send_at <= now),
                and_(Prompt.state == Sending.CLAIMED.value, Prompt.changed_at <= now - LEASE),
            )
        )
        .order_by(Prompt.send_at, Prompt.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()


def _take(row: Prompt, token: str, now: datetime) -> bool:
    """Claim a prompt, unless it is too late for it or too early."""
    if now - row.due_at > LATE:
        _move(row, Sending.SKIPPED, now, "late")
        return False
    if not row.any_time and (end := after_quiet(now)) > now:
        _move(row, Sending.DUE, now)
        row.send_at = end
        return False
    _move(row, Sending.CLAIMED, now)
    row.claim = token
    return True


def _ours(session: Session, prompt: Claimed, *states: Sending) -> Prompt:
    row = session.get(Prompt, prompt.id, with_for_update=True, populate_existing=True)
    if row is None or row.claim != prompt.claim or row.state not in states:
        raise LostError(f"prompt {prompt.id} is no longer ours")
    return row


def _move(row: Prompt, state: Sending, now: datetime, note: str | None = None) -> None:
    row.state, row.changed_at, row.note = state.value, now, note
