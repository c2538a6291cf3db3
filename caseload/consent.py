"""Consent: for each purpose a text in plain words, and who said yes to which version of it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseload.models import Consent, Purpose
from store.datafile import Problem, Record, Source, load_data_file

FILE = Path(__file__).parent / "data" / "consent.yml"

Words = Annotated[str, Field(min_length=1)]


class Text(Record):
    """What somebody reads before saying yes."""

    version: Annotated[int, Field(ge=1)]
    renew: bool = False
    """A yes to an earlier version no longer counts."""
    title: Words
    kept: Words
    """What is kept."""
    seen: Words
    """Who sees it."""
    withdraw: Words
    """How to take the yes back, and what happens then."""


class _Versions(Record):
    code: Purpose
    versions: Annotated[tuple[Text, ...], Field(min_length=1)]


class _File(Record):
    purposes: tuple[_Versions, ...]


def text(purpose: Purpose) -> Text:
    """Give the text of now. Raises DataFileError, which names line and mend."""
    return _load()[purpose][-1]


def text_of(row: Consent) -> Text:
    """Give the text that somebody read when this row was written."""
    return _load()[Purpose(row.purpose)][row.version - 1]


def has(session: Session, person_id: int, purpose: Purpose) -> bool:
    """Tell whether somebody's yes counts now: given last, and to words that still hold."""
    last = _last(session, person_id, purpose)
    return last is not None and last.given and last.version >= _oldest_valid(purpose)


def give(session: Session, person_id: int, purpose: Purpose, *, now: datetime) -> None:
    """Store a yes to the text of now. Saying it twice is saying it once."""
    last = _last(session, person_id, purpose)
    if last is None or not last.given or last.version != text(purpose).version:
        _add(session, person_id, purpose, given=True, now=now)


def withdraw(session: Session, person_id: int, purpose: Purpose, *, now: datetime) -> None:
    """Take a yes back. Without one nothing happens."""
    last = _last(session, person_id, purpose)
    if last is not None and last.given:
        _add(session, person_id, purpose, given=False, now=now)


def history(session: Session, person_id: int) -> list[Consent]:
    """Give every yes of somebody and every time it was taken back, the oldest first."""
    return list(
        session.scalars(select(Consent).where(Consent.person_id == person_id).order_by(Consent.id))
    )


def _last(session: Session, person_id: int, purpose: Purpose) -> Consent | None:
    return session.scalar(
        select(Consent)
        .where(Consent.person_id == person_id, Consent.purpose == purpose.value)
        .order_by(Consent.id.desc())
        .limit(1)
    )


def _add(session: Session, person_id: int, purpose: Purpose, *, given: bool, now: datetime) -> None:
    session.add(
        Consent(
            person_id=person_id,
            purpose=purpose.value,
            given=given,
            version=text(purpose).version,
            at=now,
        )
    )
    session.flush()


def _oldest_valid(purpose: Purpose) -> int:
    return max((text.version for text in _load()[purpose] if text.renew), default=1)


def _load() -> Mapping[Purpose, tuple[Text, ...]]:
    return _read(FILE)


@cache
def _read(path: Path) -> Mapping[Purpose, tuple[Text, ...]]:
    file = load_data_file(path, _File, rules=(_complete,), nouns={"purposes": "purpose"})
    return MappingProxyType({found.code: found.versions for found in file.purposes})


def _complete(source: Source, file: _File) -> Iterator[Problem]:
    codes = [found.code for found in file.purposes]
    if sorted(codes) != sorted(Purpose):
        expected = ", ".join(Purpose)
        yield source.problem(("purposes",), f"are {', '.join(codes)}", f"give {expected} once each")
    for position, found in enumerate(file.purposes):
        numbers = [text.version for text in found.versions]
        if numbers != list(range(1, len(numbers) + 1)):
            place = ("purposes", position, "versions")
            yield source.problem(place, "do not count 1, 2, 3", "put the newest last")
