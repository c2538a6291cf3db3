"""Telegram at the address of a gateway, where it delivers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
from fastapi import FastAPI

from bot.telegram.service import Telegram
from bot.telegram.webhook import HEADER
from tests.bot.telegram.bot_api import BotApi

SITE = "https://keuzehulp.example.nl"


@asynccontextmanager
async def address(telegram: Telegram) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.include_router(telegram.routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=SITE) as client:
        yield client


async def knock(
    web: httpx.AsyncClient, api: BotApi, update: dict[str, Any], **wrong: str
) -> httpx.Response:
    """Deliver as Telegram was told to, but for what is given otherwise."""
    told = api.of("setWebhook")[-1]
    path = wrong.get("path", told.params["url"].removeprefix(SITE))
    header = wrong.get("header", told.params["secret_token"])
    return await web.post(path, json=update, headers={HEADER: header.encode()})
