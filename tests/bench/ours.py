"""Our bot as `make run` starts it, on free ports, with a folder and a database of its own."""

import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from bot import services
from bot.conversation import Conversations, Reply, Visitor
from bot.database import database
from bot.engine import Engine
from bot.settings import Settings, shared_secret
from bot.terminal import visitor
from bot.texts import say
from caseload.buttons import Shown
from caseload.conversations import hashed
from caseload.models import Channel, Role
from tests.bench.report import BenchError

NO_ANSWER = ("texts.gateway.apology", "texts.gateway.outdated")
TAKES_AWAY = "✕"
NO_BUTTON = "ja"


def now() -> datetime:
    return datetime.now(UTC)


class Sender:
    """One person who talks to our bot through the code of the gateway."""

    def __init__(self, conversations: Conversations, who: Visitor) -> None:
        """Take the conversations and who is talking."""
        self._conversations = conversations
        self._who = who
        self._buttons: list[Shown] = []

    async def turn(self, line: str) -> None:
        """Type a line, or press a button; `talks.yml` tells how. Raises BenchError."""
        if line.startswith("#") and self._buttons:
            place = min(int(line[1:]), len(self._buttons)) - 1
            reference = self._buttons[place].reference
            self._hear(line, await self._conversations.press(self._who, reference))
        else:
            typed = NO_BUTTON if line.startswith("#") else line
            self._hear(line, await self._conversations.say(self._who, typed))

    def _hear(self, line: str, replies: list[Reply]) -> None:
        said = [reply.text for reply in replies if reply.visible]
        if not said or any(say(key) in said for key in NO_ANSWER):
            raise BenchError(f"our bot had no answer to {line!r}")
        shown = [button for reply in replies for button in reply.buttons]
        self._buttons = [b for b in shown if not b.title.startswith(TAKES_AWAY)]


@dataclass(frozen=True, slots=True)
class Ours:
    """Our running bot, and a gateway to talk to it."""

    conversations: Conversations
    factory: sessionmaker[Session]
    first_answer: float
    """Seconds from the first thing that `run` does to the first answer."""

    def sender(self, name: str, role: Role) -> Sender:
        """Be the demo coach, or a client whom nobody knows."""
        if role is Role.COACH:
            return Sender(self.conversations, visitor(self.factory, role, name, now()))
        return Sender(self.conversations, Visitor(Channel.WEB, hashed(name)))


@asynccontextmanager
async def serving() -> AsyncIterator[Ours]:
    """Run it until the end of the block. Raises ServiceError and BenchError."""
    begun = time.perf_counter()
    with _started() as (settings, url), database(settings.database_url) as factory:
        async with aclosing(Engine(url, shared_secret(settings))) as engine:
            conversations = Conversations(engine, factory, now)
            await Sender(conversations, Visitor(Channel.WEB, hashed("first"))).turn("hoi")
            yield Ours(conversations, factory, time.perf_counter() - begun)


@contextmanager
def _started() -> Iterator[tuple[Settings, str]]:
    with tempfile.TemporaryDirectory() as var:
        settings = services.on_free_ports(
            Settings(var=Path(var), database_url="", secret=None, demo=False)
        )
        services.prepare(settings)
        with services.running(settings, owner="bench") as started:
            started.wait(lambda: None)
            yield settings, started.engine_url
