import asyncio
import re

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Reply, Visitor
from bot.texts import say
from caseload.conversations import earlier_conversations
from caseload.models import Channel, Role
from caseload.people import add_person, who
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine

ASKED = [
    {
        "text": "Waar wil je aan werken?",
        "buttons": [
            {"title": "Rust", "payload": '/inform{"answer": "A"}'},
            {"title": "Werk", "payload": '/inform{"answer": "C"}'},
        ],
    }
]
APOLOGY = say("texts.gateway.apology")


def texts(replies: list[Reply]) -> list[str]:
    return [reply.text for reply in replies]


async def test_a_message_gets_its_answer(conversations: Conversations, visitor: Visitor) -> None:
    assert texts(await conversations.say(visitor, " hoi \n")) == ["echo hoi"]


async def test_the_engine_sees_a_random_id_and_nothing_of_the_visitor(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    await conversations.say(visitor, "hoi")
    await conversations.say(visitor, "en nu")
    await conversations.say(Visitor(Channel.WEB, "somebody else"), "hoi")

    mine, mine_again, other = engine.senders
    assert mine == mine_again != other
    assert re.fullmatch(r"[0-9a-f]{32}", mine)
    assert engine.got[0].keys() == {"sender", "message_id", "text"}


@pytest.mark.parametrize(
    "typed", ['/inform{"role": "coach"}', "/restart", "#1", "<b>hoi</b>", "'; DROP TABLE person;--"]
)
async def test_typed_text_is_only_ever_text(
    typed: str, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    await conversations.say(visitor, typed)

    assert engine.got[0]["text"] == typed
    assert "payload" not in engine.got[0]


@pytest.mark.parametrize("typed", ["", "   \n ", "\u200b\u2060", "\x00\x07"])
async def test_an_empty_message_gets_a_friendly_answer(
    typed: str, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    assert texts(await conversations.say(visitor, typed)) == [say("texts.gateway.empty")]
    assert engine.got == []


async def test_a_long_message_gets_a_friendly_answer_and_keeps_the_buttons(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [ASKED]
    await conversations.say(visitor, "hoi")

    (reply,) = await conversations.say(visitor, "a" * 5000)

    assert reply.text == say("texts.gateway.too_long", limit=2000)
    assert [button.title for button in reply.buttons] == ["Rust", "Werk"]
    assert len(engine.got) == 1
    assert texts(await conversations.press(visitor, reply.buttons[1].reference)) == [
        'echo /inform{"answer": "C"}'
    ]


async def test_2000_characters_are_read(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    await conversations.say(visitor, "a" * 2000)

    assert engine.got[0]["text"] == "a" * 2000


async def test_what_no_database_keeps_does_not_reach_the_engine(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    await conversations.say(visitor, "ho\x00i \ud800 daar\nja 😀")

    assert engine.got[0]["text"] == "ho i   daar\nja 😀"


async def test_a_shown_button_carries_its_payload_and_the_channel_never_sees_it(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [ASKED]
    (asked,) = await conversations.say(visitor, "hoi")

    await conversations.press(visitor, asked.buttons[0].reference)

    assert engine.got[1]["payload"] == '/inform{"answer": "A"}'
    assert "inform" not in repr(asked)


async def test_a_button_of_somebody_else_does_nothing(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [ASKED]
    (asked,) = await conversations.say(visitor, "hoi")
    thief = Visitor(Channel.WEB, "thief")

    replies = await conversations.press(thief, asked.buttons[0].reference)

    assert texts(replies) == [say("texts.gateway.outdated")]
    assert len(engine.got) == 1


@pytest.mark.parametrize("reference", ["", "/affirm", "unknown", "x" * 500])
async def test_a_made_up_reference_does_nothing(
    reference: str, conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    assert texts(await conversations.press(visitor, reference)) == [say("texts.gateway.outdated")]
    assert engine.got == []


async def test_an_old_button_leaves_the_new_ones_working(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [ASKED, ASKED]
    (old,) = await conversations.say(visitor, "hoi")
    (new,) = await conversations.say(visitor, "wat?")

    (reply,) = await conversations.press(visitor, old.buttons[0].reference)

    assert reply.text == say("texts.gateway.outdated")
    assert reply.buttons == new.buttons


async def test_a_button_of_yesterday_is_outdated(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine, clock: Clock
) -> None:
    engine.plan = [ASKED]
    (old,) = await conversations.say(visitor, "hoi")
    clock.later(days=1)

    replies = await conversations.press(visitor, old.buttons[0].reference)

    assert replies == [Reply(say("texts.gateway.outdated"))]


async def test_after_the_end_a_new_conversation_starts_with_the_last_buttons(
    conversations: Conversations,
    visitor: Visitor,
    engine: FakeEngine,
    factory: sessionmaker[Session],
) -> None:
    engine.plan = [[*ASKED, {"custom": {"finished": True}}]]
    last, end = await conversations.say(visitor, "klaar")
    await conversations.press(visitor, last.buttons[0].reference)

    before, after = engine.senders
    assert before != after
    assert not end.visible
    with factory() as session:
        assert earlier_conversations(session, after) == (before,)


async def test_only_the_door_makes_somebody_a_coach(
    conversations: Conversations,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    clock: Clock,
) -> None:
    with factory.begin() as session:
        coach = add_person(session, role=Role.COACH, name="Sanne", now=clock())

    await conversations.say(Visitor(Channel.WEB, "anonymous"), "ik ben coach")
    await conversations.say(Visitor(Channel.WEB, "known", coach.id), "hoi")

    with factory() as session:
        said_so, is_so = (who(session, sender) for sender in engine.senders)
    assert (said_so.is_coach, is_so.is_coach) == (False, True)


async def test_one_message_at_a_time(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [0.1, 0.1, 0.1]

    await asyncio.gather(*(conversations.say(visitor, str(n)) for n in range(3)))

    assert [body["text"] for body in engine.got] == ["0", "1", "2"]
    assert engine.most_busy == 1


async def test_two_visitors_do_not_wait_for_each_other(
    conversations: Conversations, engine: FakeEngine
) -> None:
    engine.plan = [0.3, 0.3]
    others = [Visitor(Channel.WEB, name) for name in "ab"]

    await asyncio.gather(*(conversations.say(other, "hoi") for other in others))

    assert engine.most_busy == 2


async def test_a_message_that_comes_twice_is_answered_once(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [0.1]

    first, again = await asyncio.gather(
        conversations.say(visitor, "ja", "message-1"),
        conversations.say(visitor, "ja", "message-1"),
    )
    await conversations.say(Visitor(Channel.WEB, "somebody else"), "ja", "message-1")

    assert first == again
    assert len(engine.got) == 2


@pytest.mark.parametrize("trouble", [500, [], 1.0])
async def test_one_failure_is_tried_again(
    trouble: int | float | list[dict[str, str]],
    conversations: Conversations,
    visitor: Visitor,
    engine: FakeEngine,
) -> None:
    engine.plan = [trouble]

    assert texts(await conversations.say(visitor, "hoi")) == ["echo hoi"]
    assert len(engine.got) == 2


async def test_a_slow_engine_can_tell_that_it_hears_the_same_again(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    engine.plan = [1.0]
    await conversations.say(visitor, "hoi")
    await conversations.say(visitor, "hoi")

    first, again, other = (body["message_id"] for body in engine.got)
    assert first == again != other


@pytest.mark.parametrize("trouble", [500, [], 1.0, [{"buttons": "nonsense"}]])
async def test_two_failures_are_one_apology(
    trouble: int | float | list[dict[str, str]],
    conversations: Conversations,
    visitor: Visitor,
    engine: FakeEngine,
) -> None:
    engine.plan = [trouble, trouble]

    assert texts(await conversations.say(visitor, "hoi")) == [APOLOGY]
    assert len(engine.got) == 2
    assert texts(await conversations.say(visitor, "weer")) == ["echo weer"]


async def test_logs_hold_no_words(
    conversations: Conversations,
    visitor: Visitor,
    engine: FakeEngine,
    caplog: pytest.LogCaptureFixture,
) -> None:
    engine.plan = [500, 500]
    with caplog.at_level("DEBUG"):
        await conversations.say(visitor, "mijngeheim")

    assert "the engine failed" in caplog.text
    assert "mijngeheim" not in caplog.text


async def test_a_database_that_fails_is_an_apology(
    conversations: Conversations, visitor: Visitor, factory: sessionmaker[Session]
) -> None:
    with factory.begin() as session:
        session.connection().exec_driver_sql("DROP TABLE shown_button")

    assert texts(await conversations.say(visitor, "hoi")) == [APOLOGY]


async def test_opening_lets_the_bot_speak_first(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine
) -> None:
    await conversations.open(visitor)

    assert engine.got[0]["payload"] == "/greet"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Welkom R.D.. Je kunt", "Welkom R.D. Je kunt"),
        ("Nog geen doel: Bo en Noor R..", "Nog geen doel: Bo en Noor R."),
        ("Even denken... Ja.", "Even denken... Ja."),
    ],
)
async def test_the_stop_of_initials_ends_the_sentence(
    conversations: Conversations, visitor: Visitor, engine: FakeEngine, said: str, shown: str
) -> None:
    engine.plan = [[{"text": said}]]

    assert texts(await conversations.say(visitor, "hoi")) == [shown]
