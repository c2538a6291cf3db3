"""A browser at the web door of this process."""

from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Reply
from caseload.models import ChannelAccount
from caseload.unread import keep
from tests.bot.clock import Clock

SECRET = "another secret of sixteen and more"
HOST = "http://127.0.0.1:8080"


def browser(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOST)


async def post(web: httpx.AsyncClient, **body: Any) -> httpx.Response:
    return await web.post("/api/message", json={"id": "message-1"} | body)


def keep_for_everybody(factory: sessionmaker[Session], clock: Clock, text: str) -> None:
    with factory.begin() as session:
        for account in session.query(ChannelAccount).all():
            keep(session, account.id, [Reply(text).to_json()], now=clock())


async def look(web: httpx.AsyncClient, number: str) -> list[str]:
    answer = await web.post("/api/missed", json={"id": number})
    return [reply["text"] for reply in answer.json()["replies"]]
