"""What a message says no to: "niet in Tiel", "geen budgetcoach", "de eerste niet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from components.values.denied import denied
from components.values.found import Found, Heard
from components.values.groups import denied_groups
from components.values.instruments import is_refused, refused_help
from components.values.ordinals import denied_ordinals
from components.values.places import denied_places

ASKING = frozenset({"why_this", "instrument_details", "compare", "explain_term"})
"""Where a no asks why, or is part of a question."""
PICKS = "choose"

_REFUSES = re.compile(
    r"^(?:(?:nee|alles|overal|liever|graag|maar|en|dan|doe)[, ]+)*"
    r"(?:niet|nie|geen|zonder|behalve)\b[^?]*$"
)
"""What begins with a no and asks nothing: "geen taalcursus of sollicitatietraining"."""
_IN_A_GROUP = re.compile(r"groeps?")


def ruled_out(heard: Heard, entities: list[dict[str, Any]]) -> Iterator[Found]:
    """The places, groups and instruments that are not wanted, beside `entities` that were read."""
    if heard.intent in ASKING and not _REFUSES.match(heard.text):
        return
    yield from denied_places(heard)
    yield from denied_groups(heard)
    named = [
        Found("instrument", one["value"], one["start"], one["end"])
        for one in entities
        if one["entity"] == "instrument"
    ]
    if not (heard.intent == PICKS and named):  # "niet de tweede, de eerste" picks
        yield from denied_ordinals(heard)
    for one in sorted(denied(heard.text, named, is_refused), key=lambda one: one.start):
        if not _IN_A_GROUP.match(str(one.value)):
            yield one
    for other in refused_help(heard):
        if not any(one.start < other.end and other.start < one.end for one in named):
            yield other
