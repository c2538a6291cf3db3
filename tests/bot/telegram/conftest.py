import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Protocol

import pytest
from pydantic import SecretStr
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations
from bot.database import Store
from bot.settings import Settings
from bot.telegram.service import Telegram
from tests.bot.clock import Clock
from tests.bot.telegram.bot_api import TOKEN, BotApi, bot_api
from tests.bot.telegram.deliveries import SITE
from tests.bot.telegram.phone import Phone


class Run(Protocol):
    """Runs the Telegram door for a while."""

    def __call__(
        self,
        *,
        every: float = 0.0,
        token: str = TOKEN,
        webhook: bool = False,
        talks: Conversations | None = None,
    ) -> AbstractAsyncContextManager[Telegram]: ...


@pytest.fixture
def api() -> Iterator[BotApi]:
    with bot_api() as running:
        yield running


@pytest.fixture
def phone(api: BotApi) -> Phone:
    return Phone(api)


@pytest.fixture
def said() -> list[str]:
    """What somebody at the terminal reads."""
    return []


@pytest.fixture
def run(
    api: BotApi,
    conversations: Conversations,
    factory: sessionmaker[Session],
    clock: Clock,
    tmp_path: Path,
    said: list[str],
) -> Run:
    @asynccontextmanager
    async def running(
        *,
        every: float = 0.0,
        token: str = TOKEN,
        webhook: bool = False,
        talks: Conversations | None = None,
    ) -> AsyncIterator[Telegram]:
        settings = Settings(
            var=tmp_path,
            telegram_token=SecretStr(token),
            telegram_api=api.url,
            telegram_webhook=webhook,
            site=SITE,
        )
        telegram = Telegram(
            settings,
            talks or conversations,
            Store(factory, clock),
            said.append,
            every=every,
            pause=0.05,
            beat=0.1,
        )
        task = asyncio.create_task(telegram.run())
        try:
            yield telegram
        finally:
            telegram.stop()
            await task

    return running


@pytest.fixture
async def telegram(run: Run, api: BotApi) -> AsyncIterator[Telegram]:
    """The door, open."""
    async with run() as running:
        await asyncio.to_thread(api.until, lambda: bool(api.of("deleteWebhook")))
        yield running
