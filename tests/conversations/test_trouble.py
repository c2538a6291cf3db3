"""Messages that come twice or together, and an engine that goes away in the middle."""

import socket
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime

from bot.conversation import Conversations
from bot.conversation import Visitor as AtTheDoor
from bot.database import database
from bot.engine import Engine
from bot.texts import say
from caseload.conversations import hashed
from caseload.models import Channel
from tests.conversations.visitor import DEBTS, FIRST_QUESTION, RIGHT, ROUTES, Visitor
from tests.stack import Stack


@asynccontextmanager
async def without_engine(stack: Stack) -> AsyncIterator[Conversations]:
    """A gateway on the same database, whose engine has gone."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        with database(stack.database_url) as sessions:
            async with aclosing(Engine(url, stack.secret)) as engine:
                yield Conversations(engine, sessions, lambda: datetime.now(UTC))


def door(visitor: Visitor) -> AtTheDoor:
    return AtTheDoor(Channel.WEB, hashed(visitor.talk.token))


async def test_without_an_engine_somebody_hears_sorry_and_loses_nothing(
    anonymous: Visitor,
) -> None:
    anonymous.says(DEBTS).presses(RIGHT)

    async with without_engine(anonymous.stack) as conversations:
        (reply,) = await conversations.say(door(anonymous), "eerst rust")

    assert reply.text == say("texts.gateway.apology")
    assert [button.title for button in reply.buttons] == anonymous.buttons
    assert "plaats" in anonymous.presses(ROUTES[0]).text


async def test_a_press_without_an_engine_may_be_pressed_again(anonymous: Visitor) -> None:
    anonymous.says(DEBTS)
    right = anonymous.talk.references[anonymous.buttons.index(RIGHT)]

    async with without_engine(anonymous.stack) as conversations:
        (reply,) = await conversations.press(door(anonymous), right)

    assert reply.text == say("texts.gateway.apology")
    assert FIRST_QUESTION in anonymous.presses(RIGHT).text


def test_an_action_server_that_stands_still_costs_one_answer(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT)

    with anonymous.stack.actions_standing_still():
        anonymous.presses(ROUTES[0])
    assert anonymous.text == say("texts.gateway.apology")

    assert "plaats" in anonymous.presses(ROUTES[0]).text
    assert anonymous.to_the_list().listed


def test_a_message_that_comes_twice_is_answered_once(anonymous: Visitor) -> None:
    anonymous.says(DEBTS)
    right = anonymous.talk.references[anonymous.buttons.index(RIGHT)]

    first = anonymous.talk.send(press=right, id="the-same-message")
    second = anonymous.talk.send(press=right, id="the-same-message")

    assert FIRST_QUESTION in first[-1]["text"]
    assert second == first
    assert "plaats" in anonymous.presses(ROUTES[0]).text


def test_a_choice_that_comes_twice_is_stored_once(anonymous: Visitor) -> None:
    anonymous.advised().says("ik kies de eerste")
    for _ in range(2):
        anonymous.talk.send(text="om de hulp thuis", id="the-same-argument")

    assert [choice["argument"] for choice in anonymous.choices] == ["om de hulp thuis"]


def test_messages_sent_together_are_all_heard(anonymous: Visitor) -> None:
    anonymous.opens()
    with ThreadPoolExecutor(max_workers=2) as together:
        list(together.map(anonymous.talk.say, ["ik woon in Tiel", "ik wil eerst rust"]))
    anonymous.says("wat weet je van mij")

    assert "in Tiel" in anonymous.text
    assert "rust en orde thuis" in anonymous.text
