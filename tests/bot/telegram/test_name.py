"""An invite that a coach makes in the terminal leads to the bot as well."""

import json
from typing import Any

import pytest

from tests.bot.commands import Run
from tests.bot.fake_engine import FakeEngine
from tests.bot.telegram.bot_api import TOKEN, BotApi, failed

START = "https://t.me/keuzehulp_bot?start="


def invited(here: Run, engine: FakeEngine, **settings: str) -> dict[str, Any]:
    """What a coach reads who invites somebody."""
    engine.plan = [[{"text": "Fatma kan komen.", "custom": {"invite": "Fatma"}}]]
    coach = ("chat", "--as", "coach")
    done = here(*coach, typed="nodig Fatma uit\n", ENGINE_URL=engine.url, **settings)
    (reply,) = json.loads(done.stdout)["replies"]
    return dict(reply)


def test_with_a_token_the_link_opens_telegram(here: Run, engine: FakeEngine, api: BotApi) -> None:
    reply = invited(here, engine, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API=api.url)

    assert START in reply["text"]
    assert reply["image"].startswith("data:image/svg+xml")


@pytest.mark.parametrize("token", ["", "1:wrong", TOKEN])
def test_without_an_answer_of_telegram_there_is_the_other_link(
    here: Run, engine: FakeEngine, api: BotApi, token: str
) -> None:
    api.plan["getMe"] = [failed(502, "Bad Gateway")]
    reply = invited(here, engine, TELEGRAM_TOKEN=token, TELEGRAM_API=api.url)

    assert "/?i=" in reply["text"]
    assert START not in reply["text"]
