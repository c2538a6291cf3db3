"""How long things are kept, and the tidying that holds to it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, and_, delete, exists, or_, select
from sqlalchemy.orm import Session

from caseload.erasure import Erased, erase
from caseload.models import (
    ChannelAccount,
    Conversation,
    Handover,
    Invite,
    Person,
    Request,
    ShownButton,
    WrongCode,
)
from caseload.unread import Unread
from store.base import Base

WRONG_CODES = timedelta(days=7)
"""Longer than any lock."""


@dataclass(frozen=True, slots=True)
class Periods:
    """How long things are kept."""

    conversations: timedelta = timedelta(days=180)
    """After their end, or after the last word. Wishes for a person that nobody heard, too."""
    requests: timedelta = timedelta(days=90)
    """Wishes for a person, after the coach has heard them."""
    invites: timedelta = timedelta(days=30)
    """After they expired."""
    handovers: timedelta = timedelta(days=365)
    """After the last step."""
    people: timedelta = timedelta(days=730)
    """After the last word of the person, and the last one about their goals."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What went."""

    buttons: int
    unread: int
    invites: int
    wrong_codes: int
    requests: int
    handovers: int
    accounts: int
    conversations: tuple[str, ...]
    """Ids of old conversations, to be erased from the engine's store as well."""
    people: tuple[Erased, ...]


def tidy(
    session: Session,
    *,
    now: datetime,
    periods: Periods | None = None,
    active: Collection[int] = (),
) -> Counts:
    """Remove what is older than its period. People who are ``active`` in another way stay."""
    periods = periods or Periods()
    people = _people(session, now, now - periods.people, active)
    old = now - periods.conversations
    told = Request.told_at <= now - periods.requests
    counts = Counts(
        people=people,
        buttons=_remove(session, ShownButton, ShownButton.expires_at <= now),
        unread=_remove(session, Unread, Unread.expires_at <= now),
        invites=_remove(session, Invite, Invite.expires_at <= now - periods.invites),
        wrong_codes=_remove(session, WrongCode, WrongCode.at <= now - WRONG_CODES),
        requests=_remove(session, Request, or_(told, Request.created_at <= old)),
        handovers=_remove(session, Handover, Handover.changed_at <= now - periods.handovers),
        conversations=_conversations(session, old),
        accounts=_remove(session, ChannelAccount, _empty(old)),
    )
    session.expire_all()  # the session may hold rows that are gone
    return counts


def _people(
    session: Session, now: datetime, old: datetime, active: Collection[int]
) -> tuple[Erased, ...]:
    """Erase who was not heard of since a moment."""
    heard = (
        select(ChannelAccount.person_id)
        .where(ChannelAccount.last_seen > old)
        .where(ChannelAccount.person_id.is_not(None))
    )
    found = session.scalars(
        select(Person.id)
        .where(Person.created_at <= old, Person.id.not_in(heard))
        .order_by(Person.id)
    ).all()
    return tuple(erase(session, id_, now=now) for id_ in found if id_ not in active)


def _conversations(session: Session, old: datetime) -> tuple[str, ...]:
    quiet = select(ChannelAccount.id).where(ChannelAccount.last_seen <= old)
    gone = or_(Conversation.finished_at <= old, Conversation.account_id.in_(quiet))
    ids = tuple(session.scalars(select(Conversation.id).where(gone).order_by(Conversation.id)))
    _remove(session, Conversation, gone)
    return ids


def _empty(old: datetime) -> ColumnElement[bool]:
    """Doors of nobody we know, where nobody came since a moment."""
    used = exists().where(Conversation.account_id == ChannelAccount.id)
    return and_(ChannelAccount.person_id.is_(None), ChannelAccount.last_seen <= old, ~used)


def _remove(session: Session, table: type[Base], which: ColumnElement[bool]) -> int:
    removed = session.execute(
        delete(table).where(which), execution_options={"synchronize_session": False}
    )
    return cast("CursorResult[Any]", removed).rowcount
