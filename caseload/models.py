"""Tables of the room: no score, no goal and no instrument lives here."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, event, text
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


class Purpose(StrEnum):
    """What somebody says yes or no to, apart from the rest."""

    GOALS = "goals"
    """Goals and check-ins."""
    WEEKLY = "weekly"
    """A message every week."""
    SHARING = "sharing"
    """Somebody who helps at work may score one goal."""
    FIGURES = "figures"
    """Counts without names."""


class HandoverState(StrEnum):
    """How far a client is on the way to another coach."""

    PROPOSED = "proposed"
    """The client has not answered yet."""
    AGREED = "agreed"
    """The client said yes; the new coach has not."""
    DONE = "done"
    REFUSED = "refused"


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


class Invite(Base):
    """A way in for one person: a code to type and a link. Both are stored as hashes only."""

    __tablename__ = "invite"

    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    """None: from the command line, or of somebody's own making."""
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    """Who came in by it; with an invite to another channel, for whom it is."""
    role: Mapped[str | None] = mapped_column(String(16))
    """Of the person it makes. None: it makes nobody and only adds a channel."""
    name: Mapped[str | None] = mapped_column(String(80))
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime())
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class WrongCode(Base):
    """Somebody typed a code that leads nowhere."""

    __tablename__ = "wrong_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("channel_account.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime(), index=True)


class Consent(Base):
    """A yes, or taking it back. Rows are only ever added; the last one of a purpose counts."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(String(16))
    given: Mapped[bool]
    """False: taken back."""
    version: Mapped[int]
    """Of the text that was read."""
    at: Mapped[datetime] = mapped_column(UtcDateTime())


class Handover(Base):
    """A client on the way to another coach, with a summary that the client saw first."""

    __tablename__ = "handover"
    __table_args__ = (
        Index(
            "one_open_handover",
            "client_id",
            unique=True,
            sqlite_where=text("state IN ('proposed', 'agreed')"),
            postgresql_where=text("state IN ('proposed', 'agreed')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    from_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    to_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    summary: Mapped[str] = mapped_column(Text)
    """As the client last left it."""
    state: Mapped[str] = mapped_column(String(16))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime())
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime())


class Erasure(Base):
    """Somebody was erased. Nothing here tells who."""

    __tablename__ = "erasure"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    role: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(UtcDateTime())


@event.listens_for(Consent, "before_update")
def _only_added(_mapper: object, _connection: object, row: Consent) -> None:
    raise TypeError(f"rows of {row.__tablename__} are only added, never changed")
