"""The conditions of narrowing, each written once; search, counts and relaxations all use them.

A condition holds for an instrument, fails, or does not apply because the fact is unknown. Unknown
never excludes. A reason is a condition that held, read from the very expression that did the
filtering: so no reason can be shown that did not act.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, and_, false, literal, or_
from sqlalchemy.orm import InstrumentedAttribute

from catalogue.known import Known
from catalogue.tables import Instrument
from catalogue.terms import Bits, Terms, bits

Test = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """One practical condition or the route, on the facts of an instrument."""

    kind: str
    """Id of the question that gave it."""
    holds: Test
    unknown: Test
    """The fact is not known, or the instrument is for everyone."""

    @property
    def keeps(self) -> Test:
        """Whether the instrument stays in."""
        return or_(self.unknown, self.holds)


def conditions(known: Known, terms: Terms) -> Iterator[Condition]:
    """Give every condition that is known, but for the kenmerken."""
    row = Instrument
    if known.route is not None:
        yield _shares("route", row.routes, bits([known.route], terms.routes))
    if known.gemeente is not None:
        places = bits([known.gemeente, *known.also_in], terms.gemeenten)
        yield _shares("gemeente", row.gemeenten, places)
    if known.doelgroepen:
        yield _shares("doelgroepen", row.doelgroepen, bits(known.doelgroepen, terms.doelgroepen))
    if known.form is not None:
        yield Condition("form", row.form.in_((known.form, "both")), false())
    if known.max_cost is not None:
        yield _at_most("max_cost", row.cost, known.max_cost)
    if known.max_weeks is not None:
        yield _at_most("max_weeks", row.weeks, known.max_weeks)
    if known.max_wait is not None:
        yield _at_most("max_wait", row.wait, known.max_wait)


def keeps(known: Known, terms: Terms) -> Test:
    """Give the whole test: may be advised, and every condition and the kenmerken keep it in."""
    tests = [condition.keeps for condition in conditions(known, terms)]
    return and_(
        Instrument.proposable, *tests, *_kenmerken(known, terms), *_not_ruled_out(known, terms)
    )


def acts_on(code: str, terms: Terms) -> Condition:
    """Ask that an instrument acts on one kenmerk; that is always known."""
    test = Instrument.kenmerken.bitwise_and(bits([code], terms.kenmerken)) != 0
    return Condition("kenmerk", test, false())


def count_bits(
    column: InstrumentedAttribute[int], wanted: frozenset[str], of: Bits
) -> ColumnElement[int]:
    """Count which of these values a set has: no database function for it is shared by both."""
    total: ColumnElement[int] = column.bitwise_and(0)
    for bit in sorted(of[value] for value in wanted if value in of):
        total = total + column.bitwise_rshift(literal(bit, Integer)).bitwise_and(1)
    return total


def _kenmerken(known: Known, terms: Terms) -> Iterator[Test]:
    """Any-of, or all where asked for; a no excludes only when every kenmerk was refused."""
    column = Instrument.kenmerken
    wanted = bits(known.wanted, terms.kenmerken)
    refused = bits(known.refused, terms.kenmerken)
    if known.wanted and known.every_kenmerk:
        nobody_has_one = known.wanted - set(terms.kenmerken)
        yield false() if nobody_has_one else column.bitwise_and(wanted) == wanted
    elif known.wanted:
        yield column.bitwise_and(wanted) != 0
    if refused:
        yield or_(column == 0, column.bitwise_and(~refused) != 0)


def _not_ruled_out(known: Known, terms: Terms) -> Iterator[Test]:
    """A no to a place excludes what is only there; a no to an instrument only that one."""
    if known.not_in:
        elsewhere = Instrument.gemeenten.bitwise_and(~bits(known.not_in, terms.gemeenten)) != 0
        yield or_(Instrument.gemeenten == 0, elsewhere)
    if known.unwanted:
        yield Instrument.code.not_in(sorted(known.unwanted))


def _shares(kind: str, column: InstrumentedAttribute[int], wanted: int) -> Condition:
    return Condition(kind, column.bitwise_and(wanted) != 0, column == 0)


def _at_most(kind: str, column: InstrumentedAttribute[int | None], most: int) -> Condition:
    return Condition(kind, column <= most, column.is_(None))
