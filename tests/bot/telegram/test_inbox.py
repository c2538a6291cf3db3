"""Each update once, in order, and none lost; twice delivered, the engine down, a gateway killed."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from bot.telegram.service import Telegram
from bot.telegram.updates import KEPT, LEASE, Kept
from bot.texts import say
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine
from tests.bot.telegram.bot_api import TOKEN, BotApi
from tests.bot.telegram.conftest import Run
from tests.bot.telegram.dying_door import dying_door
from tests.bot.telegram.phone import Phone
from tests.bot.waiting import until


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
    await until(lambda: not any(row.content for row in kept(factory)))
    assert [(row.chat_id, row.content) for row in kept(factory)] == [(None, None)]

    clock.moment += KEPT
    await until(lambda: kept(factory) == [])
    phone.says("en nu")
    assert (await phone.gets(2))[1] == "echo en nu"


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


async def test_a_message_survives_the_end_of_the_gateway(
    api: BotApi,
    phone: Phone,
    run: Run,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    clock: Clock,
) -> None:
    with dying_door(factory, api, "http://127.0.0.1:9"):
        phone.says("ik heb schulden")
        assert await phone.gets(1) == [say("telegram.a_moment")]
    clock.moment += LEASE
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
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with dying_door(factory, api, engine.url, every=600):
        phone.api.deliver(phone.text("een"), phone.text("twee"))
        await phone.gets(1)
        await until(lambda: len(engine.got) == 2)
        await until(lambda: any(row.content and row.answering for row in kept(factory)))
    clock.moment += LEASE
    async with run():
        phone.says("drie")
        assert await phone.gets(2) == ["echo een", "echo drie"]
    assert "nobody knows whether its answer arrived" in caplog.text
