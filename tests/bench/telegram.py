"""Telegram: how many updates a second 200 chats may send, and a wave of 1,800 weekly messages.

Ours is the door with its database and the sweep, before an engine that answers at once. Its peer
is an echo bot on the same library, which keeps nothing. Both run at the same time, each with a
Bot API server of its own on this machine.
"""

import asyncio
import sys
import tempfile
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session, sessionmaker

from bot.database import database
from bot.settings import PREFIX, ROOT
from caseload.models import Channel, ChannelAccount, Person, Role
from doelenmeter.prompt_tables import PromptKind, Schedule
from store.migrate import migrate
from store.session import writing
from tests.bench.machine import load, running, say
from tests.bench.peer.echo import FIRST_CHAT
from tests.bench.report import BenchError, Figure, p95, times
from tests.bot.fake_engine import fake_engine
from tests.bot.telegram.bot_api import TOKEN, BotApi, Call, bot_api
from tests.bot.telegram.phone import Phone

CHATS = 200
RATES = (10, 15, 20, 25, 28)
"""Updates a second that are tried; Telegram takes 30 answers a second of a bot."""
SECONDS = 10
SOON = 1000
"""Milliseconds within which nineteen in twenty must have their answer."""
COMPARED = 20
"""The rate at which the times of both are shown."""
WAVE = 1800
PATIENCE_SECONDS = 180
LOOK_SECONDS = 0.1


@dataclass
class Side:
    """One of the two bots, and how long its answers took at each rate."""

    api: BotApi
    took: dict[int, list[float]] = field(default_factory=dict)

    @property
    def best(self) -> int:
        """The highest rate at which answers came soon."""
        return max((rate for rate, took in self.took.items() if p95(took) < SOON), default=0)


def figures() -> list[Figure]:
    """Start both and measure. Raises BenchError when an answer or a message is lost."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'telegram.db'}"
        migrate(url)
        with _both(url) as (ours, peer), database(url) as factory:
            asyncio.run(_updates(ours, peer))
            return [
                Figure("telegram.updates", ours.best, peer.best, "updates/s", CHATS),
                *times("telegram.answer", ours.took[COMPARED], peer.took[COMPARED], "ms"),
                *_wave(ours.api, peer.api, factory),
            ]


@contextmanager
def _both(url: str) -> Iterator[tuple[Side, Side]]:
    with bot_api() as ours, bot_api() as peer, fake_engine() as engine:
        env = {f"{PREFIX}TELEGRAM_TOKEN": TOKEN, f"{PREFIX}TELEGRAM_API": ours.url}
        door = (sys.executable, "-m", "tests.bench.door", url, engine.url)
        echo = (sys.executable, "-m", "tests.bench.peer.echo", TOKEN, peer.url)
        with (
            running("telegram door", door, folder=ROOT, env=env),
            running("echo bot", echo, folder=ROOT, env={}),
        ):
            for api in (ours, peer):
                api.until(lambda api=api: bool(api.of("deleteWebhook")))
            yield Side(ours), Side(peer)


async def _updates(*sides: Side) -> None:
    """Let 200 chats write in turns, at a growing rate."""
    for rate in RATES:
        say(f"{rate} updates a second of {CHATS} chats ({load()})")
        asked: list[float] = []
        begun = time.monotonic()
        for number in range(rate * SECONDS):
            await asyncio.sleep(begun + number / rate - time.monotonic())
            asked.append(time.monotonic())
            for side in sides:
                Phone(side.api, number % CHATS + 1).says(f"{rate}-{number}")
        for side in sides:
            answers = await _answers(side.api, rate, len(asked))
            side.took[rate] = [(answers[n] - at) * 1000 for n, at in enumerate(asked)]


async def _answers(api: BotApi, rate: int, count: int) -> dict[int, float]:
    """When each message of a rate was answered. Raises BenchError for one that was not."""
    words = f"echo {rate}-"

    def found() -> dict[int, float]:
        texts = [(call.params["text"], call.at) for call in api.of("sendMessage")]
        return {int(t.removeprefix(words)): at for t, at in texts if t.startswith(words)}

    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(answers := found()) < count:
        if time.monotonic() > deadline:
            raise BenchError(f"{count - len(answers)} messages had no answer")
        await asyncio.sleep(LOOK_SECONDS)
    return answers


def _wave(ours: BotApi, peer: BotApi, factory: sessionmaker[Session]) -> list[Figure]:
    """Send 1,800 messages that nobody asked for, of both at once. Raises BenchError."""
    say(f"a wave of {WAVE} messages ({load()})")
    before = [len(api.of("sendMessage")) for api in (ours, peer)]
    _make_due(factory)
    Phone(peer).says(f"/wave {WAVE}")
    sent = [_sent(api, skip) for api, skip in zip((ours, peer), before, strict=True)]
    rates = [(len(at) - 1) / (at[-1] - at[0]) for at in sent]
    most = [max(bisect_left(at, start + 1) - n for n, start in enumerate(at)) for at in sent]
    return [
        Figure("telegram.wave", rates[0], rates[1], "messages/s", WAVE),
        Figure("telegram.wave.second", most[0], most[1], "messages", WAVE),
    ]


def _sent(api: BotApi, skip: int) -> Sequence[float]:
    """When each message of the wave came. Raises BenchError for one too few or twice."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    calls: list[Call] = []
    while len(calls) < WAVE and time.monotonic() < deadline:
        time.sleep(LOOK_SECONDS)
        calls = api.of("sendMessage")[skip:]
    chats = Counter(call.params["chat_id"] for call in calls)
    if len(calls) != WAVE or len(chats) != WAVE:
        raise BenchError(f"of {WAVE} messages {len(chats)} chats got {len(calls)}")
    return sorted(call.at for call in calls)


def _make_due(factory: sessionmaker[Session]) -> None:
    """Store 1,800 clients in Telegram whose weekly message is due, and who were quiet a day."""
    now = datetime.now(UTC)
    numbers = range(FIRST_CHAT, FIRST_CHAT + WAVE)
    person = {"role": Role.CLIENT.value, "created_at": now}
    account = {"channel": Channel.TELEGRAM.value, "last_seen": now - timedelta(days=1)}
    schedule = {
        "kind": PromptKind.WEEKLY.value,
        "weekday": 2,
        "at": clock_time(16),
        "any_time": True,
        "next_due": now,
    }
    accounts = [account | {"external_id": str(number), "person_id": number} for number in numbers]
    with writing(factory) as session:
        session.execute(insert(Person), [person | {"id": number} for number in numbers])
        session.execute(insert(ChannelAccount), accounts)
        session.execute(insert(Schedule), [schedule | {"person_id": n} for n in numbers])
