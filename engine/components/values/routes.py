"""The route that comes first."""

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.order import order
from components.values.phrases import phrases

NO_ORDER = frozenset({"explain_term", "set_goal", "goals_list", "standard_goals"})
"""Intents in which an order is that of steps to a goal, or is asked about."""
_DENIED = re.compile(
    r"\b(?:niet|nie|geen|ipv|in plaats van)(?: meer| per se| alleen)?(?: op| met| via| voor| in)? $"
)


def routes(heard: Heard) -> Iterator[Found]:
    """The entity `route`, by an order or from `engine/data/routes.yml`; "niet work first" is none.

    Whoever puts two things in order says more than who names one: "eerst taal, dan snel werk".
    """
    ordered = [] if heard.intent in NO_ORDER else list(order(heard))
    yield from ordered
    for route in () if ordered else phrases(heard, "route", "routes"):
        if not _DENIED.search(heard.text[: route.start]):
            yield route
