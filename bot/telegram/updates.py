"""What Telegram delivered: each update once, kept until it is answered, a chat by one gateway.

Several gateways may serve one bot. Whoever answers a chat holds its turn, and shows now and then
that it is still there. After a crash another takes the turn over: what was not answered is
answered then, and what was being answered is not, because it may have gone out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, String, Update, delete, exists, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from store.base import Base
from store.types import UtcDateTime

KEPT = timedelta(days=3)
"""Telegram delivers again for a day, and begins with new numbers after a week of silence."""

LEASE = timedelta(seconds=30)
"""A gateway that gave no sign for so long is taken to be gone. Clocks may differ by much less."""


class LostError(Exception):
    """The turn of this chat went to another gateway; nothing may be sent any more."""


class Kept(Base):
    """One update. Who and what it was about goes away with the answer; the number stays."""

    __tablename__ = "telegram_update"

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    told: Mapped[bool]
    """Whether its sender read that the answer takes a moment."""
    answering: Mapped[bool]
    """Whether its answer is on its way."""
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime(), index=True)


class Turn(Base):
    """A chat that one gateway answers; gone when nothing waits there."""

    __tablename__ = "telegram_turn"

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    gateway: Mapped[str] = mapped_column(String(16), index=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime())


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that has no answer yet."""

    update_id: int
    content: dict[str, Any]
    told: bool
    answering: bool


def keep(
    session: Session, now: datetime, bot_id: int, update_id: int, chat_id: int, content: object
) -> bool:
    """Keep an update until it is answered; False for one that came before.

    Call it in `store.session.writing`. Two processes that keep the same one at once: the second
    gets IntegrityError, and may ask again.
    """
    if session.get(Kept, (bot_id, update_id)) is not None:
        return False
    session.add(
        Kept(
            bot_id=bot_id,
            update_id=update_id,
            chat_id=chat_id,
            content=content,
            told=False,
            answering=False,
            arrived_at=now,
        )
    )
    session.flush()
    return True


def take(
    session: Session,
    now: datetime,
    bot_id: int,
    chat_id: int,
    gateway: str,
    *,
    done: int | None = None,
) -> Waiting | None:
    """Take the turn of a chat, and give its first update, by number, that has no answer yet.

    None when nothing waits, which ends the turn, and while another gateway has it: that one looks
    again before it ends its turn. `done` is the update that was answered before; who and what it
    was about is forgotten. Call it in `store.session.writing`.
    """
    turn = session.get(Turn, (bot_id, chat_id), with_for_update=True)
    if turn is not None and turn.gateway != gateway and turn.seen_at > now - LEASE:
        return None
    if done is not None:
        session.execute(_one(bot_id, done).values(chat_id=None, content=None))
    found = _first(session, bot_id, chat_id)
    if turn is None:
        return found if found and _begin(session, now, bot_id, chat_id, gateway) else None
    if found is None:
        session.delete(turn)
    else:
        turn.gateway, turn.seen_at = gateway, now
    return found


def mark_told(session: Session, _now: datetime, bot_id: int, update_id: int) -> None:
    """Note that its sender read that it takes a moment."""
    session.get_one(Kept, (bot_id, update_id)).told = True


def mark_answering(
    session: Session, _now: datetime, bot_id: int, chat_id: int, gateway: str, update_id: int
) -> None:
    """Note that its answer goes out now: after this it is never sent again.

    Raises LostError when the turn is not ours any more.
    """
    turn = session.get(Turn, (bot_id, chat_id), with_for_update=True)
    if turn is None or turn.gateway != gateway:
        raise LostError(f"update {update_id} is no longer ours")
    session.execute(_one(bot_id, update_id).values(answering=True))


def look(session: Session, now: datetime, bot_id: int, gateway: str) -> Sequence[int]:
    """Show that a gateway is there, and give the chats that wait and that nobody answers.

    Numbers that are old enough are forgotten.
    """
    mine = (Turn.bot_id == bot_id, Turn.gateway == gateway)
    session.execute(update(Turn).where(*mine).values(seen_at=now))
    session.execute(delete(Kept).where(Kept.arrived_at <= now - KEPT, Kept.chat_id.is_(None)))
    served = exists().where(
        Turn.bot_id == bot_id, Turn.chat_id == Kept.chat_id, Turn.seen_at > now - LEASE
    )
    chats = select(Kept.chat_id).where(Kept.bot_id == bot_id, Kept.chat_id.is_not(None), ~served)
    return [chat for chat in session.scalars(chats.distinct()) if chat is not None]


def give_back(session: Session, _now: datetime, bot_id: int, gateway: str) -> None:
    """End every turn of a gateway that stops; another may go on at once."""
    session.execute(delete(Turn).where(Turn.bot_id == bot_id, Turn.gateway == gateway))


def _one(bot_id: int, update_id: int) -> Update:
    """A change of one update, of which this session has read nothing."""
    chosen = update(Kept).where(Kept.bot_id == bot_id, Kept.update_id == update_id)
    return chosen.execution_options(synchronize_session=False)


def _first(session: Session, bot_id: int, chat_id: int) -> Waiting | None:
    found = session.scalar(
        select(Kept)
        .where(Kept.bot_id == bot_id, Kept.chat_id == chat_id)
        .order_by(Kept.update_id)
        .limit(1)
    )
    if found is None or found.content is None:
        return None
    return Waiting(found.update_id, found.content, found.told, found.answering)


def _begin(session: Session, now: datetime, bot_id: int, chat_id: int, gateway: str) -> bool:
    """Begin a turn; False when another gateway just did."""
    try:
        with session.begin_nested():
            session.add(Turn(bot_id=bot_id, chat_id=chat_id, gateway=gateway, seen_at=now))
    except IntegrityError:
        return False
    return True
