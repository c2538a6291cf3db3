"""What Telegram delivered: each update once, kept until it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from store.base import Base
from store.types import UtcDateTime

KEPT = timedelta(days=3)
"""Telegram delivers again for a day, and begins with new numbers after a week of silence."""


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
    session.execute(delete(Kept).where(Kept.arrived_at <= now - KEPT))
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


def next_waiting(session: Session, _now: datetime, bot_id: int, chat_id: int) -> Waiting | None:
    """Give the first update of a chat, by its number, that has no answer yet."""
    found = session.scalar(
        select(Kept)
        .where(Kept.bot_id == bot_id, Kept.chat_id == chat_id)
        .order_by(Kept.update_id)
        .limit(1)
    )
    if found is None or found.content is None:
        return None
    return Waiting(found.update_id, found.content, found.told, found.answering)


def waiting_chats(session: Session, _now: datetime, bot_id: int) -> Sequence[int]:
    """Give the chats that wait for an answer."""
    chats = select(Kept.chat_id).where(Kept.bot_id == bot_id, Kept.chat_id.is_not(None))
    return [chat for chat in session.scalars(chats.distinct()) if chat is not None]


def mark_told(session: Session, _now: datetime, bot_id: int, update_id: int) -> None:
    """Note that its sender read that it takes a moment."""
    session.get_one(Kept, (bot_id, update_id)).told = True


def mark_answering(session: Session, _now: datetime, bot_id: int, update_id: int) -> None:
    """Note that its answer goes out now: after this it is never sent again."""
    session.get_one(Kept, (bot_id, update_id)).answering = True


def done(session: Session, _now: datetime, bot_id: int, update_id: int) -> None:
    """Note that nothing is left to do, and forget who and what it was about."""
    row = session.get_one(Kept, (bot_id, update_id))
    row.chat_id = row.content = None


def give_up_answering(session: Session, _now: datetime, bot_id: int) -> Sequence[int]:
    """Give the numbers of updates whose answer was on its way when a gateway died; done now."""
    rows = session.scalars(
        select(Kept).where(
            Kept.bot_id == bot_id, Kept.answering.is_(True), Kept.chat_id.is_not(None)
        )
    ).all()
    for row in rows:
        row.chat_id = row.content = None
    return [row.update_id for row in rows]
