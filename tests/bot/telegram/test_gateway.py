"""The Telegram door beside the page, in the real process."""

import signal

import httpx

from bot.texts import say
from tests.bot.launching import Launch, until
from tests.bot.telegram.bot_api import TOKEN, BotApi
from tests.bot.telegram.phone import Phone


async def test_without_a_token_one_line_says_so(launch: Launch) -> None:
    launch.started()

    assert launch.said.count(say("cli.telegram.off")) == 1


async def test_with_a_token_it_answers_and_stops_with_the_rest(
    launch: Launch, api: BotApi, phone: Phone
) -> None:
    launch.started(KEUZEHULP_TELEGRAM_TOKEN=TOKEN, KEUZEHULP_TELEGRAM_API=api.url)
    until(lambda: say("cli.telegram.on", name="keuzehulp_bot") in launch.said)
    phone.says("hoi")

    assert await phone.gets(1) == [say("telegram.a_moment")]  # no engine behind this one
    launch.signal(signal.SIGTERM)
    assert launch.end() == 0
    assert launch.left() == []


async def test_a_wrong_token_is_one_line_and_the_page_goes_on(launch: Launch, api: BotApi) -> None:
    launch.started(KEUZEHULP_TELEGRAM_TOKEN="1:wrong", KEUZEHULP_TELEGRAM_API=api.url)
    until(lambda: say("cli.telegram.bad_token") in launch.said)

    page = httpx.get(f"http://127.0.0.1:{launch.ports['PORT']}/", trust_env=False)
    assert page.status_code == 200
    assert "1:wrong" not in launch.said + launch.complained


async def test_with_a_webhook_a_stranger_gets_nothing(launch: Launch, api: BotApi) -> None:
    launch.started(
        KEUZEHULP_TELEGRAM_TOKEN=TOKEN,
        KEUZEHULP_TELEGRAM_API=api.url,
        KEUZEHULP_TELEGRAM_WEBHOOK="1",
    )
    until(lambda: bool(api.of("setWebhook")))

    forged = httpx.post(
        f"http://127.0.0.1:{launch.ports['PORT']}/telegram/x", json={}, trust_env=False
    )
    assert forged.status_code == 403
