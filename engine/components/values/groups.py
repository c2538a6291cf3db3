"""Target groups, only when the word itself is said; an age is none."""

from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.phrases import phrases


def groups(heard: Heard) -> Iterator[Found]:
    """The entity `doelgroep`, from `engine/data/doelgroepen.yml`."""
    return phrases(heard, "doelgroep", "doelgroepen")
