"""Several gateways for one bot: each update is answered once and in order, also when one dies."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations
from bot.engine import Engine
from bot.telegram.updates import LEASE
from tests.bot.clock import Clock
from tests.bot.fake_engine import SECRET, FakeEngine
from tests.bot.telegram.bot_api import BotApi
from tests.bot.telegram.conftest import Run
from tests.bot.telegram.deliveries import address, knock
from tests.bot.telegram.dying_door import dying_door
from tests.bot.telegram.phone import Phone
from tests.bot.waiting import until


@pytest.fixture
def factory(make_session: sessionmaker[Session]) -> sessionmaker[Session]:
    """A database as several gateways share it; SQLite, too."""
    return make_session


@dataclass
class Gateways:
    """Gateways that Telegram delivers to."""

    api: BotApi
    webs: list[httpx.AsyncClient]

    async def get(self, *updates: dict[str, Any]) -> None:
        """Each of them gets these updates, all at the same moment."""
        knocks = [knock(web, self.api, update) for update in updates for web in self.webs]
        assert {answer.status_code for answer in await asyncio.gather(*knocks)} == {200}


@pytest.fixture
async def two(
    run: Run, api: BotApi, engine: FakeEngine, factory: sessionmaker[Session], clock: Clock
) -> AsyncIterator[Gateways]:
    async with AsyncExitStack() as stack:
        webs = []
        for _ in range(2):
            talker = await stack.enter_async_context(aclosing(Engine(engine.url, SECRET)))
            talks = Conversations(talker, factory, clock)
            telegram = await stack.enter_async_context(run(webhook=True, talks=talks))
            webs.append(await stack.enter_async_context(address(telegram)))
        await asyncio.to_thread(api.until, lambda: len(api.of("setWebhook")) == 2)
        yield Gateways(api, webs)


async def test_what_two_gateways_get_at_once_is_heard_and_answered_once(
    two: Gateways, api: BotApi, engine: FakeEngine
) -> None:
    phones = [Phone(api, 3000 + number) for number in range(20)]
    engine.plan = [0.05] * 40
    first = [phone.text("een") for phone in phones]
    second = [phone.text("twee") for phone in phones]
    await two.get(*first, *second)
    await phones[0].until(lambda: len(api.messages) >= 40)
    await two.get(*first, *[phone.text("drie") for phone in phones])
    await phones[0].until(lambda: len(api.messages) >= 60)

    assert [phone.reads for phone in phones] == [["echo een", "echo twee", "echo drie"]] * 20
    assert len(engine.got) == 60


async def test_one_gateway_leaves_a_chat_to_the_other_that_is_answering_it(
    two: Gateways, phone: Phone, engine: FakeEngine
) -> None:
    engine.plan = [0.5]
    one, other = two.webs
    await knock(one, two.api, phone.text("een"))
    await until(lambda: len(engine.got) == 1)
    await knock(other, two.api, phone.text("twee"))

    assert await phone.gets(2) == ["echo een", "echo twee"]
    assert engine.most_busy == 1


async def test_another_gateway_answers_what_a_dead_one_was_thinking_about(
    run: Run,
    api: BotApi,
    phone: Phone,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    clock: Clock,
) -> None:
    engine.plan = [5.0]
    with dying_door(factory, api, engine.url):
        phone.says("een")
        await until(lambda: len(engine.got) == 1)
    async with run(webhook=True) as telegram, address(telegram) as web:
        await phone.until(lambda: bool(api.of("setWebhook")))
        other = Phone(api, 2002)
        await knock(web, api, phone.text("twee"))
        await knock(web, api, other.text("hoi"))
        await other.gets(1)
        assert phone.reads == []

        clock.moment += LEASE
        assert await phone.gets(2) == ["echo een", "echo twee"]
    een, _, again, _ = engine.got
    assert een["message_id"] == again["message_id"]
