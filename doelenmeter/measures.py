"""Units that can be counted, and how an amount of them is said, from one checked data file."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from store.datafile import Record, load_data_file

FILE = Path(__file__).parent / "data" / "measures.yml"

Period = Literal["day", "week", "month"]
Text = Annotated[str, Field(min_length=1)]


class Unit(Record):
    """Hours, times or days."""

    code: Text
    one: Text
    many: Text
    step: Annotated[Decimal, Field(gt=0)]
    whole: bool
    most: Annotated[Mapping[Period, Decimal | None], Field(min_length=1)]

    @model_validator(mode="after")
    def _on_the_grid(self) -> Self:
        """Check that every limit is a number of steps."""
        for period, most in self.most.items():
            if most is not None and most % self.step:
                raise ValueError(f"the most per {period} is no number of steps; correct it")
        return self

    def said(self, amount: Decimal) -> str:
        """Give an amount as people write it: "1 dag", "2,5 uur"."""
        return f"{number(amount)} {self.one if amount == 1 else self.many}"


class Amounts(Record):
    """Sentences for an amount between two bounds."""

    exactly: Text
    either: Text
    range: Text
    at_most: Text
    at_least: Text
    below: Text
    above: Text
    from_below: Text
    above_to: Text


class Measures(Record):
    """The whole file."""

    periods: Mapping[Period, Text]
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]
    amounts: Amounts

    def unit(self, code: str) -> Unit:
        """Give the unit with this code. Raises KeyError when there is none."""
        return {unit.code: unit for unit in self.units}[code]


@cache
def load() -> Measures:
    """Read and check the file, once a process. Raises DataFileError, which names the mend."""
    return load_data_file(FILE, Measures, nouns={"units": "unit"})


def number(amount: Decimal) -> str:
    """Write a number with a Dutch comma and no needless zeros."""
    return f"{amount.normalize():f}".replace(".", ",")
