"""The route that comes first."""

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.phrases import phrases

_DENIED = re.compile(
    r"\b(?:niet|nie|geen|ipv|in plaats van)(?: meer| per se| alleen)?(?: op| met| via| voor| in)? $"
)


def routes(heard: Heard) -> Iterator[Found]:
    """The entity `route`, from `engine/data/routes.yml`; "niet work first" is none."""
    for route in phrases(heard, "route", "routes"):
        if not _DENIED.search(heard.text[: route.start]):
            yield route
