"""What came without being asked, kept for doors where nobody can be called: until it is seen."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

import caseload.models  # noqa: F401  (the account that a row points at)
from store.base import Base
from store.types import UtcDateTime

LIFETIME = timedelta(days=7)
"""What was not seen for so long has been followed by the next one."""


class Unread(Base):
    """One reply that its account has not seen yet."""

    __tablename__ = "unread_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("channel_account.id", ondelete="CASCADE"), index=True
    )
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime(), index=True)


def keep(
    session: Session, account_id: int, contents: Iterable[dict[str, Any]], *, now: datetime
) -> None:
    """Keep replies, in this order, until somebody looks; what is outdated is dropped.

    Raises IntegrityError for an account that is gone.
    """
    session.execute(delete(Unread).where(Unread.expires_at <= now))
    session.add_all(
        Unread(account_id=account_id, content=content, expires_at=now + LIFETIME)
        for content in contents
    )
    session.flush()


def take(session: Session, account_id: int, *, now: datetime) -> list[dict[str, Any]]:
    """Give what waits for this account, in order, and keep it no longer.

    Of two that take at the same time one gets it.
    """
    gone = session.execute(
        delete(Unread)
        .where(Unread.account_id == account_id)
        .returning(Unread.id, Unread.content, Unread.expires_at)
    ).all()
    return [row.content for row in sorted(gone, key=lambda row: row.id) if row.expires_at > now]
