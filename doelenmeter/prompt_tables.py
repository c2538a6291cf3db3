"""Tables of what the assistant sends by itself: when somebody is asked, and how far it got."""

from datetime import datetime, time
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Time, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from doelenmeter.tables import belongs_to_person
from store.base import Base
from store.types import UtcDateTime


class PromptKind(StrEnum):
    """What somebody is asked or told without having said a word."""

    WEEKLY = "weekly"
    REMINDER = "reminder"
    MOMENT = "moment"
    """A score at the start, half way or at the end of an instrument."""
    DIGEST = "digest"
    """The week of all clients, for a coach."""


class Sending(StrEnum):
    """How far a prompt is on its way."""

    DUE = "due"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    """Somebody stopped while sending it; nobody can tell whether it arrived."""
    SKIPPED = "skipped"


class Schedule(Base):
    """The day and time of somebody's weekly message, on the clock of Europe/Amsterdam."""

    __tablename__ = "schedule"

    person_id: Mapped[int] = belongs_to_person(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    weekday: Mapped[int]
    """0 is Monday."""
    at: Mapped[time] = mapped_column(Time)
    any_time: Mapped[bool]
    """Quiet hours too, because the person asked for it."""
    next_due: Mapped[datetime | None] = mapped_column(UtcDateTime(), index=True)
    """None while the person does not want any."""


class Prompt(Base):
    """One message to somebody: when it is due and how far it got."""

    __tablename__ = "prompt"
    __table_args__ = (
        UniqueConstraint("follows_id"),
        Index("prompt_work", "state", "send_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = belongs_to_person(index=True)
    kind: Mapped[str] = mapped_column(String(16))
    goal_id: Mapped[int | None] = mapped_column(
        ForeignKey("goal.id", ondelete="CASCADE"), index=True
    )
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("prompt.id", ondelete="CASCADE"))
    """The prompt that a reminder reminds of; there is never a second one."""
    any_time: Mapped[bool]
    due_at: Mapped[datetime] = mapped_column(UtcDateTime())
    send_at: Mapped[datetime] = mapped_column(UtcDateTime())
    """Due, or later when it has to wait: for the end of quiet hours or of a conversation."""
    state: Mapped[str] = mapped_column(String(16))
    claim: Mapped[str | None] = mapped_column(String(16))
    """Who has it now: random, new at every claim."""
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime())
    note: Mapped[str | None] = mapped_column(String(40))
    """Why it was skipped."""
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
