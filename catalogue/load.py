"""Fills the tables from the data files. Doing it twice changes nothing."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from catalogue import kenmerken
from catalogue.instruments import Card
from catalogue.tables import Document, Instrument, Loaded, Term
from catalogue.terms import Bits, bits, number
from store.datafile import Problem, Source, load_data_files

FOLDER = Path(__file__).parent / "data" / "instruments"

ONLY = 1
"""Id of the one row of `catalogue.tables.Loaded`."""


def load(session: Session, folder: Path = FOLDER) -> str:
    """Read the data files of a folder into the tables and give the version.

    Raises what `read_cards` raises; then nothing is changed.
    """
    return fill(session, read_cards(folder))


def read_cards(folder: Path = FOLDER) -> tuple[Card, ...]:
    """Read and check every data file. The file has the name of the code of its instrument.

    Raises `DataFileError`, which names file, line and mend of every problem.
    """
    rules = (_code_is_file_name, _routes_exist, _kenmerken_exist)
    return load_data_files(sorted(folder.glob("*.yml")), Card, rules=rules)


def version(session: Session) -> str:
    """Tell which version is in the tables; empty when nothing was ever loaded."""
    return session.scalar(select(Loaded.version).where(Loaded.id == ONLY)) or ""


def fill(session: Session, cards: Sequence[Card]) -> str:
    """Make the tables hold exactly these instruments and give the version.

    The version is a hash of everything on the cards, so equal content has an equal version.
    More than 62 different gemeenten, doelgroepen or kenmerken is a ``ValueError``.
    """
    documents = {card.code: card.model_dump(mode="json") for card in cards}
    if len(documents) != len(cards):
        raise ValueError("two instruments share one code")
    content = json.dumps([documents[code] for code in sorted(documents)], sort_keys=True)
    new = hashlib.sha256(content.encode()).hexdigest()[:12]
    if version(session) == new:
        return new
    sets = _sets(cards)
    session.execute(delete(Term))
    _insert(
        session,
        Term,
        (
            {"kind": kind, "value": value, "bit": bit}
            for kind, of in sets.items()
            for value, bit in of.items()
        ),
    )
    _replace(session, Instrument, [_facts(card, sets) for card in cards])
    _replace(session, Document, [{"code": c, "card": card} for c, card in documents.items()])
    session.merge(Loaded(id=ONLY, version=new))
    session.flush()
    return new


def _code_is_file_name(source: Source, card: Card) -> Iterator[Problem]:
    if card.code != source.path.stem:
        mend = f"name the file {card.code}.yml or correct the code"
        yield source.problem(("code",), f"is {card.code} in a file of another name", mend)


def _routes_exist(source: Source, card: Card) -> Iterator[Problem]:
    known = {route.code for route in kenmerken.load().routes}
    for position, code in enumerate(card.routes):
        if code not in known:
            mend = f"choose from {', '.join(sorted(known))}"
            yield source.problem(("routes", position), f"{code} does not exist", mend)


def _kenmerken_exist(source: Source, card: Card) -> Iterator[Problem]:
    known = kenmerken.load().kenmerken
    for position, code in enumerate(card.kenmerken):
        if code not in known:
            mend = "choose a code of kenmerken.yml"
            yield source.problem(("kenmerken", position), f"{code} does not exist", mend)


def _replace(
    session: Session, table: type[Instrument | Document], rows: Sequence[dict[str, Any]]
) -> None:
    """Make a table hold these rows; one that stays is changed in place, for what points at it."""
    before = set(session.scalars(select(table.code)))
    gone = before - {row["code"] for row in rows}
    for code in gone:
        session.execute(delete(table).where(table.code == code))
    if stays := [row for row in rows if row["code"] in before]:
        session.execute(update(table), stays)
    _insert(session, table, (row for row in rows if row["code"] not in before))


def _insert(session: Session, table: type[Any], rows: Iterator[dict[str, Any]]) -> None:
    if new := list(rows):
        session.execute(insert(table), new)


def _sets(cards: Sequence[Card]) -> dict[str, Bits]:
    """Give every value that an instrument has a bit."""

    def every(found: Iterable[Iterable[str]]) -> Bits:
        return number(chain.from_iterable(found))

    return {
        "routes": every(card.routes for card in cards),
        "kenmerken": every(card.kenmerken for card in cards),
        "gemeenten": every(_gemeenten(card) for card in cards),
        "doelgroepen": every(card.doelgroepen for card in cards),
    }


def _facts(card: Card, sets: dict[str, Bits]) -> dict[str, Any]:
    """Give the row that searching reads."""
    return {
        "code": card.code,
        "proposable": card.proposable,
        "routes": bits(card.routes, sets["routes"]),
        "kenmerken": bits(card.kenmerken, sets["kenmerken"]),
        "gemeenten": bits(_gemeenten(card), sets["gemeenten"]),
        "doelgroepen": bits(card.doelgroepen, sets["doelgroepen"]),
        "form": card.form,
        "cost": card.cost_per_person,
        "weeks": card.duration_weeks,
        "wait": card.start.wait_weeks,
        "effectiveness": card.effectiveness,
        "sort_name": sort_name(card.name),
        "name": card.name,
        "kind": card.kind,
    }


def _gemeenten(card: Card) -> Iterator[str]:
    return (location.gemeente for location in card.locations)


def sort_name(name: str) -> str:
    """Give a name in lower case without accents, to sort alike everywhere."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
