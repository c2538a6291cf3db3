"""The turns of a little while ago: a message that is put twice is heard once."""

from __future__ import annotations

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

KEPT = 1000
TRIES = 2
"""How many times whoever puts a message waits for its turn; after that the turn is given up."""

Messages = list[dict[str, Any]]


class Turns:
    """Each turn runs by itself, so that who stopped waiting may come back for its replies."""

    def __init__(self, seconds: float, kept: int = KEPT) -> None:
        """`seconds` is how long one request may wait; `kept` how many ended turns are kept."""
        self._seconds = seconds
        self._kept = kept
        self._turns: OrderedDict[tuple[str, str], asyncio.Future[Messages]] = OrderedDict()

    async def replies(
        self, conversation: str, message_id: str | None, hear: Callable[[], Awaitable[Messages]]
    ) -> Messages:
        """The replies to a message: those of its turn before, else `hear` makes them.

        A turn that failed, or that had no reply, is made again. Raises asyncio.TimeoutError when
        there is no reply yet, and whatever `hear` raises.
        """
        key = (conversation, message_id or secrets.token_hex())
        turn = self._turns.get(key)
        if turn is None or _failed(turn):
            turn = asyncio.ensure_future(asyncio.wait_for(hear(), TRIES * self._seconds))
            turn.add_done_callback(_failed)  # asks for its error, which nobody may be waiting for
            self._turns[key] = turn
            self._let_go()
        return await asyncio.wait_for(asyncio.shield(turn), self._seconds)

    def forget(self, conversation: str) -> None:
        """Keep nothing of a conversation."""
        for key in [key for key in self._turns if key[0] == conversation]:
            del self._turns[key]

    def _let_go(self) -> None:
        """Drop the oldest ended turns beyond what is kept."""
        ended = [key for key, turn in self._turns.items() if turn.done()]
        for key in ended[: max(0, len(self._turns) - self._kept)]:
            del self._turns[key]


def _failed(turn: asyncio.Future[Messages]) -> bool:
    """Whether a turn ended without any reply."""
    return turn.done() and (turn.cancelled() or bool(turn.exception()) or not turn.result())
