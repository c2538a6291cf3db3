"""What was on screen, and what people chose, with their argument."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from catalogue import load, tables
from catalogue.known import Known
from catalogue.search import Fit, Reason


@dataclass(frozen=True, slots=True)
class Shown:
    """One instrument on screen and why it was there."""

    code: str
    reasons: tuple[Reason, ...] = ()

    @classmethod
    def of(cls, fit: Fit) -> "Shown":
        """Give what was shown of a search result."""
        return cls(fit.instrument.code, fit.reasons)


@dataclass(frozen=True, slots=True)
class Advice:
    """A list that was on screen, in its order."""

    id: int
    at: datetime
    conversation_id: str
    person_id: int | None
    known: Known
    shown: tuple[Shown, ...]
    catalogue_version: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen instrument, the argument, and the list it was chosen from."""

    id: int
    at: datetime
    conversation_id: str
    person_id: int | None
    instrument: str
    advised: bool
    argument: str | None
    advice: Advice

    def to_json(self) -> dict[str, Any]:
        """Give plain JSON values: who, what was on screen and why, what was chosen and why."""
        known = self.advice.known
        return {
            "id": self.id,
            "at": self.at.isoformat(),
            "conversation_id": self.conversation_id,
            "person_id": self.person_id,
            "instrument": self.instrument,
            "advised": self.advised,
            "argument": self.argument,
            "route": known.route,
            "kenmerken": sorted(known.wanted),
            "shown": [asdict(shown) for shown in self.advice.shown],
            "known": known.to_json(),
            "catalogue_version": self.advice.catalogue_version,
        }


def advise(
    session: Session,
    *,
    now: datetime,
    conversation_id: str,
    person_id: int | None,
    known: Known,
    shown: Sequence[Shown],
) -> Advice:
    """Store a list as it is put on screen. The same list again in a conversation is one row.

    People's own words stay out: `Known.said` is not stored.
    """
    row = tables.Advice(
        at=now,
        conversation_id=conversation_id,
        person_id=person_id,
        known=_stored(known),
        shown=[asdict(item) for item in shown],
        catalogue_version=load.version(session),
    )
    latest = _latest(session, conversation_id)
    if latest is not None and _same(latest, row):
        return _advice(latest)
    session.add(row)
    session.flush()
    return _advice(row)


def last_advice(session: Session, *, conversation_id: str) -> Advice | None:
    """Give the list that was last on screen in a conversation, to go on from there."""
    row = _latest(session, conversation_id)
    return None if row is None else _advice(row)


def record(
    session: Session,
    *,
    now: datetime,
    conversation_id: str,
    person_id: int | None,
    instrument: str,
    shown: Sequence[Shown],
    known: Known,
    argument: str | None,
    advised: bool,
) -> Choice:
    """Store a choice, with the list that was on screen. Without consent no ``person_id``."""
    advice = advise(
        session,
        now=now,
        conversation_id=conversation_id,
        person_id=person_id,
        known=known,
        shown=shown,
    )
    row = tables.Choice(
        at=now,
        conversation_id=conversation_id,
        person_id=person_id,
        instrument=instrument,
        advice_id=advice.id,
        advised=advised,
        argument=argument,
    )
    session.add(row)
    session.flush()
    return _choice(row, advice)


def everything(
    session: Session, conversation_ids: Collection[str], *, person_id: int | None = None
) -> dict[str, Any]:
    """Give all lists and choices of these conversations and of a person, as plain JSON values."""
    advices = select(tables.Advice).where(_of(tables.Advice, conversation_ids, person_id))
    choices = (
        select(tables.Choice, tables.Advice)
        .join(tables.Advice, tables.Advice.id == tables.Choice.advice_id)
        .where(_of(tables.Choice, conversation_ids, person_id))
        .order_by(tables.Choice.id)
    )
    return {
        "lists": [
            {
                "at": row.at.isoformat(),
                "shown": [item["code"] for item in row.shown],
                "known": row.known,
            }
            for row in session.scalars(advices.order_by(tables.Advice.id))
        ],
        "choices": [
            {
                "at": row.at.isoformat(),
                "instrument": row.instrument,
                "argument": row.argument,
                "shown": [item["code"] for item in advice.shown],
            }
            for row, advice in session.execute(choices)
        ],
    }


def forget(
    session: Session, conversation_ids: Collection[str], *, person_id: int | None = None
) -> None:
    """Erase every list and every choice of these conversations and of a person."""
    for table in (tables.Choice, tables.Advice):
        session.execute(delete(table).where(_of(table, conversation_ids, person_id)))


def take_back(session: Session, *, conversation_id: str) -> None:
    """Erase the newest choice of a conversation; its list stays. Without a choice do nothing."""
    mine = tables.Choice.conversation_id == conversation_id
    newest = select(tables.Choice).where(mine).order_by(tables.Choice.id.desc()).limit(1)
    if choice := session.scalar(newest):
        session.delete(choice)
        session.flush()


def last(session: Session, n: int = 1) -> list[Choice]:
    """Give the last choices, newest first."""
    rows = session.execute(
        select(tables.Choice, tables.Advice)
        .join(tables.Advice, tables.Advice.id == tables.Choice.advice_id)
        .order_by(tables.Choice.id.desc())
        .limit(n)
    )
    return [_choice(choice, _advice(advice)) for choice, advice in rows]


def _of(
    table: type[tables.Choice | tables.Advice],
    conversation_ids: Collection[str],
    person_id: int | None,
) -> ColumnElement[bool]:
    """Tell which rows are of these conversations; of a person also where that is known."""
    talked = table.conversation_id.in_(conversation_ids)
    return talked if person_id is None else or_(talked, table.person_id == person_id)


def _latest(session: Session, conversation_id: str) -> tables.Advice | None:
    return session.scalar(
        select(tables.Advice)
        .where(tables.Advice.conversation_id == conversation_id)
        .order_by(tables.Advice.id.desc())
        .limit(1)
    )


def _same(one: tables.Advice, other: tables.Advice) -> bool:
    """Compare what was on screen; the reasons follow from the rest."""
    codes = [[item["code"] for item in row.shown] for row in (one, other)]
    versions = {one.catalogue_version, other.catalogue_version}
    return codes[0] == codes[1] and one.known == other.known and len(versions) == 1


def _stored(known: Known) -> dict[str, Any]:
    return {key: value for key, value in known.to_json().items() if key != "said"}


def _advice(row: tables.Advice) -> Advice:
    return Advice(
        id=row.id,
        at=row.at,
        conversation_id=row.conversation_id,
        person_id=row.person_id,
        known=Known.from_json(row.known),
        shown=tuple(
            Shown(item["code"], tuple(Reason(**reason) for reason in item["reasons"]))
            for item in row.shown
        ),
        catalogue_version=row.catalogue_version,
    )


def _choice(row: tables.Choice, advice: Advice) -> Choice:
    return Choice(
        id=row.id,
        at=row.at,
        conversation_id=row.conversation_id,
        person_id=row.person_id,
        instrument=row.instrument,
        advised=row.advised,
        argument=row.argument,
        advice=advice,
    )
