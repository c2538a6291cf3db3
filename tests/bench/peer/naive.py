"""The search as one would first write it: load every row, then filter and sort in Python."""

from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from catalogue.instruments import Card
from catalogue.known import Known
from catalogue.tables import Document, Instrument
from catalogue.terms import Terms, bits

COLUMNS = tuple(column for column in Instrument.__table__.columns if column.name != "kind")


def search(session: Session, known: Known, limit: int) -> tuple[int, list[Card]]:
    """Give how many fit, and the first of them."""
    terms = Terms.read(session)
    wanted = bits(known.wanted, terms.kenmerken)
    rows = session.execute(select(*COLUMNS)).all()
    found = [row for row in rows if _fits(row, known, terms)]
    found.sort(
        key=lambda row: (
            not _shares(row.doelgroepen, bits(known.doelgroepen, terms.doelgroepen)),
            -(row.kenmerken & wanted).bit_count(),
            -row.effectiveness,
            row.sort_name,
            row.code,
        )
    )
    codes = [row.code for row in found[:limit]]
    documents = session.execute(
        select(Document.code, Document.card).where(Document.code.in_(codes))
    ).all()
    cards = {code: Card.model_validate(card) for code, card in documents}
    return len(found), [cards[code] for code in codes]


def _fits(row: Row[Any], known: Known, terms: Terms) -> bool:
    """The rules of narrowing; unknown never excludes."""
    wanted = bits(known.wanted, terms.kenmerken)
    refused = bits(known.refused, terms.kenmerken)
    return bool(
        row.proposable
        and (known.route is None or _shares(row.routes, bits([known.route], terms.routes)))
        and (not known.wanted or row.kenmerken & wanted)
        and (not refused or not row.kenmerken or row.kenmerken & ~refused)
        and (
            known.gemeente is None
            or _shares(row.gemeenten, bits([known.gemeente], terms.gemeenten))
        )
        and (
            not known.doelgroepen
            or _shares(row.doelgroepen, bits(known.doelgroepen, terms.doelgroepen))
        )
        and (known.form is None or row.form in (known.form, "both"))
        and _at_most(row.cost, known.max_cost)
        and _at_most(row.weeks, known.max_weeks)
        and _at_most(row.wait, known.max_wait)
    )


def _shares(has: int, wanted: int) -> bool:
    return not has or bool(has & wanted)


def _at_most(value: int | None, most: int | None) -> bool:
    return value is None or most is None or value <= most
