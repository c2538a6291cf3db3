"""What whoever starts it reads, with a token that works and one that does not."""

import asyncio

from bot.settings import Settings
from bot.texts import say
from tests.bot.telegram.bot_api import BotApi, failed
from tests.bot.telegram.conftest import Run
from tests.bot.telegram.phone import Phone


async def test_it_says_which_bot_works(run: Run, phone: Phone, said: list[str]) -> None:
    async with run():
        phone.says("hoi")
        await phone.gets(1)
    assert said == [say("cli.telegram.on", name="keuzehulp_bot")]


async def test_a_token_that_does_not_work_is_one_line(run: Run, said: list[str]) -> None:
    async with asyncio.timeout(20), run(token="1:wrong"):
        while not said:
            await asyncio.sleep(0.01)
    assert said == [say("cli.telegram.bad_token")]


async def test_a_connection_that_comes_later_is_used(
    run: Run, api: BotApi, phone: Phone, said: list[str]
) -> None:
    api.plan["getMe"] = [failed(502, "Bad Gateway")] * 2
    phone.says("hoi")
    async with run():
        assert await phone.gets(1) == ["echo hoi"]
    assert said[0] == say("cli.telegram.no_connection")
    assert len(said) == 2


async def test_a_poll_that_fails_is_tried_again(run: Run, api: BotApi, phone: Phone) -> None:
    api.plan["getUpdates"] = [failed(502, "Bad Gateway"), failed(409, "Conflict")]
    async with run():
        phone.says("hoi")
        assert await phone.gets(1) == ["echo hoi"]


def test_the_token_is_not_shown() -> None:
    settings = Settings.model_validate({"telegram_token": "4711:abcdef"})

    assert "abcdef" not in repr(settings)
