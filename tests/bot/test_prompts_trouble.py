"""What goes wrong on the way of a prompt: nobody gets one twice."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations
from bot.database import Store
from bot.engine import Engine
from bot.prompts import AGAIN, AT_ONCE, Mailbox, NotSentError, Sweep
from bot.settings import ROOT
from caseload.models import Channel
from caseload.unread import Unread
from doelenmeter.prompt_tables import Prompt, Sending
from doelenmeter.prompts import LEASE, claim
from store.session import writing
from tests.bot.clock import Clock
from tests.bot.due import (
    DUE,
    WEEK,
    Lead,
    Refusing,
    add_client,
    states,
    waiting,
)
from tests.bot.fake_engine import SECRET, FakeEngine
from tests.bot.waiting import until


@pytest.mark.parametrize("trouble", [[500, 500], [[], []], [1.0, 1.0]])
async def test_without_an_engine_it_is_put_back(
    trouble: list[int | float | list[dict[str, str]]],
    client: int,
    sweep: Sweep,
    factory: sessionmaker[Session],
    engine: FakeEngine,
    clock: Clock,
) -> None:
    engine.plan = [*trouble, WEEK]
    await sweep.once()
    assert (states(factory), waiting(factory)) == ([("weekly", "due", None)], 0)

    clock.later(seconds=AGAIN.total_seconds())
    await sweep.once()
    assert states(factory)[0] == ("weekly", "sent", None)
    assert waiting(factory) == 1


async def test_an_engine_that_is_away_is_not_asked_for_everybody(
    sweep: Sweep, factory: sessionmaker[Session], engine: FakeEngine, clock: Clock
) -> None:
    for number in range(40):
        add_client(factory, str(number), clock())
    clock.moment = DUE
    engine.plan = [500] * 1000
    await sweep.once()
    assert len(engine.got) <= 20

    engine.plan = []
    clock.later(minutes=1)
    await sweep.once()
    assert waiting(factory) == 40


async def test_when_there_is_nothing_to_say_nothing_comes(
    client: int, sweep: Sweep, factory: sessionmaker[Session], engine: FakeEngine
) -> None:
    engine.plan = [[{"custom": {"note": "no goal"}}]]
    await sweep.once()

    assert states(factory) == [("weekly", "skipped", "nothing to say")]
    assert waiting(factory) == 0


async def test_a_channel_that_refuses_for_good_gets_no_second_try(
    client: int, sweep_to: Lead, factory: sessionmaker[Session], clock: Clock
) -> None:
    sweep = sweep_to(Refusing(NotSentError("blocked")))
    await sweep.once()
    clock.later(minutes=30)
    await sweep.once()

    assert states(factory) == [("weekly", "skipped", "blocked")]


async def test_a_channel_that_refuses_for_now_is_asked_later(
    client: int, sweep_to: Lead, factory: sessionmaker[Session], clock: Clock
) -> None:
    channel = Refusing(NotSentError("busy", again=timedelta(minutes=5)), None)
    sweep = sweep_to(channel)
    await sweep.once()
    clock.later(minutes=4)
    await sweep.once()
    assert channel.sent == []

    clock.later(minutes=1)
    await sweep.once()
    assert channel.sent == [["echo prompt_weekly"]]
    assert states(factory)[0] == ("weekly", "sent", None)


async def test_for_a_channel_that_cannot_send_nothing_is_worded(
    client: int,
    sweep_to: Lead,
    factory: sessionmaker[Session],
    engine: FakeEngine,
    clock: Clock,
) -> None:
    channel = Refusing(None, ready=False)
    sweep = sweep_to(channel)
    for _ in range(3):
        await sweep.once()
        clock.later(seconds=AGAIN.total_seconds())
    assert (engine.got, states(factory)) == ([], [("weekly", "due", None)])

    channel.ready = True
    await sweep.once()
    assert channel.sent == [["echo prompt_weekly"]]


async def test_a_channel_that_refuses_is_not_worded_for_everybody(
    sweep_to: Lead, factory: sessionmaker[Session], engine: FakeEngine, clock: Clock
) -> None:
    for number in range(40):
        add_client(factory, str(number), clock())
    clock.moment = DUE
    channel = Refusing(*[NotSentError("no connection", again=AGAIN)] * 40)
    sweep = sweep_to(channel)
    await sweep.once()
    assert len(engine.got) <= AT_ONCE

    channel.troubles = [None] * 40
    clock.later(seconds=AGAIN.total_seconds())
    await sweep.once()
    assert len(channel.sent) == 40


async def test_what_may_have_arrived_is_reported_and_never_sent_again(
    client: int,
    sweep_to: Lead,
    factory: sessionmaker[Session],
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    channel = Refusing(ConnectionError("to Rafiq: Hoe ging het?"))
    sweep = sweep_to(channel)
    for _ in range(3):
        await sweep.once()
        clock.later(seconds=LEASE.total_seconds())

    assert states(factory) == [("weekly", "unknown", None)]
    assert "prompt 1: nobody knows whether it arrived" in caplog.messages
    assert "Rafiq" not in caplog.text
    assert "Hoe ging" not in caplog.text


async def test_a_claim_that_was_abandoned_is_sent_again(
    client: int, sweep: Sweep, factory: sessionmaker[Session], clock: Clock
) -> None:
    store = Store(factory, clock)
    await sweep.once()
    with writing(factory) as session:
        session.execute(text("UPDATE prompt SET state = 'due'"))
        session.execute(text("DELETE FROM unread_message"))
    await store(lambda session, now: claim(session, now=now))
    await sweep.once()
    assert waiting(factory) == 0

    clock.later(seconds=LEASE.total_seconds())
    await sweep.once()
    assert waiting(factory) == 1


@pytest.mark.parametrize(
    ("where", "state", "shown"), [("claimed", "sent", 1), ("sending", "unknown", 0)]
)
async def test_kill_9_sends_nothing_twice(
    where: str,
    state: str,
    shown: int,
    client: int,
    sweep: Sweep,
    factory: sessionmaker[Session],
    engine: FakeEngine,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    url = factory.kw["bind"].url.render_as_string(hide_password=False)
    dying = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bot.dying_sweep", url, engine.url, DUE.isoformat(), where),
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert dying.stdout is not None
    assert await dying.stdout.readline() == f"{where}\n".encode()
    dying.kill()
    await dying.wait()
    assert states(factory) == [("weekly", where, None)]

    clock.later(seconds=LEASE.total_seconds() - 1)
    await sweep.once()
    assert waiting(factory) == 0
    clock.later(seconds=1)
    await sweep.once()
    clock.later(hours=2)
    await sweep.once()

    assert states(factory)[0] == ("weekly", state, None)
    assert waiting(factory) == shown
    assert ("nobody knows" in caplog.text) == (state == "unknown")


@pytest.fixture
async def sweeps(
    engine: FakeEngine, make_session: sessionmaker[Session], clock: Clock
) -> AsyncIterator[list[Sweep]]:
    """Two gateways on one database."""
    async with AsyncExitStack() as stack:
        made = []
        for _ in range(2):
            talker = await stack.enter_async_context(aclosing(Engine(engine.url, SECRET)))
            store = Store(make_session, clock)
            talks = Conversations(talker, make_session, clock)
            made.append(Sweep(talks, store, {Channel.WEB: Mailbox(store)}))
        yield made


async def test_two_gateways_at_once_send_each_prompt_once(
    sweeps: list[Sweep], make_session: sessionmaker[Session], engine: FakeEngine, clock: Clock
) -> None:
    people = [add_client(make_session, str(number), clock()) for number in range(70)]
    clock.moment = DUE
    await asyncio.gather(*(sweep.once() for sweep in sweeps))

    assert len(engine.got) == len(set(engine.senders)) == len(people)
    with make_session() as session:
        kept = session.scalars(select(Unread.account_id)).all()
        assert len(kept) == len(set(kept)) == len(people)
        sent = session.scalars(select(Prompt).where(Prompt.state == Sending.SENT.value))
        assert sorted(row.person_id for row in sent) == people


async def test_a_database_that_fails_is_tried_again(
    client: int,
    sweep: Sweep,
    factory: sessionmaker[Session],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with factory.begin() as session:
        session.execute(text("ALTER TABLE schedule RENAME TO away"))
    running = asyncio.create_task(sweep.run(every=0.01))
    await until(lambda: "a sweep failed: OperationalError" in caplog.messages)
    with factory.begin() as session:
        session.execute(text("ALTER TABLE away RENAME TO schedule"))
    await until(lambda: waiting(factory) == 1)
    sweep.stop()
    await running


async def test_stopping_finishes_what_is_being_sent_and_begins_nothing(
    sweep: Sweep, factory: sessionmaker[Session], engine: FakeEngine, clock: Clock
) -> None:
    for number in range(12):
        add_client(factory, str(number), clock())
    clock.moment = DUE
    engine.plan = [0.2] * 8
    running = asyncio.create_task(sweep.run(every=3600))
    await until(lambda: len(engine.got) == 8)
    sweep.stop()
    await running

    found = [state for kind, state, _ in states(factory) if kind == "weekly"]
    assert (found.count("sent"), found.count("due")) == (8, 4)
    assert waiting(factory) == 8
