"""What goes out: paced a chat, never twice, and prompts with buttons and pictures."""

import base64

import pytest
from sqlalchemy.orm import Session, sessionmaker
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.conversation import Conversations
from bot.database import Store
from bot.prompts import NotSentError, Sweep
from bot.screen import Reply
from bot.telegram.outbox import Outbox, not_sent
from bot.telegram.service import Telegram
from caseload.buttons import Shown
from caseload.conversations import account
from caseload.models import Channel, ChannelAccount, Role
from caseload.people import add_person
from doelenmeter.planning import set_schedule
from store.session import writing
from tests.bot.clock import Clock
from tests.bot.due import DAY, DUE, WEDNESDAY, WEEK, states
from tests.bot.fake_engine import FakeEngine
from tests.bot.telegram.bot_api import FORBIDDEN, PNG, TOKEN, TOO_MANY, BotApi, failed
from tests.bot.telegram.conftest import Run
from tests.bot.telegram.phone import Phone, titles
from tests.bot.waiting import until

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
PICTURE = Reply(
    "Zo gaat het.",
    (Shown("abcdefghijkl", "Verder"),),
    "data:image/svg+xml;base64," + base64.b64encode(SVG.encode()).decode(),
    {"alt": "Je staat op **stap 2**."},
)
HERE = ChannelAccount(channel=Channel.TELEGRAM.value, external_id="1001")


@pytest.fixture
def client(factory: sessionmaker[Session], clock: Clock) -> int:
    """A client in Telegram, and it is Wednesday, four o'clock."""
    with writing(factory) as session:
        person = add_person(session, role=Role.CLIENT, name="Rafiq", now=clock())
        account(
            session,
            channel=Channel.TELEGRAM,
            external_id="1001",
            person_id=person.id,
            now=clock() - DAY,
        )
        set_schedule(session, person.id, weekly=WEDNESDAY, now=clock())
    clock.moment = DUE
    return person.id


@pytest.fixture
def sweep(
    telegram: Telegram,
    conversations: Conversations,
    factory: sessionmaker[Session],
    clock: Clock,
) -> Sweep:
    return Sweep(conversations, Store(factory, clock), {Channel.TELEGRAM: telegram})


async def test_a_prompt_comes_with_buttons_that_work(
    client: int,
    telegram: Telegram,
    sweep: Sweep,
    phone: Phone,
    engine: FakeEngine,
    factory: sessionmaker[Session],
) -> None:
    engine.plan = [WEEK]
    await sweep.once()
    assert phone.reads == ["Hoe ging het deze week?"]
    assert titles(phone.sees[0]) == ["2 keer te laat", "Nooit te laat"]

    phone.taps("Nooit te laat")
    await phone.gets(2)
    assert engine.got[1]["payload"] == '/checkin_score{"level": "3"}'
    assert titles(phone.sees[0]) == ["Gekozen: Nooit te laat"]
    assert states(factory)[0] == ("weekly", "sent", None)


async def test_a_prompt_to_who_blocked_the_bot_is_left_out_and_no_next_one_is_planned(
    client: int,
    telegram: Telegram,
    sweep: Sweep,
    api: BotApi,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    clock: Clock,
) -> None:
    engine.plan = [WEEK]
    api.plan["sendMessage"] = [FORBIDDEN]
    await sweep.once()
    clock.later(days=7)
    await sweep.once()

    assert [(state, note) for _, state, note in states(factory)] == [("skipped", "blocked")]
    assert len(engine.got) == 1


async def test_what_nobody_knows_of_is_not_sent_again(
    client: int,
    telegram: Telegram,
    sweep: Sweep,
    api: BotApi,
    engine: FakeEngine,
    factory: sessionmaker[Session],
) -> None:
    engine.plan = [WEEK]
    api.plan["sendMessage"] = [failed(502, "Bad Gateway")]
    await sweep.once()
    await sweep.once()

    assert len(api.of("sendMessage")) == 1
    assert [state for _, state, _ in states(factory)] == ["sending"]


async def test_a_picture_has_its_words_below_it_and_the_buttons(
    telegram: Telegram, phone: Phone, api: BotApi
) -> None:
    await telegram.send(HERE, [PICTURE])
    (call,) = api.of("sendPhoto")

    ((_, content),) = call.files.values()
    assert content.startswith(PNG)
    assert phone.reads == ["Zo gaat het.\n\nJe staat op stap 2."]
    assert titles(phone.sees[0]) == ["Verder"]


async def test_too_many_messages_wait_as_long_as_telegram_says(
    telegram: Telegram, phone: Phone, api: BotApi
) -> None:
    api.plan["sendMessage"] = [TOO_MANY]
    await telegram.send(HERE, [Reply("Hoi.")])
    first, second = api.of("sendMessage")

    assert phone.reads == ["Hoi."]
    assert second.at - first.at >= 1


async def test_without_a_connection_nothing_was_sent(
    conversations: Conversations, api: BotApi
) -> None:
    async def nobody(_chat_id: int) -> None:
        """Nobody is told."""

    bot = Bot(TOKEN, base_url="http://127.0.0.1:9/bot")
    outbox = Outbox(bot, conversations, nobody, every=0, pause=0)
    with pytest.raises(NotSentError) as caught:
        await outbox.send(HERE, [Reply("Hoi.")])
    assert caught.value.again


async def test_while_the_bot_is_not_there_a_prompt_waits(run: Run) -> None:
    async with run(token="1:wrong") as telegram:
        with pytest.raises(NotSentError) as caught:
            await telegram.send(HERE, [Reply("Hoi.")])
    assert caught.value.again


async def test_while_telegram_cannot_be_reached_no_prompt_is_worded(
    client: int, telegram: Telegram, sweep: Sweep, phone: Phone, engine: FakeEngine, clock: Clock
) -> None:
    phone.says("hoi")
    await phone.gets(1)
    phone.api.plan["getUpdates"] = [failed(502, "Bad Gateway")] * 1000
    await until(lambda: not telegram.ready)
    clock.later(hours=1)
    await sweep.once()
    assert [body.get("intent") for body in engine.got] == [None]

    phone.api.plan.clear()
    await until(lambda: telegram.ready)
    clock.later(minutes=1)
    await sweep.once()
    assert await phone.gets(2) == ["echo hoi", "echo prompt_weekly"]


async def test_half_a_prompt_is_not_one_that_was_not_sent(telegram: Telegram, api: BotApi) -> None:
    api.plan["sendMessage"] = [None, failed(400, "Bad Request")]
    with pytest.raises(RuntimeError):
        await telegram.send(HERE, [Reply("Een."), Reply("Twee.")])


@pytest.mark.parametrize(
    ("error", "why", "again"),
    [
        (RetryAfter(5), "too many messages", True),
        (Forbidden("x"), "blocked", False),
        (BadRequest("x"), "refused", False),
    ],
)
def test_what_surely_did_not_go_out(error: Exception, why: str, again: bool) -> None:
    refused = not_sent(error)

    assert refused is not None
    assert (refused.why, refused.again is not None) == (why, again)


def test_what_may_have_gone_out() -> None:
    assert not_sent(NetworkError("Bad Gateway")) is None
