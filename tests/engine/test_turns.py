"""A message that is put twice is heard once, also when its turn takes longer than one request."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

import pytest
from turns import Turns

T = TypeVar("T")
REPLY = [{"text": "Hoi!"}]


class Rasa:
    """Hears messages; each turn ends when it is told to."""

    def __init__(self) -> None:
        self.heard = 0
        self.end = asyncio.Event()
        self.plan: list[Any] = []

    async def hear(self) -> list[dict[str, Any]]:
        self.heard += 1
        await self.end.wait()
        planned = self.plan.pop(0) if self.plan else REPLY
        if isinstance(planned, Exception):
            raise planned
        return planned


async def soon(work: Awaitable[T]) -> T:
    return await asyncio.wait_for(work, 5)


def test_who_comes_back_after_a_timeout_gets_the_replies_of_the_first_turn() -> None:
    async def talk() -> None:
        rasa, turns = Rasa(), Turns(seconds=0.05)
        with pytest.raises(asyncio.TimeoutError):
            await turns.replies("a", "message-1", rasa.hear)
        again = asyncio.ensure_future(turns.replies("a", "message-1", rasa.hear))
        await asyncio.sleep(0)
        rasa.end.set()
        assert await soon(again) == REPLY
        assert rasa.heard == 1

    asyncio.run(talk())


def test_who_hangs_up_leaves_the_turn_to_who_comes_back() -> None:
    async def talk() -> None:
        rasa, turns = Rasa(), Turns(seconds=5)
        first = asyncio.ensure_future(turns.replies("a", "message-1", rasa.hear))
        await asyncio.sleep(0)
        first.cancel()
        rasa.end.set()
        assert await soon(turns.replies("a", "message-1", rasa.hear)) == REPLY
        assert rasa.heard == 1

    asyncio.run(talk())


def test_a_turn_that_never_ends_is_given_up() -> None:
    async def talk() -> None:
        rasa, turns = Rasa(), Turns(seconds=0.02)
        for _ in range(3):
            with pytest.raises(asyncio.TimeoutError):
                await turns.replies("a", "message-1", rasa.hear)
        rasa.end.set()
        assert await soon(turns.replies("a", "message-1", rasa.hear)) == REPLY

    asyncio.run(talk())


@pytest.mark.parametrize("trouble", [RuntimeError(), []])
def test_what_failed_may_be_tried_again(trouble: Any) -> None:
    async def talk() -> None:
        rasa, turns = Rasa(), Turns(seconds=5)
        rasa.end.set()
        rasa.plan = [trouble]
        first = turns.replies("a", "message-1", rasa.hear)
        assert (await asyncio.gather(first, return_exceptions=True))[0] in (trouble, [])
        assert await turns.replies("a", "message-1", rasa.hear) == REPLY
        assert rasa.heard == 2

    asyncio.run(talk())


def test_only_the_last_ended_turns_are_kept() -> None:
    async def talk() -> None:
        slow, quick, turns = Rasa(), Rasa(), Turns(seconds=5, kept=2)
        quick.end.set()
        waiting = asyncio.ensure_future(turns.replies("a", "slow", slow.hear))
        await asyncio.sleep(0)
        for number in range(5):
            await turns.replies("a", f"message-{number}", quick.hear)
        again = asyncio.ensure_future(turns.replies("a", "slow", slow.hear))
        await asyncio.sleep(0)
        slow.end.set()
        assert await soon(waiting) == await soon(again) == REPLY
        assert slow.heard == 1, "what is not ended is kept"
        await turns.replies("a", "message-4", quick.hear)
        assert quick.heard == 5
        await turns.replies("a", "message-0", quick.hear)
        assert quick.heard == 6

    asyncio.run(talk())


def test_nothing_is_kept_of_an_erased_conversation() -> None:
    async def talk() -> None:
        rasa, turns = Rasa(), Turns(seconds=5)
        rasa.end.set()
        await turns.replies("a", "message-1", rasa.hear)
        await turns.replies("b", "message-1", rasa.hear)
        turns.forget("a")
        await turns.replies("b", "message-1", rasa.hear)
        assert rasa.heard == 2
        await turns.replies("a", "message-1", rasa.hear)
        assert rasa.heard == 3

    asyncio.run(talk())
