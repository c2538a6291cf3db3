"""A day of the week, "vandaag" or "morgen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard

ABBREVIATED = frozenset({"change_prompt_time", "pause_prompts"})

_FIRST = {"maan", "dins", "woens", "donder", "vrij", "zater", "zon"}
_SHORT = {f"{day[:2]}": f"{day}dag" for day in _FIRST}
_DAY = re.compile(
    rf"\b(?P<day>{'|'.join(sorted(_FIRST))})da(?:g|ch)(?:s|en|je)?"
    r"(?:(?:mid|voormid|namid)dag|ochtend|avond|nacht|morgen)?\b"
)
_NEAR = re.compile(r"(?<![\w'])(?P<day>vandaag|morgen)(?:ochtend|middag|avond)?\b")
_ABBREVIATION = re.compile(
    rf"(?<![\w'])(?P<day>{'|'.join(sorted(_SHORT))})\b(?!')"
    r"(?! (?:vroeg|laat|snel|veel|vaak|maar|niet))"
)
_DENIED = re.compile(r"\b(?:niet|nie|geen|ipv|in plaats van)(?: op)? $")


def days(heard: Heard) -> Iterator[Found]:
    """The entity `dag`; an abbreviation only where a moment is chosen ("vr 52" is a woman)."""
    for match in _DAY.finditer(heard.text):
        if not _DENIED.search(heard.text[: match.start()]):
            yield Found("dag", f"{match['day']}dag", *match.span())
    if heard.intent != "greet":
        for match in _NEAR.finditer(heard.text):
            yield Found("dag", match["day"], *match.span())
    if heard.intent in ABBREVIATED:
        for match in _ABBREVIATION.finditer(heard.text):
            yield Found("dag", _SHORT[match["day"]], *match.span())
