"""How it went, in one word."""

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.phrases import phrases

_DENIED = re.compile(r"\b(?:niet|nie)(?: echt| veel| helemaal)? $")


_WENT_WELL = re.compile(r"(?:ging|gaat|gaan) (?:het )?(?:al )?(?:goed|lekker|prima|best goed)")
_NUMBER = re.compile(r"(?<![\w,.])[0-3](?![\w,.:])")


def directions(heard: Heard) -> Iterator[Found]:
    """The entity `direction`, from `engine/data/richtingen.yml`; "niet slechter" says none.

    Beside a number "ging goed" says no more than the number does.
    """
    for direction in phrases(heard, "direction", "richtingen"):
        if _WENT_WELL.fullmatch(heard.text, direction.start, direction.end) and _NUMBER.search(
            heard.text
        ):
            continue
        if not _DENIED.search(heard.text[: direction.start]):
            yield direction
