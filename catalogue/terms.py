"""The bits of the sets: which bit of ``instrument.kenmerken`` is kenmerk 3.3, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue.tables import Term

MOST = 62
"""Values that fit in one set: a 64-bit number without its sign, and one to spare."""

Bits = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Terms:
    """For each set of the catalogue its values and their bits, in the order of the bits."""

    routes: Bits
    kenmerken: Bits
    gemeenten: Bits
    doelgroepen: Bits

    @classmethod
    def read(cls, session: Session) -> Self:
        """Read all values from the database, in one query."""
        sets: dict[str, dict[str, int]] = {name: {} for name in cls.__dataclass_fields__}
        for kind, value, bit in session.execute(
            select(Term.kind, Term.value, Term.bit).order_by(Term.bit)
        ):
            sets[kind][value] = bit
        return cls(**sets)


def bits(values: Iterable[str], of: Bits) -> int:
    """Give the whole number with the bits of these values; a value nobody has gives none."""
    return sum(1 << of[value] for value in set(values) if value in of)


def values(number: int, of: Bits) -> tuple[str, ...]:
    """Give the values whose bits are set, in the order of the bits."""
    return tuple(value for value, bit in of.items() if number >> bit & 1)


def number(found: Iterable[str]) -> Bits:
    """Give each value a bit, in sorted order. More than `MOST` values is a ``ValueError``."""
    ordered = sorted(set(found))
    if len(ordered) > MOST:
        raise ValueError(f"at most {MOST} values fit in one set, not {len(ordered)}")
    return {value: bit for bit, value in enumerate(ordered)}
