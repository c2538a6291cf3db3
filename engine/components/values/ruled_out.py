"""What a message says no to: "niet in Tiel", "geen budgetcoach", "geen statushouder"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from components.values.found import Found, Heard
from components.values.ordinals import denied_ordinals
from components.values.places import denied_places

ASKING = frozenset({"why_this", "instrument_details", "compare", "explain_term"})
"""Where a no asks why, or is part of a question."""
PICKS = "choose"
DENIED = frozenset({"instrument", "doelgroep"})
"""Entities that a word before or behind them says no to."""

_BEFORE = re.compile(
    r"\b(?<!waarom )(?:niet|nie|geen|zonder|behalve)"
    r"(?: (?:weer|nog|met|naar|voor|de|die|dat|een|zo'n))* $"
)
_AFTER = re.compile(r"^ (?:wil ik |hoeft |liever |doe ik |kan )?(?:niet|nie)(?: meer)?\W*$")


def ruled_out(heard: Heard, entities: list[dict[str, Any]]) -> Iterator[Found]:
    """The places, instruments and groups that are not meant; `entities` are what was read."""
    if heard.intent in ASKING:
        return
    yield from denied_places(heard)
    another = any(entity["entity"] == "instrument" for entity in entities)
    if not (heard.intent == PICKS and another):  # "niet de tweede, de eerste" picks
        yield from denied_ordinals(heard)
    for entity in entities:
        before, after = heard.text[: entity["start"]], heard.text[entity["end"] :]
        if entity["entity"] in DENIED and (_BEFORE.search(before) or _AFTER.match(after)):
            yield Found(entity["entity"], entity["value"], entity["start"], entity["end"])
