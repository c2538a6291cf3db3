"""What was said in a conversation, for the person whose words they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

from again import is_again

BY_ITSELF = "EXTERNAL: "
"""What Rasa puts before the intent of a prompt, in place of a text: nobody said it."""

WORD_JOINER = "\u2060"


def said(events: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """Give every line as {"by": "person" or "bot", "text", "at" (ISO 8601 in UTC)}.

    A pressed button is told by the title that it had on the screen. Events as the tracker store
    keeps them, in their order.
    """
    lines: list[dict[str, str]] = []
    titles: dict[str, str] = {}
    for event in events:
        text = str(event.get("text") or "")
        if event.get("event") == "bot":
            buttons = (event.get("data") or {}).get("buttons") or ()
            titles.update({button["payload"]: button["title"] for button in buttons})
            by = "bot"
        elif event.get("event") == "user" and not (text.startswith(BY_ITSELF) or is_again(event)):
            text = titles.get(text, text.removeprefix(WORD_JOINER))
            by = "person"
        else:
            continue
        if text:
            at = datetime.fromtimestamp(event["timestamp"], tz=timezone.utc).isoformat()
            lines.append({"by": by, "text": text, "at": at})
    return lines
