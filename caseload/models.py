"""Tables of the room: no score, no goal and no instrument lives here."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.base import Base
from store.types import UtcDateTime


class Role(StrEnum):
    """What a person may do; read from the database at the moment of the action."""

    CLIENT = "client"
    COACH = "coach"
    THIRD_PARTY = "third_party"
    BEHEERDER = "beheerder"


class Channel(StrEnum):
    """The door through which somebody talks."""

    WEB = "web"
    TERMINAL = "terminal"
    TELEGRAM = "telegram"


class RequestKind(StrEnum):
    """Why somebody asked for a person."""

    PERSON = "person"
    DANGER = "danger"


class Person(Base):
    """Somebody we know. An anonymous visitor has no row here."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(16))
    name: Mapped[str | None] = mapped_column(String(80))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())


class CoachClient(Base):
    """This coach helps this client. A client has one coach at a time."""

    __tablename__ = "coach_client"

    client_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    coach_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime())


class ChannelAccount(Base):
    """Somebody at one door. Without a person it is an anonymous client."""

    __tablename__ = "channel_account"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    channel: Mapped[str] = mapped_column(String(16))
    external_id: Mapped[str] = mapped_column(String(64))
    last_seen: Mapped[datetime] = mapped_column(UtcDateTime())
    person: Mapped[Person | None] = relationship()


class Conversation(Base):
    """One conversation; its random id is all that the engine ever sees of somebody."""

    __tablename__ = "conversation"
    __table_args__ = (
        Index(
            "one_open_conversation",
            "account_id",
            unique=True,
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("channel_account.id", ondelete="CASCADE"), index=True
    )
    started_at: Mapped[datetime] = mapped_column(UtcDateTime())
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    account: Mapped[ChannelAccount] = relationship()


class Request(Base):
    """A wish for a person. It keeps one sentence, so that the coach knows what it is about."""

    __tablename__ = "request"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(String(32), index=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(16))
    sentence: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    person: Mapped[Person | None] = relationship()


class ShownButton(Base):
    """A button on screen. Only its reference leaves the house; the payload stays here."""

    __tablename__ = "shown_button"

    reference: Mapped[str] = mapped_column(String(16), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    payload: Mapped[str] = mapped_column(Text)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime())
