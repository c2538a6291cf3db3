"""Our Telegram door with the sweep, in a process of their own: `python -m ... DATABASE ENGINE`."""

import asyncio
import sys
from contextlib import aclosing
from datetime import UTC, datetime

from bot.conversation import Conversations
from bot.database import Store, database
from bot.engine import Engine
from bot.prompts import Sweep
from bot.settings import Settings
from bot.telegram.service import Telegram
from caseload.models import Channel
from tests.bot.fake_engine import SECRET

SWEEP_SECONDS = 1.0


def now() -> datetime:
    return datetime.now(UTC)


async def serve(url: str, engine_url: str) -> None:
    with database(url) as factory:
        async with aclosing(Engine(engine_url, SECRET)) as engine:
            talks = Conversations(engine, factory, now)
            store = Store(factory, now)
            telegram = Telegram(Settings(), talks, store, print)
            sweep = Sweep(talks, store, {Channel.TELEGRAM: telegram})
            await asyncio.gather(telegram.run(), sweep.run(SWEEP_SECONDS))


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
