"""The Telegram door beside the page, in the real process."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from bot.texts import say
from tests.bot.telegram.bot_api import TOKEN, BotApi
from tests.bot.telegram.phone import Phone
from tests.bot.test_launch import Launch, until


@pytest.fixture
def launched(tmp_path: Path) -> Iterator[Launch]:
    one = Launch(tmp_path)
    yield one
    for number in one.left():
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    if one.process is not None:
        one.process.wait()


async def test_without_a_token_one_line_says_so(launched: Launch) -> None:
    launched.started()

    assert launched.said.count(say("cli.telegram.off")) == 1


async def test_with_a_token_it_answers_and_stops_with_the_rest(
    launched: Launch, api: BotApi, phone: Phone
) -> None:
    launched.started(KEUZEHULP_TELEGRAM_TOKEN=TOKEN, KEUZEHULP_TELEGRAM_API=api.url)
    until(lambda: say("cli.telegram.on", name="keuzehulp_bot") in launched.said)
    phone.says("hoi")

    assert await phone.gets(1) == [say("telegram.a_moment")]  # no engine behind this one
    launched.signal(signal.SIGTERM)
    assert launched.end() == 0
    assert launched.left() == []


async def test_a_wrong_token_is_one_line_and_the_page_goes_on(
    launched: Launch, api: BotApi
) -> None:
    launched.started(KEUZEHULP_TELEGRAM_TOKEN="1:wrong", KEUZEHULP_TELEGRAM_API=api.url)
    until(lambda: say("cli.telegram.bad_token") in launched.said)

    page = httpx.get(f"http://127.0.0.1:{launched.ports['PORT']}/", trust_env=False)
    assert page.status_code == 200
    assert "1:wrong" not in launched.said + launched.complained


async def test_with_a_webhook_a_stranger_gets_nothing(launched: Launch, api: BotApi) -> None:
    launched.started(
        KEUZEHULP_TELEGRAM_TOKEN=TOKEN,
        KEUZEHULP_TELEGRAM_API=api.url,
        KEUZEHULP_TELEGRAM_WEBHOOK="1",
    )
    until(lambda: bool(api.of("setWebhook")))

    forged = httpx.post(
        f"http://127.0.0.1:{launched.ports['PORT']}/telegram/x", json={}, trust_env=False
    )
    assert forged.status_code == 403
