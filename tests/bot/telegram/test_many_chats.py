"""Many people at once: everybody gets an own answer, and nobody waits for who floods the bot."""

import asyncio
from collections import Counter
from itertools import pairwise

import pytest

from bot.screen import Reply
from bot.telegram.door import AT_ONCE
from bot.telegram.service import Telegram
from caseload.models import Channel, ChannelAccount
from tests.bot.fake_engine import FakeEngine
from tests.bot.telegram.bot_api import BotApi
from tests.bot.telegram.conftest import Run
from tests.bot.telegram.phone import Phone

CHATS = 200


@pytest.fixture
def patience() -> float:
    return 60.0


async def test_two_hundred_chats_at_once_get_each_their_own_answer(
    telegram: Telegram, api: BotApi, engine: FakeEngine
) -> None:
    phones = [Phone(api, 3000 + number) for number in range(CHATS)]
    engine.plan = [0.1] * CHATS
    api.deliver(*(phone.text(f"ik ben {phone.chat['id']}") for phone in phones))
    await phones[0].until(lambda: len(api.messages) >= CHATS)

    assert [phone.reads for phone in phones] == [
        [f"echo ik ben {phone.chat['id']}"] for phone in phones
    ]
    assert set(Counter(engine.senders).values()) == {1}
    assert 1 < engine.most_busy <= AT_ONCE


async def test_thirty_messages_of_one_chat_do_not_hold_up_another(
    run: Run, phone: Phone, api: BotApi
) -> None:
    other = Phone(api, 2002)
    async with run(every=0.2):
        phone.api.deliver(*(phone.text(str(number)) for number in range(30)))
        await phone.gets(2)
        other.says("hoi")
        assert await other.gets(1) == ["echo hoi"]
        assert len(phone.sees) < 30
        await phone.gets(4)
    sent = [call.at for call in api.of("sendMessage") if call.params["chat_id"] == "1001"]
    assert all(after - before >= 0.15 for before, after in pairwise(sent))


async def test_messages_to_many_go_out_evenly_not_all_in_the_first_second(
    telegram: Telegram, api: BotApi
) -> None:
    chats = [
        ChannelAccount(channel=Channel.TELEGRAM.value, external_id=str(number))
        for number in range(60)
    ]
    await asyncio.gather(*(telegram.send(chat, [Reply("Hoi.")]) for chat in chats))

    at = [call.at for call in api.of("sendMessage")]
    assert len(at) == 60
    assert at[-1] - at[0] > 1.5
