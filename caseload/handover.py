"""A warm handover: the client sees what is told, says yes, and then the new coach takes over."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseload.models import Handover, HandoverState, Person, Role
from caseload.people import coach_of, link
from caseload.rights import Act, NotFoundError, require

SEEN_BY: Mapping[HandoverState, frozenset[str]] = {
    HandoverState.PROPOSED: frozenset({"client_id", "from_id"}),
    HandoverState.AGREED: frozenset({"client_id", "from_id", "to_id"}),
    HandoverState.DONE: frozenset({"client_id", "to_id"}),
    HandoverState.REFUSED: frozenset({"client_id", "from_id"}),
}
"""To whom there is a handover in each state: the summary goes along with the client."""

OPEN = (HandoverState.PROPOSED, HandoverState.AGREED)


class HandoverError(ValueError):
    """A step that this handover does not allow."""


def coaches_named(session: Session, name: str) -> list[Person]:
    """Give the coaches with this name, in any case; more than one may have it."""
    wanted = " ".join(name.split()).casefold()
    every = session.scalars(select(Person).where(Person.role == Role.COACH.value))
    return [coach for coach in every.all() if (coach.name or "").casefold() == wanted]


def propose(
    session: Session, client_id: int, *, by: int, to: int, summary: str, now: datetime
) -> Handover:
    """Ask the client whether another coach may take over, and be told this.

    Raises NotFoundError when it is not the client's coach who asks or ``to`` is no other coach,
    HandoverError without a summary or while an earlier handover is open.
    """
    require(session, person_id=by, act=Act.HAND_OVER, client_id=client_id)
    other = session.get(Person, to)
    if other is None or other.role != Role.COACH or to == by:
        raise NotFoundError("not found")
    row = Handover(
        client_id=client_id,
        from_id=by,
        to_id=to,
        summary=_summary(summary),
        state=HandoverState.PROPOSED.value,
        proposed_at=now,
        changed_at=now,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError as error:
        raise HandoverError("this client is being handed over already") from error
    return row


def agree(
    session: Session, handover_id: int, *, by: int, now: datetime, summary: str | None = None
) -> Handover:
    """Let the client say yes, to the summary as it was or as the client changed it.

    Raises NotFoundError for who is not this client, HandoverError when it is not waiting for the
    client or the changed summary is empty.
    """
    row = _mine(session, handover_id, by, "client_id")
    words = row.summary if summary is None else _summary(summary)
    _move(session, row, HandoverState.PROPOSED, HandoverState.AGREED, now)
    row.summary = words
    session.flush()
    return row


def take_over(session: Session, handover_id: int, *, by: int, now: datetime) -> Handover:
    """Let the new coach begin: from now on the client is theirs, and nobody else's.

    Raises NotFoundError for who is not the new coach, HandoverError before the client's yes and
    when the client has gone to yet another coach.
    """
    row = _mine(session, handover_id, by, "to_id")
    coach = coach_of(session, row.client_id)
    if coach is None or coach.id != row.from_id:
        raise HandoverError("the client has another coach now")
    _move(session, row, HandoverState.AGREED, HandoverState.DONE, now)
    link(session, coach_id=by, client_id=row.client_id, now=now)
    return row


def refuse(session: Session, handover_id: int, *, by: int, now: datetime) -> Handover:
    """Let client, new coach or old coach say no; nothing changes for the client.

    Raises NotFoundError for who sees nothing of it, HandoverError when it is over.
    """
    row = _mine(session, handover_id, by, "client_id", "from_id", "to_id")
    return _move(session, row, HandoverState(row.state), HandoverState.REFUSED, now)


def to_answer(session: Session, person_id: int) -> list[Handover]:
    """Give the handovers that wait for this person: a client's yes, or the new coach's."""
    client = and_(Handover.state == HandoverState.PROPOSED, Handover.client_id == person_id)
    coach = and_(Handover.state == HandoverState.AGREED, Handover.to_id == person_id)
    return list(session.scalars(select(Handover).where(or_(client, coach)).order_by(Handover.id)))


def handovers_of(session: Session, person_id: int) -> list[Handover]:
    """Give the handovers that there are to this person, the oldest first."""
    mine = (
        and_(Handover.state == state, getattr(Handover, part) == person_id)
        for state, parts in SEEN_BY.items()
        for part in sorted(parts)
    )
    return list(session.scalars(select(Handover).where(or_(*mine)).order_by(Handover.id)))


def _mine(session: Session, handover_id: int, person_id: int, *parts: str) -> Handover:
    """Give a handover in which this person has one of these parts and sees it, locked."""
    row = session.get(Handover, handover_id, with_for_update=True, populate_existing=True)
    seen = frozenset() if row is None else SEEN_BY[HandoverState(row.state)]
    if row is None or person_id not in (getattr(row, part) for part in seen & {*parts}):
        raise NotFoundError("not found")
    return row


def _move(
    session: Session, row: Handover, before: HandoverState, after: HandoverState, now: datetime
) -> Handover:
    if row.state != before or before not in OPEN:
        raise HandoverError(f"a handover that is {row.state} does not become {after}")
    row.state, row.changed_at = after.value, now
    session.flush()
    return row


def _summary(words: str) -> str:
    if not words.strip():
        raise HandoverError("a handover needs a summary")
    return words.strip()
