"""Buttons on screen: the payload stays here, the channel gets a short reference."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from caseload.models import ShownButton

LIFETIME = timedelta(hours=1)  # as long as the engine keeps a session
REFERENCE_BYTES = 9  # 12 characters; Telegram allows 64


@dataclass(frozen=True, slots=True)
class Shown:
    """A button as a channel may know it."""

    reference: str
    title: str


def show(
    session: Session,
    conversation_id: str,
    buttons: Iterable[tuple[str, str]],
    *,
    now: datetime,
    lifetime: timedelta = LIFETIME,
) -> list[Shown]:
    """Remember the buttons (title, payload) of this turn; those of earlier turns stop working."""
    forget(session, conversation_id)
    session.execute(delete(ShownButton).where(ShownButton.expires_at <= now))
    rows = [
        ShownButton(
            reference=secrets.token_urlsafe(REFERENCE_BYTES),
            conversation_id=conversation_id,
            position=position,
            title=title,
            payload=payload,
            expires_at=now + lifetime,
        )
        for position, (title, payload) in enumerate(buttons)
    ]
    session.add_all(rows)
    session.flush()
    return [Shown(row.reference, row.title) for row in rows]


def pressed(
    session: Session, conversation_id: str, reference: str, *, now: datetime
) -> ShownButton | None:
    """Give the button behind a reference, or nothing when it is outdated or somebody else's."""
    return session.scalar(
        select(ShownButton).where(
            ShownButton.reference == reference,
            ShownButton.conversation_id == conversation_id,
            ShownButton.expires_at > now,
        )
    )


def on_screen(session: Session, conversation_id: str, *, now: datetime) -> list[Shown]:
    """Give the buttons that still work in this conversation, in order."""
    rows = session.scalars(
        select(ShownButton)
        .where(
            ShownButton.conversation_id == conversation_id,
            ShownButton.expires_at > now,
        )
        .order_by(ShownButton.position)
    )
    return [Shown(row.reference, row.title) for row in rows]


def forget(session: Session, conversation_id: str) -> None:
    """Let no button of this conversation work any more."""
    session.execute(delete(ShownButton).where(ShownButton.conversation_id == conversation_id))
