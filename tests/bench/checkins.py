"""A whole check-in in the running bot, of 32 people at once: asked for, tapped, told, pictured."""

import asyncio
from collections.abc import Awaitable
from itertools import count
from time import perf_counter

from bot.conversation import Conversations, Reply, Visitor
from bot.services import ServiceError
from caseload.conversations import hashed
from caseload.models import Channel
from store.session import writing
from tests.bench import ours
from tests.bench.goals import pair
from tests.bench.machine import load, say
from tests.bench.ours import Ours
from tests.bench.report import BenchError, Figure, p95

PEOPLE = 32
ROUNDS = 3
ASK = "check-in"
TAP = 3
"""Which button of the levels is pressed, counted from 1."""

SENTENCE = "ik zette de wekker en pakte een bus eerder"


class Person:
    """Somebody with a goal, who has greeted the bot."""

    def __init__(self, conversations: Conversations, who: Visitor) -> None:
        """Take the conversations and who is talking."""
        self._conversations = conversations
        self._who = who
        self.took: list[float] = []
        """Milliseconds of each turn of the check-in."""

    async def greet(self) -> None:
        """Let the conversation begin; that is no part of the check-in."""
        await self._conversations.open(self._who)

    async def check_in(self) -> None:
        """Have a whole check-in. Raises BenchError when it went another way."""
        asked = await self._turn(self._conversations.say(self._who, ASK))
        buttons = [button for reply in asked for button in reply.buttons]
        if len(buttons) < TAP:
            raise BenchError(f"our bot shows no levels after {ASK!r}: {_texts(asked)}")
        reference = buttons[TAP - 1].reference
        await self._turn(self._conversations.press(self._who, reference))
        closed = await self._turn(self._conversations.say(self._who, SENTENCE))
        if not any(reply.image for reply in closed):
            raise BenchError(f"our bot shows no picture after a check-in: {_texts(closed)}")

    async def _turn(self, turn: Awaitable[list[Reply]]) -> list[Reply]:
        before = perf_counter()
        replies = await turn
        self.took.append((perf_counter() - before) * 1000)
        return replies


def figures() -> list[Figure]:
    """Start ours and let people check in. Raises BenchError. No peer holds check-ins."""
    try:
        return asyncio.run(_figures())
    except ServiceError as error:
        raise BenchError(str(error)) from None


async def _figures() -> list[Figure]:
    say(f"starting ours ({load()})")
    took: list[float] = []
    busy = 0.0
    async with ours.serving() as our_bot:
        names = count(1)
        for _ in range(ROUNDS):
            people = [_person(our_bot, f"check-in {next(names)}") for _ in range(PEOPLE)]
            await asyncio.gather(*(person.greet() for person in people))
            say(f"{PEOPLE} check-ins at once ({load()})")
            before = perf_counter()
            await asyncio.gather(*(person.check_in() for person in people))
            busy += perf_counter() - before
            took += [one for person in people for one in person.took]
    return [
        Figure("checkin.rate", len(took) / busy, None, "turns/s", len(took)),
        Figure("checkin.turn.p95", p95(took), None, "ms", len(took)),
    ]


def _person(our_bot: Ours, name: str) -> Person:
    with writing(our_bot.factory) as session:
        client = pair(session, now=ours.now()).client
    return Person(our_bot.conversations, Visitor(Channel.WEB, hashed(name), client))


def _texts(replies: list[Reply]) -> str:
    return " / ".join(reply.text for reply in replies)
