"""What was taken for danger is heard again, once its person said that there was none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from components.danger import DENIED, INTENT

AGAIN = "hear_again"
"""In what a reply gives the channel: danger was heard in typed words, and denied."""

METADATA = {DENIED: True}
"""Of the same words, heard again."""


def wanted(replies: Iterable[dict[str, Any]]) -> bool:
    """Whether an answer asks for it."""
    return any(AGAIN in (reply.get("custom") or {}) for reply in replies)


def is_again(event: dict[str, Any]) -> bool:
    """Whether nobody said this just now: it was said before, and is heard again."""
    return DENIED in (event.get("metadata") or {})


def last_alarm(newest_first: Iterable[dict[str, Any]]) -> str | None:
    """The words that were last taken for danger before the denial, which is the newest message.

    None where they were heard again since.
    """
    messages = iter(newest_first)
    if is_again(next(messages)):
        return None
    alarms = (one for one in messages if one["parse_data"]["intent"]["name"] == INTENT)
    return next((str(alarm["text"]) for alarm in alarms), None)
