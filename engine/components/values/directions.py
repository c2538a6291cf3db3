"""How it went, in one word."""

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.phrases import phrases

_DENIED = re.compile(r"\b(?:niet|nie)(?: echt| veel| helemaal)? $")


def directions(heard: Heard) -> Iterator[Found]:
    """The entity `direction`, from `engine/data/richtingen.yml`; "niet slechter" says none."""
    for direction in phrases(heard, "direction", "richtingen"):
        if not _DENIED.search(heard.text[: direction.start]):
            yield direction
