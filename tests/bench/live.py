"""The running bot: start, a turn, eight senders at once, memory; each beside the starter bot.

Both run at the same time and talk in turns, so that a busy moment of the machine hits both.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

import httpx
from ruamel.yaml import YAML

from bot.services import ServiceError
from caseload.models import Role
from tests.bench import ours, training
from tests.bench.machine import load, memory, our_process, say
from tests.bench.peer import starter
from tests.bench.report import BenchError, Figure, times

TALKS = Path(__file__).with_name("talks.yml")
ALONE = 16
"""Conversations of one sender."""
SENDERS = 8
TOGETHER = 3
"""Conversations of each of the eight."""

Talk = dict[str, Any]


class Sender(Protocol):
    """One person who talks to a bot."""

    async def turn(self, line: str) -> None:
        """Put one line to the bot and wait for its answer."""


class Bot:
    """A bot to talk to, and how long its answers took."""

    def __init__(self, name: str, sender: Callable[[str, Talk], Sender]) -> None:
        """Take its name in `talks.yml` and how to be somebody new."""
        self._sender = sender
        self._talks = cycle(YAML(typ="safe").load(TALKS)[name])
        self._people = 0
        self.alone: list[float] = []
        self.together: list[float] = []
        self.busy = 0.0
        """Seconds that the eight took."""

    async def one(self) -> None:
        """Have one conversation."""
        self.alone += await self._converse()

    async def eight(self) -> None:
        """Have eight conversations at once."""
        before = perf_counter()
        for took in await asyncio.gather(*(self._converse() for _ in range(SENDERS))):
            self.together += took
        self.busy += perf_counter() - before

    async def _converse(self) -> list[float]:
        """Say every line of the next talk, and give the milliseconds of each."""
        talk = next(self._talks)
        self._people += 1
        sender = self._sender(f"bench {self._people}", talk)
        took = []
        for line in talk["lines"]:
            before = perf_counter()
            await sender.turn(line)
            took.append((perf_counter() - before) * 1000)
        return took


def figures() -> list[Figure]:
    """Start both and talk to both. Raises BenchError."""
    training.make_starter()
    try:
        return asyncio.run(_figures())
    except ServiceError as error:
        raise BenchError(str(error)) from None


async def _figures() -> list[Figure]:
    say(f"starting ours ({load()})")
    async with ours.serving() as our_bot:
        say(f"starting the starter bot ({load()})")
        with ExitStack() as stack:
            peer_bot = stack.enter_context(starter.serving())
            async with httpx.AsyncClient(
                base_url=peer_bot.url, timeout=60, trust_env=False
            ) as client:
                mine = Bot("keuzehulp", lambda name, talk: our_bot.sender(name, Role(talk["as"])))
                peer = Bot("starter", lambda name, _: starter.Sender(client, name))
                await _talk(mine, peer)
            engine, actions = our_process("engine/serve.py"), our_process("actions.serve")
            its = memory(peer_bot.pid)
            return [
                Figure("start", our_bot.first_answer, peer_bot.first_answer, "s", 1),
                *times("turn", mine.alone, peer.alone, "ms"),
                *times("turn.eight", mine.together, peer.together, "ms"),
                Figure("rate.eight", _rate(mine), _rate(peer), "messages/s", len(mine.together)),
                Figure("memory.engine", memory(engine), its, "MB", 1),
                Figure("memory.all", memory(engine) + memory(actions), its, "MB", 1),
            ]


async def _talk(*bots: Bot) -> None:
    """Let the bots take turns, one conversation or one round of eight at a time."""
    say(f"{ALONE} conversations, one at a time ({load()})")
    await _in_turns(ALONE, [bot.one for bot in bots])
    say(f"{TOGETHER} rounds of {SENDERS} conversations at once ({load()})")
    await _in_turns(TOGETHER, [bot.eight for bot in bots])


async def _in_turns(rounds: int, work: Sequence[Callable[[], Awaitable[None]]]) -> None:
    for _ in range(rounds):
        for do in work:
            await do()


def _rate(bot: Bot) -> float:
    return len(bot.together) / bot.busy
