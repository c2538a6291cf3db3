"""Tables of the room.

Searching reads only ``instrument``: a narrow row of facts, sets kept as bits of one whole number.
The bit of a value stands in ``term``. What people read is one JSON document an instrument, apart,
so that a search over ten thousand instruments walks through one megabyte and not through forty.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.types import UtcDateTime, plain_text


class Term(Base):
    """One value of a set (a route, kenmerk, gemeente or doelgroep) and its bit."""

    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("kind", "bit"),)

    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    value: Mapped[str] = mapped_column(String(80), primary_key=True)
    bit: Mapped[int]


class Instrument(Base):
    """The facts that a search needs; ``None`` or no bits: unknown, or for everyone."""

    __tablename__ = "instrument"

    code: Mapped[str] = mapped_column(plain_text(16), primary_key=True)
    proposable: Mapped[bool]
    routes: Mapped[int] = mapped_column(BigInteger)
    kenmerken: Mapped[int] = mapped_column(BigInteger)
    gemeenten: Mapped[int] = mapped_column(BigInteger)
    doelgroepen: Mapped[int] = mapped_column(BigInteger)
    form: Mapped[str] = mapped_column(String(8))
    cost: Mapped[int | None]
    """Euro per person."""
    weeks: Mapped[int | None]
    wait: Mapped[int | None]
    effectiveness: Mapped[int]
    sort_name: Mapped[str] = mapped_column(plain_text(200))
    """The name in lower case without accents."""
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(120))


class Document(Base):
    """What people read of one instrument: its whole card."""

    __tablename__ = "instrument_document"

    code: Mapped[str] = mapped_column(
        plain_text(16), ForeignKey("instrument.code", ondelete="CASCADE"), primary_key=True
    )
    card: Mapped[dict[str, Any]] = mapped_column(JSON)


class Loaded(Base):
    """The one row that says which version of the catalogue is in the tables."""

    __tablename__ = "catalogue"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(String(16))


class Advice(Base):
    """A list as it was on screen: what was known, which instruments, in which order, and why."""

    __tablename__ = "advice"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    conversation_id: Mapped[str] = mapped_column(String(32), index=True)
    person_id: Mapped[int | None] = mapped_column(index=True)
    known: Mapped[dict[str, Any]] = mapped_column(JSON)
    shown: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    catalogue_version: Mapped[str] = mapped_column(String(16))


class Choice(Base):
    """An instrument that somebody chose, and the argument in their own words."""

    __tablename__ = "choice"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    conversation_id: Mapped[str] = mapped_column(String(32), index=True)
    person_id: Mapped[int | None] = mapped_column(index=True)
    instrument: Mapped[str] = mapped_column(String(16), index=True)
    advice_id: Mapped[int] = mapped_column(ForeignKey("advice.id", ondelete="CASCADE"), index=True)
    advised: Mapped[bool]
    """Whether the chosen instrument was on the screen."""
    argument: Mapped[str | None] = mapped_column(Text)
