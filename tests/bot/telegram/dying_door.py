"""The Telegram door alone, in a process to be killed: `python -m ... DATABASE ENGINE EVERY`."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations
from bot.database import Store
from bot.engine import Engine
from bot.settings import ROOT, Settings
from bot.telegram.service import Telegram
from store.session import sessions
from tests.bot.clock import Clock
from tests.bot.fake_engine import SECRET
from tests.bot.telegram.bot_api import TOKEN, BotApi


@contextmanager
def dying_door(
    factory: sessionmaker[Session], api: BotApi, engine: str, *, every: float = 0.0
) -> Iterator[None]:
    """Run it, which fetches from a Bot API server; at the end it is killed."""
    url = factory.kw["bind"].url.render_as_string(hide_password=False)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bot.telegram.dying_door", url, engine, str(every)],
        cwd=ROOT,
        env=os.environ | {"KEUZEHULP_TELEGRAM_TOKEN": TOKEN, "KEUZEHULP_TELEGRAM_API": api.url},
    )
    try:
        yield
    finally:
        process.kill()
        process.wait()


async def serve(url: str, engine: str, every: str) -> None:
    factory, clock = sessions(url), Clock()
    talks, store = Conversations(Engine(engine, SECRET), factory, clock), Store(factory, clock)
    telegram = Telegram(Settings(), talks, store, print, every=float(every), pause=0.05, beat=0.1)
    await telegram.run()


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
