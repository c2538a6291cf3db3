"""The route that comes first."""

from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.phrases import phrases


def routes(heard: Heard) -> Iterator[Found]:
    """The entity `route`, from `engine/data/routes.yml`."""
    return phrases(heard, "route", "routes")
