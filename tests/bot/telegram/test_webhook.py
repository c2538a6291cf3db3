"""The address where Telegram delivers, and who else knocks there."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.telegram.service import Telegram
from bot.telegram.webhook import BODY_LIMIT
from tests.bot.fake_engine import FakeEngine
from tests.bot.telegram.bot_api import BotApi
from tests.bot.telegram.conftest import Run
from tests.bot.telegram.deliveries import SITE, address, knock
from tests.bot.telegram.phone import Phone


@pytest.fixture
async def listening(run: Run, phone: Phone) -> AsyncIterator[Telegram]:
    async with run(webhook=True) as running:
        await phone.until(lambda: bool(phone.api.of("setWebhook")))
        yield running


@pytest.fixture
async def web(listening: Telegram) -> AsyncIterator[httpx.AsyncClient]:
    async with address(listening) as client:
        yield client


async def test_what_is_delivered_is_answered_once_also_when_it_comes_late(
    web: httpx.AsyncClient, phone: Phone, api: BotApi, engine: FakeEngine
) -> None:
    late, first = phone.text("een"), phone.text("twee")
    assert (await knock(web, api, first)).status_code == 200
    await phone.gets(1)
    for _ in range(2):
        assert (await knock(web, api, late)).status_code == 200
    await phone.gets(2)
    assert (await knock(web, api, phone.text("drie"))).status_code == 200

    assert await phone.gets(3) == ["echo twee", "echo een", "echo drie"]
    assert len(engine.got) == 3


async def test_telegram_is_told_what_to_deliver_where(web: httpx.AsyncClient, api: BotApi) -> None:
    (told,) = api.of("setWebhook")

    assert told.params["url"].startswith(f"{SITE}/telegram/")
    assert len(told.params["secret_token"]) == 64
    assert "message" in told.params["allowed_updates"]
    assert api.of("deleteWebhook") == []


@pytest.mark.parametrize(
    "wrong", [{"path": "/telegram/x"}, {"header": "x"}, {"header": ""}, {"header": "é" * 64}]
)
async def test_a_forged_update_is_refused(
    web: httpx.AsyncClient, phone: Phone, api: BotApi, engine: FakeEngine, wrong: dict[str, str]
) -> None:
    answer = await knock(web, api, phone.text("hoi"), **wrong)

    assert answer.status_code == 403
    assert engine.got == []


@pytest.mark.parametrize(
    ("update", "status"),
    [({"update_id": "x"}, 422), ({"update_id": 1, "x": "x" * BODY_LIMIT}, 413)],
)
async def test_what_is_no_update_is_refused(
    web: httpx.AsyncClient, api: BotApi, update: dict[str, Any], status: int
) -> None:
    assert (await knock(web, api, update)).status_code == status


async def test_before_it_is_ready_telegram_delivers_again(
    run: Run, phone: Phone, api: BotApi, web: httpx.AsyncClient, listening: Telegram
) -> None:
    listening.stop()

    assert (await knock(web, api, phone.text("hoi"))).status_code == 503
