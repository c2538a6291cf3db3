"""What a reader of values gets and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from components.text import clean, lower


@dataclass(frozen=True)
class Heard:
    """A message as typed and the intent it was given; offsets are those of `typed`."""

    typed: str
    intent: str | None = None

    @cached_property
    def text(self) -> str:
        """Cleaned and in lower case."""
        return lower(self.typed)

    @cached_property
    def cased(self) -> str:
        """Cleaned, with its capitals."""
        return clean(self.typed)

    @cached_property
    def words(self) -> int:
        """How many words there are."""
        return len(self.text.split())


class Found(NamedTuple):
    """One value: the entity's name, its value and the words it was read in."""

    entity: str
    value: str | int | float
    start: int
    end: int


Reader = Callable[[Heard], Iterator[Found]]
