"""A message that was heard already, before the engine was killed: what was its answer?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from again import is_again

SESSION_START = "action_session_start"


def replies_to(message_id: str, events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events in which the bot answered the last message of a conversation, if it has this id.

    Where that message began a session, what the bot said at its start is part of the answer; so
    is what it said to words that were heard again after it (see `again`).
    """
    said: list[dict[str, Any]] = []
    begins = heard = False
    for event in events:
        if event["event"] == "action" and event["name"] == SESSION_START:
            said, begins = [], True
        elif event["event"] == "user":
            again = heard and is_again(event)
            said = said if begins or again else []
            begins = False
            heard = event.get("message_id") == message_id
        elif event["event"] == "bot":
            said.append(event)
    return said if heard else []
