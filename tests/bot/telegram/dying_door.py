"""The Telegram door alone, to be killed: `python -m ... DATABASE ENGINE EVERY`."""

import asyncio
import sys
from datetime import UTC, datetime

from bot.conversation import Conversations
from bot.database import Store
from bot.engine import Engine
from bot.settings import Settings
from bot.telegram.service import Telegram
from store.session import sessions
from tests.bot.fake_engine import SECRET

DATABASE, ENGINE, EVERY = sys.argv[1:]


def clock() -> datetime:
    return datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


async def serve() -> None:
    factory = sessions(DATABASE)
    talks = Conversations(Engine(ENGINE, SECRET), factory, clock)
    store = Store(factory, clock)
    await Telegram(Settings(), talks, store, print, every=float(EVERY), pause=0.05).run()


asyncio.run(serve())
