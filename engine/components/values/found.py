"""What a reader of values returns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple


class Found(NamedTuple):
    """One value: the entity's name, its value and the words it was read in."""

    entity: str
    value: str | int
    start: int
    end: int


Reader = Callable[[str], Iterator[Found]]
"""Reads the values of its topic from a cleaned, lower-case message."""
