"""What people get without having said a word: what they see of it, and where."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Visitor
from bot.prompts import Sweep
from bot.terminal import Terminal
from caseload.models import Channel, Role
from caseload.people import add_person
from doelenmeter.planning import set_schedule
from doelenmeter.prompt_tables import PromptKind
from doelenmeter.prompts import ask
from store.session import writing
from tests.bot.clock import Clock
from tests.bot.due import ASKED, DUE, HOUR, WEDNESDAY, WEEK, states, texts
from tests.bot.fake_engine import FakeEngine


async def test_a_prompt_comes_when_it_is_due_and_is_shown_once(
    client: int,
    sweep: Sweep,
    conversations: Conversations,
    visitor: Visitor,
    engine: FakeEngine,
    clock: Clock,
) -> None:
    engine.plan = [WEEK]
    clock.moment = DUE - timedelta(minutes=1)
    await sweep.once()
    assert engine.got == []

    clock.moment = DUE
    await sweep.once()
    (asked,) = await conversations.missed(visitor)

    assert (engine.got[0]["intent"], engine.got[0]["entities"]) == ("prompt_weekly", {})
    assert asked.text == "Hoe ging het deze week?"
    assert [button.title for button in asked.buttons] == ["2 keer te laat", "Nooit te laat"]
    assert await conversations.missed(visitor) == []
    await sweep.once()
    assert await conversations.missed(visitor) == []


async def test_its_buttons_work_days_later(
    client: int,
    sweep: Sweep,
    conversations: Conversations,
    visitor: Visitor,
    engine: FakeEngine,
    clock: Clock,
) -> None:
    engine.plan = [WEEK]
    await sweep.once()
    clock.later(days=3)
    (asked,) = await conversations.missed(visitor)
    await conversations.press(visitor, asked.buttons[1].reference)

    assert engine.got[1]["payload"] == '/checkin_score{"level": "3"}'
    assert engine.senders[0] == engine.senders[1]


async def test_who_opens_the_page_sees_it_instead_of_a_greeting(
    client: int, sweep: Sweep, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [WEEK]
    await sweep.once()

    (asked,) = await conversations.open(visitor)
    assert len(asked.buttons) == 2
    assert len(engine.got) == 1
    assert texts(await conversations.open(visitor)) == ["echo /greet"]


async def test_who_talks_before_seeing_it_sees_it_first_without_dead_buttons(
    client: int, sweep: Sweep, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [WEEK, ASKED]
    await sweep.once()

    asked, answer = await conversations.say(visitor, "ik zoek hulp")
    assert texts([asked, answer]) == ["Hoe ging het deze week?", "Waar woon je?"]
    assert asked.buttons == ()
    assert len(answer.buttons) == 1
    assert await conversations.missed(visitor) == []


async def test_the_terminal_shows_it_at_the_next_turn(
    client: int,
    sweep: Sweep,
    conversations: Conversations,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    clock: Clock,
    tmp_path: Path,
) -> None:
    who = Visitor(Channel.TERMINAL, "terminal", client)
    terminal = Terminal(conversations, who, tmp_path)
    await terminal.turn("hoi")
    clock.later(hours=2)
    engine.plan = [WEEK]
    await sweep.once()

    assert texts(await terminal.turn("hoi")) == ["Hoe ging het deze week?", "echo hoi"]
    assert texts(await terminal.turn("hoi")) == ["echo hoi"]


async def test_a_look_that_is_repeated_gets_the_same_answer(
    client: int, sweep: Sweep, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [WEEK]
    assert await conversations.missed(visitor, "look-0001") == []
    await sweep.once()

    first = await conversations.missed(visitor, "look-0001")
    assert texts(first) == ["Hoe ging het deze week?"]
    assert await conversations.missed(visitor, "look-0001") == first
    assert await conversations.missed(visitor, "look-0002") == []


async def test_looking_is_not_talking(
    client: int, sweep: Sweep, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    stranger = Visitor(Channel.WEB, "never here")
    assert await conversations.missed(stranger) == []
    await conversations.missed(visitor)
    await sweep.once()

    assert len(engine.got) == 1


async def test_what_nobody_looked_at_for_a_week_is_gone(
    client: int, sweep: Sweep, conversations: Conversations, visitor: Visitor, clock: Clock
) -> None:
    await sweep.once()
    clock.later(days=7)

    assert await conversations.missed(visitor) == []


async def test_the_last_used_door_gets_it(
    client: int,
    sweep: Sweep,
    conversations: Conversations,
    visitor: Visitor,
    clock: Clock,
) -> None:
    terminal = Visitor(Channel.TERMINAL, "terminal", client)
    clock.moment = DUE - HOUR
    await conversations.say(terminal, "hoi")
    clock.moment = DUE
    await sweep.once()

    assert await conversations.missed(visitor) == []
    assert texts(await conversations.missed(terminal)) == ["echo prompt_weekly"]


async def test_who_has_no_door_gets_none(
    sweep: Sweep, factory: sessionmaker[Session], engine: FakeEngine, clock: Clock
) -> None:
    with writing(factory) as session:
        person = add_person(session, role=Role.CLIENT, name=None, now=clock())
        set_schedule(session, person.id, weekly=WEDNESDAY, now=clock())
    clock.moment = DUE
    await sweep.once()

    assert engine.got == []
    assert states(factory) == [("weekly", "skipped", "no channel")]


async def test_the_engine_hears_which_goal_it_is_about(
    client: int, sweep: Sweep, factory: sessionmaker[Session], engine: FakeEngine
) -> None:
    with factory.begin() as session:
        session.execute(
            text(
                "INSERT INTO goal (id, client_id, kenmerk, scale, start_date, state, created_at)"
                " VALUES (7, :client, '1.1', 'doelenmeter', '2026-11-01', 'active',"
                " '2026-11-01 12:00:00')"
            ),
            {"client": client},
        )
    with writing(factory) as session:
        session.execute(text("DELETE FROM schedule"))
        ask(session, client, kind=PromptKind.MOMENT, due_at=DUE, now=DUE, goal_id=7)
    await sweep.once()

    assert engine.got[0]["intent"] == "prompt_moment"
    assert engine.got[0]["entities"] == {"goal": 7}
