"""Which single condition to let go when nothing, or too little, fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from catalogue.conditions import keeps
from catalogue.known import KENMERK, PRACTICAL, RULED_OUT, Known
from catalogue.tables import Instrument
from catalogue.terms import Terms


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One condition to let go, and how many fit without it."""

    drop: str
    """What `catalogue.known.Known.without` takes."""
    count: int


def relaxations(session: Session, known: Known) -> tuple[Relaxation, ...]:
    """Give each single condition that is worth letting go, best first. Two queries.

    Only those that give more than fits now; where nothing fits, those that give anything. All
    wanted kenmerken go together as ``kenmerken``; one of them alone only when all were asked
    for, or when it was refused. Equal counts keep the order of the conditions.
    """
    drops = list(_droppable(known))
    if not drops:
        return ()
    terms = Terms.read(session)
    tests = [keeps(less, terms) for less in (known, *map(known.without, drops))]
    row = session.execute(
        select(
            *(func.coalesce(func.sum(case((test, 1), else_=0)), 0) for test in tests)
        ).select_from(Instrument)
    ).one()
    now, *counts = map(int, row)
    gains = [Relaxation(drop, n) for drop, n in zip(drops, counts, strict=True) if n > now]
    return tuple(sorted(gains, key=lambda relaxation: -relaxation.count))


def _droppable(known: Known) -> Iterator[str]:
    """Name every condition that is known and can go alone; the practical ones first."""
    yield from (question for question in (*PRACTICAL, *RULED_OUT) if known.knows(question))
    if known.every_kenmerk and len(known.wanted) > 1:
        yield from (KENMERK + code for code in sorted(known.wanted))
    if known.wanted:
        yield "kenmerken"
    yield from (KENMERK + code for code in sorted(known.refused))
    if known.route is not None:
        yield "route"
