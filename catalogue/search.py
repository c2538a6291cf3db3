"""Which instruments fit what is known, in which order, and why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, Select, case, func, select
from sqlalchemy.orm import Session

from catalogue.conditions import conditions, count_bits, keeps
from catalogue.instruments import Card
from catalogue.known import Known
from catalogue.tables import Document, Instrument
from catalogue.terms import Terms, bits, values

ORDER = ("open", "matched", "effectiveness", "name", "code")
"""The order of every list, and all of it: nothing hidden sorts.

1. Whether it is open to this person: what is only for a doelgroep that nobody named comes last.
2. How many of the wanted kenmerken the instrument acts on: more comes first.
3. How well it works: `catalogue.instruments.Card.effectiveness`, better comes first.
4. Its name, without regard to capitals and accents.
5. Its code. No two instruments share one, so the same knowledge always gives the same list.
"""


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition that acted: ``kind`` is ``kenmerk`` or a question id, ``value`` what was asked.

    An instrument whose fact is unknown, or that is for everyone, gives no reason of that kind.
    """

    kind: str
    value: str | int


@dataclass(frozen=True, slots=True)
class Fit:
    """One instrument that fits."""

    instrument: Card
    matched: tuple[str, ...]
    """Wanted kenmerken that it acts on."""
    missed: tuple[str, ...]
    """Wanted kenmerken that it does not act on."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the list, and how many fit in all."""

    total: int
    fits: tuple[Fit, ...]


def search(
    session: Session,
    known: Known,
    limit: int | None = 5,
    offset: int = 0,
    skip: Collection[str] = (),
) -> Found:
    """Find what fits, in `ORDER`. Three queries, whatever the catalogue holds.

    ``skip`` leaves instruments out of both the page and the total, such as those seen before.
    Without a ``limit`` everything comes.
    """
    terms = Terms.read(session)
    test = keeps(known, terms)
    if skip:
        test = test & Instrument.code.not_in(skip)
    total = session.scalar(select(func.count()).select_from(Instrument).where(test)) or 0
    page = _page(known, terms).where(test).limit(limit).offset(offset).subquery()
    rows = session.execute(
        select(page, Document.card)
        .join(Document, Document.code == page.c.code)
        .order_by(page.c.closed, page.c.rank_matched.desc(), page.c.effectiveness.desc())
        .order_by(page.c.sort_name, page.c.code)
    )
    return Found(total, tuple(_fit(row, known, terms) for row in rows))


def instrument(session: Session, code: str) -> Card | None:
    """Find any instrument by its code, also one that only refers or is parked."""
    document = session.scalar(select(Document.card).where(Document.code == code))
    return None if document is None else Card.model_validate(document)


def names(session: Session) -> tuple[tuple[str, str, str], ...]:
    """Give code, kind and name of every instrument, by name: to recognise what people type."""
    rows = session.execute(
        select(Instrument.code, Instrument.kind, Instrument.name).order_by(
            Instrument.sort_name, Instrument.code
        )
    )
    return tuple((code, kind, name) for code, kind, name in rows)


def only_for(session: Session, groups: Collection[str]) -> frozenset[str]:
    """Give the codes of the instruments that are for nobody but these doelgroepen."""
    column, of = Instrument.doelgroepen, Terms.read(session).doelgroepen
    others = column.bitwise_and(~bits(groups, of))
    found = session.scalars(select(Instrument.code).where(column != 0, others == 0))
    return frozenset(found)


def _page(known: Known, terms: Terms) -> Select[tuple[object, ...]]:
    """Select what ranks and explains an instrument, with the expressions that also filter."""
    rank = count_bits(Instrument.kenmerken, known.wanted, terms.kenmerken)
    closed = case((Instrument.doelgroepen == 0, 0), (_groups(known, terms) != 0, 0), else_=1)
    held = [
        condition.holds.label(f"held_{condition.kind}") for condition in conditions(known, terms)
    ]
    return select(
        Instrument.code,
        Instrument.effectiveness,
        Instrument.sort_name,
        closed.label("closed"),
        rank.label("rank_matched"),
        Instrument.kenmerken.bitwise_and(bits(known.wanted, terms.kenmerken)).label("acts_on"),
        _groups(known, terms).label("for_groups"),
        *held,
    ).order_by(
        closed,
        rank.desc(),
        Instrument.effectiveness.desc(),
        Instrument.sort_name,
        Instrument.code,
    )


def _groups(known: Known, terms: Terms) -> ColumnElement[int]:
    """The doelgroepen of an instrument that are known to be meant."""
    return Instrument.doelgroepen.bitwise_and(bits(known.doelgroepen, terms.doelgroepen))


def _fit(row: Row[tuple[object, ...]], known: Known, terms: Terms) -> Fit:
    found = row._mapping
    acts_on = values(found["acts_on"], terms.kenmerken)
    reasons = [Reason("kenmerk", code) for code in acts_on]
    for condition in conditions(known, terms):
        if not found[f"held_{condition.kind}"]:
            continue
        if condition.kind == "doelgroepen":
            reasons += [
                Reason("doelgroepen", g) for g in values(found["for_groups"], terms.doelgroepen)
            ]
        else:
            reasons.append(Reason(condition.kind, getattr(known, condition.kind)))
    return Fit(
        instrument=Card.model_validate(found["card"]),
        matched=acts_on,
        missed=tuple(sorted(known.wanted - set(acts_on))),
        reasons=tuple(_route_first(reasons)),
    )


def _route_first(reasons: Sequence[Reason]) -> list[Reason]:
    return sorted(reasons, key=lambda reason: reason.kind != "route")
