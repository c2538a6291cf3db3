"""One sweep that stops half way and waits to be killed.

`python -m tests.bot.dying_sweep DATABASE ENGINE MOMENT claimed|sending`: it says so on a line.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from bot.conversation import Conversations
from bot.database import Store
from bot.engine import Engine
from bot.prompts import Sweep
from bot.screen import Reply, Visitor
from caseload.models import Channel, ChannelAccount
from store.session import sessions
from tests.bot.fake_engine import SECRET

DATABASE, ENGINE, MOMENT, WHERE = sys.argv[1:]


async def wait_here(where: str) -> None:
    if where == WHERE:
        print(where, flush=True)
        await asyncio.Event().wait()


class Talks(Conversations):
    """Conversations in which a prompt has just been claimed."""

    @asynccontextmanager
    async def alone(self, visitor: Visitor) -> AsyncIterator[None]:
        await wait_here("claimed")
        yield


class Sender:
    """A channel in the middle of sending."""

    ready = True

    async def send(self, account: ChannelAccount, replies: Sequence[Reply]) -> None:
        await wait_here("sending")


def clock() -> datetime:
    return datetime.fromisoformat(MOMENT)


factory = sessions(DATABASE)
talks = Talks(Engine(ENGINE, SECRET), factory, clock)
asyncio.run(Sweep(talks, Store(factory, clock), {Channel.WEB: Sender()}).once())
