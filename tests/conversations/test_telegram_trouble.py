"""Telegram before the real engine: while that is away, and when two hundred write at once."""

import itertools
import re
from contextlib import aclosing

import pytest
from sqlalchemy import select

from bot.engine import Engine
from bot.texts import say
from caseload.models import Channel, ChannelAccount, Conversation
from tests.bot.telegram.bot_api import BotApi
from tests.bot.telegram.phone import Phone, titles
from tests.conversations.chatter import Chatter
from tests.conversations.visitor import DEBTS, DEBTS_CHIP
from tests.stack import READY_SECONDS, Stack

A_MOMENT = say("telegram.a_moment")
DEBTS_HEARD = "Ik hoor dit: geldzorgen"
LIVES = "ik woon in Tiel"
LIVES_HEARD = "dat neem ik mee: in Tiel"
PRIVACY = "Ik bewaar lijst en keuze zonder je naam"
CALLS = "ik durf niet te bellen"
CALLS_CHIP = "✕ zelfvertrouwen"
MANY = 200
chats = itertools.count(701)


@pytest.fixture
def ali(telegram_server: BotApi) -> Chatter:
    """Somebody whom the bot has greeted."""
    ali = Chatter(telegram_server, next(chats))
    ali.says("/start", "Wat is er aan de hand")
    ali.has_read()
    return ali


async def heard(stack: Stack, phone: Phone) -> list[str]:
    """What somebody said, as the engine keeps it."""
    with stack.session() as session:
        here = (
            ChannelAccount.channel == Channel.TELEGRAM.value,
            ChannelAccount.external_id == str(phone.chat["id"]),
        )
        talk = session.scalars(select(Conversation.id).join(Conversation.account).where(*here))
        async with aclosing(Engine(stack.engine_url, stack.secret)) as engine:
            lines = await engine.said(talk.one())
    return [line["text"] for line in lines if line["by"] == "person"]


async def test_what_is_written_while_the_engine_is_away_is_answered_later_once_and_in_order(
    stack: Stack, ali: Chatter
) -> None:
    told = [A_MOMENT, DEBTS_HEARD, LIVES_HEARD, DEBTS_HEARD, PRIVACY, DEBTS_HEARD]
    stack.kill_engine()
    for words in (DEBTS, LIVES, "/privacy"):
        ali.phone.says(words)
    ali.until(lambda: len(re.findall("|".join(told), ali.text)) == len(told), READY_SECONDS)

    assert re.findall("|".join(told), ali.text) == told
    assert await heard(stack, ali.phone) == ["/greet", DEBTS, LIVES, "/privacy_question"]


async def test_what_the_engine_was_thinking_about_when_it_died_is_heard_once(
    stack: Stack, ali: Chatter
) -> None:
    with stack.actions_standing_still():
        ali.phone.says(DEBTS)
        ali.sees_typing()
        stack.kill_engine()
    ali.waits(A_MOMENT)
    ali.waits(DEBTS_CHIP, seconds=READY_SECONDS)

    assert await heard(stack, ali.phone) == ["/greet", DEBTS]


def test_two_hundred_chats_at_once_get_each_their_own_answer(
    stack: Stack, telegram_server: BotApi
) -> None:
    phones = [Phone(telegram_server, next(chats)) for _ in range(MANY)]
    said = [(DEBTS, DEBTS_CHIP), (CALLS, CALLS_CHIP)] * (MANY // 2)
    telegram_server.deliver(
        *(phone.text(words) for phone, (words, _) in zip(phones, said, strict=True))
    )

    def chips() -> list[list[str]]:
        return [
            [title for message in phone.sees for title in titles(message) if title[0] == "✕"]
            for phone in phones
        ]

    telegram_server.until(lambda: all(chips()), READY_SECONDS)
    for shown, (_, chip) in zip(chips(), said, strict=True):
        assert len(shown) == 1
        assert shown[0].startswith(chip)
