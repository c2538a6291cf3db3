"""How it went, in one word."""

from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.phrases import phrases


def directions(heard: Heard) -> Iterator[Found]:
    """The entity `direction`, from `engine/data/richtingen.yml`."""
    return phrases(heard, "direction", "richtingen")
