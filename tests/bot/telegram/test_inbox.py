"""Each update once, in order, and none lost; twice delivered, the engine down, a gateway killed."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from bot.settings import ROOT
from bot.telegram.service import Telegram
from bot.telegram.updates import KEPT, Kept
from bot.texts import say
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine
from tests.bot.telegram.bot_api import TOKEN, BotApi
from tests.bot.telegram.conftest import Run
from tests.bot.telegram.phone import Phone


def kept(factory: sessionmaker[Session]) -> list[Kept]:
    with factory() as session:
        return list(session.scalars(select(Kept).order_by(Kept.update_id)))


def said(engine: FakeEngine) -> list[str]:
    return [body["text"] for body in engine.got]


async def test_an_update_that_comes_twice_is_answered_once(
    telegram: Telegram, phone: Phone, engine: FakeEngine
) -> None:
    once = phone.text("hoi")
    phone.api.deliver(once, once)
    await phone.gets(1)
    phone.api.deliver({**once})
    phone.says("en nu")

    assert await phone.gets(2) == ["echo hoi", "echo en nu"]
    assert said(engine) == ["hoi", "en nu"]


async def test_waiting_updates_are_answered_in_order(
    telegram: Telegram, phone: Phone, engine: FakeEngine
) -> None:
    engine.plan = [0.3]
    first, second, third, fourth = map(phone.text, ("1", "2", "3", "4"))
    phone.api.deliver(first, fourth, third, second)

    assert await phone.gets(4) == ["echo 1", "echo 2", "echo 3", "echo 4"]


async def test_nothing_is_kept_of_what_was_answered(
    telegram: Telegram, phone: Phone, factory: sessionmaker[Session], clock: Clock
) -> None:
    phone.says("ik heb schulden")
    await phone.gets(1)
    clock.moment += KEPT
    phone.says("hoi")
    await phone.gets(2)
    phone.says("en nu")
    await phone.gets(3)

    first, *_ = kept(factory)
    assert (first.chat_id, first.content) == (None, None)
    assert len(kept(factory)) == 2


async def test_while_the_engine_is_down_somebody_waits_and_nothing_is_lost(
    telegram: Telegram, phone: Phone, engine: FakeEngine
) -> None:
    engine.plan = [500] * 6
    phone.api.deliver(phone.text("een"), phone.text("twee"))

    assert await phone.gets(3) == [say("telegram.a_moment"), "echo een", "echo twee"]
    assert len({body["message_id"] for body in engine.got}) == 2


async def test_words_are_in_no_log(
    telegram: Telegram, phone: Phone, engine: FakeEngine, caplog: pytest.LogCaptureFixture
) -> None:
    engine.plan = [500] * 2
    phone.api.waiting.append(phone.update(message=phone.message(poll={"id": "unreadable"})))
    phone.says("ik heb schulden")
    await phone.gets(2)

    assert "schulden" not in caplog.text
    assert "Rafiq" not in caplog.text
    assert TOKEN not in caplog.text
    assert "1001" not in caplog.text


@contextmanager
def gateway(factory: sessionmaker[Session], api: BotApi, engine: str, every: str) -> Iterator[Any]:
    """The door in a process of its own."""
    url = factory.kw["bind"].url.render_as_string(hide_password=False)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bot.telegram.dying_door", url, engine, every],
        cwd=ROOT,
        env=os.environ | {"KEUZEHULP_TELEGRAM_TOKEN": TOKEN, "KEUZEHULP_TELEGRAM_API": api.url},
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


async def test_a_message_survives_the_end_of_the_gateway(
    api: BotApi, phone: Phone, run: Run, engine: FakeEngine, factory: sessionmaker[Session]
) -> None:
    with gateway(factory, api, "http://127.0.0.1:9", "0"):
        phone.says("ik heb schulden")
        assert await phone.gets(1) == [say("telegram.a_moment")]
    async with run():
        assert await phone.gets(2) == [say("telegram.a_moment"), "echo ik heb schulden"]
        phone.says("hoi")
        assert (await phone.gets(3))[2] == "echo hoi"
    assert said(engine) == ["ik heb schulden", "hoi"]


async def test_an_answer_that_was_on_its_way_is_not_given_twice_but_reported(
    api: BotApi,
    phone: Phone,
    run: Run,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with gateway(factory, api, engine.url, "600"):
        phone.api.deliver(phone.text("een"), phone.text("twee"))
        await phone.gets(1)
        for _ in range(400):
            if any(row.content and row.answering for row in kept(factory)) and len(engine.got) == 2:
                break
            await asyncio.sleep(0.05)
    async with run():
        phone.says("drie")
        assert await phone.gets(2) == ["echo een", "echo drie"]
    assert "nobody knows whether its answer arrived" in caplog.text
