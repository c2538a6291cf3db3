"""A whole check-in in the running bot, of 32 people at once: asked for, tapped, told, pictured.

The question comes by itself, as a sweep of the gateway sends it. Beside it the starter bot holds as
many turns with as many people at once; both take turns, so that a busy moment hits both.
"""

import asyncio
from collections.abc import Awaitable, Sequence
from contextlib import ExitStack
from datetime import timedelta
from itertools import count
from time import perf_counter

import httpx
from sqlalchemy.orm import Session

from bot.conversation import Reply, Visitor
from bot.database import Store
from bot.prompts import Sweep
from bot.services import ServiceError
from caseload.conversations import account, hashed
from caseload.models import Channel, ChannelAccount
from doelenmeter.prompt_tables import PromptKind
from doelenmeter.prompts import ask
from store.session import writing
from tests.bench import ours, training
from tests.bench.goals import pair
from tests.bench.machine import load, say
from tests.bench.ours import Ours
from tests.bench.peer import starter
from tests.bench.report import BenchError, Figure, p95

PEOPLE = 32
ROUNDS = 3
TAP = 3
"""Which button of the levels is pressed, counted from 1."""

SENTENCE = "ik zette de wekker en pakte een bus eerder"
QUIET = timedelta(hours=2)
"""How long ago everybody was last there: a prompt never breaks into a conversation."""

PEER_LINES = ("hello", "I am very happy", "bye")


class Inbox:
    """The sender of a door: it keeps what came for each person."""

    def __init__(self) -> None:
        self.came: dict[str, Sequence[Reply]] = {}

    ready = True

    async def send(self, account: ChannelAccount, replies: Sequence[Reply]) -> None:
        """Keep what came."""
        self.came[account.external_id] = replies


class Check:
    """Check-ins of everybody at once, and how long they took."""

    def __init__(self, our_bot: Ours) -> None:
        """Take the running bot."""
        self._bot = our_bot
        self._inbox = Inbox()
        senders = {Channel.WEB: self._inbox}
        self._sweep = Sweep(our_bot.conversations, Store(our_bot.factory, ours.now), senders)
        self._names = count(1)
        self.took: list[float] = []
        """Milliseconds of each tap and each sentence."""
        self.turns = 0
        self.busy = 0.0
        """Seconds."""

    async def round(self) -> None:
        """Ask everybody at once, and let everybody answer. Raises BenchError."""
        with writing(self._bot.factory) as session:
            people = [_person(session, f"check-in {next(self._names)}") for _ in range(PEOPLE)]
        before = perf_counter()
        await self._sweep.once()
        await asyncio.gather(*(self._answer(person) for person in people))
        self.busy += perf_counter() - before
        self.turns += 3 * PEOPLE

    async def _answer(self, who: Visitor) -> None:
        asked = self._inbox.came.get(who.external_id, ())
        buttons = [button for reply in asked for button in reply.buttons]
        if len(buttons) < TAP:
            raise BenchError(f"our bot asked somebody without levels: {_texts(asked)}")
        talks = self._bot.conversations
        await self._turn(talks.press(who, buttons[TAP - 1].reference))
        closed = await self._turn(talks.say(who, SENTENCE))
        if not any(reply.image for reply in closed):
            raise BenchError(f"our bot shows no picture after a check-in: {_texts(closed)}")

    async def _turn(self, turn: Awaitable[list[Reply]]) -> list[Reply]:
        before = perf_counter()
        replies = await turn
        self.took.append((perf_counter() - before) * 1000)
        return replies


class Peer:
    """As many turns of as many people with the starter bot."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        """Take the connection."""
        self._client = client
        self._names = count(1)
        self.took: list[float] = []
        """Milliseconds of each turn."""
        self.busy = 0.0
        """Seconds."""

    async def round(self) -> None:
        """Let everybody talk at once. Raises BenchError."""
        people = [starter.Sender(self._client, f"check {next(self._names)}") for _ in range(PEOPLE)]
        before = perf_counter()
        await asyncio.gather(*(self._talk(person) for person in people))
        self.busy += perf_counter() - before

    async def _talk(self, person: starter.Sender) -> None:
        for line in PEER_LINES:
            before = perf_counter()
            await person.turn(line)
            self.took.append((perf_counter() - before) * 1000)


def figures() -> list[Figure]:
    """Start both, and let people check in with ours. Raises BenchError."""
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
                check, peer = Check(our_bot), Peer(client)
                for _ in range(ROUNDS):
                    say(f"{PEOPLE} check-ins at once ({load()})")
                    await check.round()
                    await peer.round()
    rate, peer_rate = check.turns / check.busy, len(peer.took) / peer.busy
    return [
        Figure("checkin.rate", rate, peer_rate, "turns/s", check.turns),
        Figure("checkin.turn.p95", p95(check.took), p95(peer.took), "ms", len(check.took)),
    ]


def _person(session: Session, name: str) -> Visitor:
    """Make somebody with a goal, who is to be asked now; at any time, as the bench runs at any."""
    now = ours.now()
    client = pair(session, now=now).client
    door = hashed(name)
    account(session, channel=Channel.WEB, external_id=door, person_id=client, now=now - QUIET)
    ask(session, client, kind=PromptKind.WEEKLY, due_at=now, now=now, any_time=True)
    return Visitor(Channel.WEB, door, client)


def _texts(replies: Sequence[Reply]) -> str:
    return " / ".join(reply.text for reply in replies)
