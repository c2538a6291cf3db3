"""What is heard next, once somebody said that there was no danger.

It is what they said beside that, or else the words that were taken for danger.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from components.danger import DENIED, INTENT

NEXT = "hear_next"
"""In what a reply gives the channel: words to hear, or how many alarms ago they were said."""

BESIDE = "beside_a_denial"
"""In the metadata of words that were said beside a denial."""

Wanted = str | int


def wanted(replies: Iterable[dict[str, Any]]) -> Wanted | None:
    """What an answer wants heard: words, or a number of alarms. None where it wants nothing."""
    asked = ((reply.get("custom") or {}).get(NEXT) for reply in replies)
    return next((what for what in asked if what is not None), None)


def metadata(what: Wanted) -> dict[str, bool]:
    """Of words that are heard again; what was said beside a denial may be danger itself."""
    return {BESIDE if isinstance(what, str) else DENIED: True}


def is_again(event: dict[str, Any]) -> bool:
    """Whether nobody said this just now: it was said before, and is heard again."""
    return not {DENIED, BESIDE}.isdisjoint(event.get("metadata") or {})


def words_to_hear(what: Wanted, newest_first: Iterable[dict[str, Any]]) -> str | None:
    """The words that are wanted, or those of so many alarms before the newest message.

    None where they were heard again since.
    """
    messages = iter(newest_first)
    if is_again(next(messages)):
        return None
    if isinstance(what, str):
        return what
    alarms = (str(one["text"]) for one in messages if _is_alarm(one))
    return next(islice(alarms, what - 1, None), None)


def _is_alarm(event: dict[str, Any]) -> bool:
    """Whether danger was heard in typed words."""
    pressed = str(event["text"]).startswith("/")
    return not pressed and event["parse_data"]["intent"]["name"] == INTENT
