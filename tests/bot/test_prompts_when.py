"""When a prompt comes: at its time, and never into a conversation."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Visitor
from bot.prompts import QUESTION, QUIET, Sweep
from caseload.models import Channel
from doelenmeter.prompt_tables import PromptKind
from doelenmeter.prompts import answered, ask
from store.session import writing
from tests.bot.clock import Clock
from tests.bot.due import (
    ASKED,
    DAY,
    DUE,
    HOUR,
    WEEK,
    add_client,
    states,
    texts,
)
from tests.bot.fake_engine import FakeEngine


async def test_it_waits_until_a_conversation_has_been_quiet(
    client: int,
    sweep: Sweep,
    conversations: Conversations,
    visitor: Visitor,
    engine: FakeEngine,
    clock: Clock,
) -> None:
    await conversations.say(visitor, "hoi")
    await sweep.once()
    clock.moment = DUE + QUIET - timedelta(seconds=1)
    await sweep.once()
    assert len(engine.got) == 1

    clock.moment = DUE + QUIET
    await sweep.once()
    assert [body.get("intent") for body in engine.got] == [None, "prompt_weekly"]


async def test_it_waits_for_a_question_that_is_open(
    client: int,
    sweep: Sweep,
    conversations: Conversations,
    visitor: Visitor,
    engine: FakeEngine,
    clock: Clock,
) -> None:
    engine.plan = [ASKED, WEEK]
    await conversations.say(visitor, "hoi")
    for minutes in (0, 15, 59):
        clock.moment = DUE + timedelta(minutes=minutes)
        await sweep.once()
    assert len(engine.got) == 1

    clock.moment = DUE + QUESTION
    await sweep.once()
    assert texts(await conversations.missed(visitor)) == ["Hoe ging het deze week?"]


async def test_talking_at_another_door_is_talking(
    client: int, sweep: Sweep, conversations: Conversations, engine: FakeEngine, clock: Clock
) -> None:
    await conversations.say(Visitor(Channel.TELEGRAM, "4711", client), "hoi")
    await sweep.once()
    assert len(engine.got) == 1


async def test_it_waits_for_the_turn_before_it(
    client: int, sweep: Sweep, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [0.2]
    talk = asyncio.create_task(conversations.say(visitor, "hoi"))
    await sweep.once()
    await talk
    await sweep.once()

    assert [body.get("text") for body in engine.got] == ["hoi"]


async def test_a_message_waits_for_a_prompt_that_is_on_its_way(
    client: int, sweep: Sweep, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [0.2]
    sweeping = asyncio.create_task(sweep.once())
    while not engine.got:
        await asyncio.sleep(0)
    answer = await conversations.say(visitor, "hoi")
    await sweeping

    assert texts(answer) == ["echo prompt_weekly", "echo hoi"]
    assert engine.most_busy == 1


async def test_two_prompts_do_not_come_at_once(
    client: int,
    sweep: Sweep,
    factory: sessionmaker[Session],
    engine: FakeEngine,
    clock: Clock,
) -> None:
    with writing(factory) as session:
        ask(session, client, kind=PromptKind.DIGEST, due_at=DUE, now=DUE)
    await sweep.once()
    assert len(engine.got) == 1

    clock.moment = DUE + QUESTION
    await sweep.once()
    assert {body["intent"] for body in engine.got} == {"prompt_weekly", "prompt_digest"}


async def test_one_reminder_after_a_day_and_none_after_an_answer(
    client: int,
    sweep: Sweep,
    factory: sessionmaker[Session],
    engine: FakeEngine,
    clock: Clock,
) -> None:
    for hours in range(0, 7 * 24, 3):
        clock.moment = DUE + timedelta(hours=hours)
        await sweep.once()
    assert [body["intent"] for body in engine.got] == ["prompt_weekly", "prompt_reminder"]

    clock.moment = DUE + 7 * DAY
    await sweep.once()
    with writing(factory) as session:
        answered(session, client, now=clock())
    clock.later(days=2)
    await sweep.once()
    assert [body["intent"] for body in engine.got][2:] == ["prompt_weekly"]


async def test_an_hour_of_being_down_sends_it_late_and_a_day_not_at_all(
    client: int, sweep: Sweep, factory: sessionmaker[Session], clock: Clock
) -> None:
    clock.moment = DUE + HOUR
    await sweep.once()
    assert states(factory)[0] == ("weekly", "sent", None)

    clock.moment = DUE + 8 * DAY + HOUR
    await sweep.once()
    assert [state for state in states(factory) if state[0] == "weekly"] == [
        ("weekly", "sent", None),
        ("weekly", "skipped", "late"),
    ]


async def test_the_time_on_the_clock_stays_when_summer_time_ends(
    sweep: Sweep, factory: sessionmaker[Session], clock: Clock
) -> None:
    clock.moment = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)
    add_client(factory, "visitor", clock())
    sent: list[datetime] = []
    while clock() < datetime(2026, 10, 29, tzinfo=UTC):
        await sweep.once()
        weekly = [state for state in states(factory) if state[:2] == ("weekly", "sent")]
        sent += [clock()] * (len(weekly) - len(sent))
        clock.later(minutes=30)

    assert sent == [datetime(2026, 10, day, hour, tzinfo=UTC) for day, hour in ((21, 14), (28, 15))]
