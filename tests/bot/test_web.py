"""The page and its messages, for who comes in at the web door."""

import re

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.orm import Session, sessionmaker

from bot.links import demo_token
from bot.texts import say
from caseload.models import ChannelAccount, Role
from caseload.people import who
from tests.bot.browsing import SECRET, browser, keep_for_everybody, look, post
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine


async def test_the_page_is_dutch_and_needs_nothing_from_another_host(
    web: httpx.AsyncClient,
) -> None:
    page = await web.get("/")

    assert page.status_code == 200
    assert '<html lang="nl">' in page.text
    assert "{{" not in page.text
    assert "//" not in page.text.replace("<!doctype", "")
    for address in re.findall(r'(?:src|href)="([^"]+)"', page.text):
        assert (await web.get(address)).status_code == 200


async def test_a_message_and_a_press(web: httpx.AsyncClient, engine: FakeEngine) -> None:
    engine.plan = [[{"text": "**Kies**", "buttons": [{"title": "Ja", "payload": "/affirm"}]}]]
    await web.get("/")

    (reply,) = (await post(web, text="hoi")).json()["replies"]
    await post(web, id="message-2", press=reply["buttons"][0]["ref"])

    assert (reply["text"], reply["buttons"][0]["title"]) == ("**Kies**", "Ja")
    assert engine.got[1]["payload"] == "/affirm"
    assert engine.senders[0] == engine.senders[1]


async def test_opening_the_page_lets_the_bot_speak(
    web: httpx.AsyncClient, engine: FakeEngine
) -> None:
    await post(web)

    assert engine.got[0]["payload"] == "/greet"


async def test_the_same_message_again_is_answered_once(
    web: httpx.AsyncClient, engine: FakeEngine
) -> None:
    await web.get("/")
    first = await post(web, text="hoi")
    again = await post(web, text="hoi")

    assert first.json() == again.json()
    assert len(engine.got) == 1


async def test_what_came_by_itself_is_given_once(
    app: FastAPI, factory: sessionmaker[Session], clock: Clock
) -> None:
    async with browser(app) as one, browser(app) as other:
        assert await look(one, "look-0001") == []
        await post(one, text="hoi")
        keep_for_everybody(factory, clock, "Hoe ging het deze week?")
        await post(other, text="hoi")

        assert await look(other, "look-0001") == []
        assert await look(one, "look-0002") == ["Hoe ging het deze week?"]
        assert await look(one, "look-0002") == ["Hoe ging het deze week?"]
        assert await look(one, "look-0003") == []


async def test_looking_leaves_no_trace_of_a_stranger(
    web: httpx.AsyncClient, factory: sessionmaker[Session]
) -> None:
    await web.get("/")
    assert await look(web, "look-0001") == []

    with factory() as session:
        assert session.query(ChannelAccount).count() == 0


async def test_a_look_at_a_database_that_fails_may_be_repeated(
    web: httpx.AsyncClient, factory: sessionmaker[Session], clock: Clock
) -> None:
    await post(web, text="hoi")
    keep_for_everybody(factory, clock, "Hoe ging het deze week?")
    with factory.begin() as session:
        session.connection().exec_driver_sql("ALTER TABLE unread_message RENAME TO away")
    assert (await web.post("/api/missed", json={"id": "look-0001"})).status_code == 503
    with factory.begin() as session:
        session.connection().exec_driver_sql("ALTER TABLE away RENAME TO unread_message")

    assert await look(web, "look-0001") == ["Hoe ging het deze week?"]


async def test_two_browsers_are_two_visitors(app: FastAPI, engine: FakeEngine) -> None:
    async with browser(app) as one, browser(app) as other:
        await post(one, text="hoi")
        await post(other, text="hoi")

    assert engine.senders[0] != engine.senders[1]


@pytest.mark.parametrize("role", [Role.COACH, Role.CLIENT])
async def test_a_demo_link_makes_somebody_the_demo_person(
    role: Role, web: httpx.AsyncClient, engine: FakeEngine, factory: sessionmaker[Session]
) -> None:
    link = await web.get("/", params={"t": demo_token(SECRET, role)})
    await post(web, text="hoi")

    assert (link.status_code, link.headers["location"]) == (303, "/")
    with factory() as session:
        found = who(session, engine.senders[0])
    assert (found.role, found.name) == (role, say(f"texts.demo.{role.value}"))
    assert found.name in (await web.get("/")).text


async def test_the_same_link_again_keeps_the_conversation(
    web: httpx.AsyncClient, engine: FakeEngine
) -> None:
    for number in range(2):
        await web.get("/", params={"t": demo_token(SECRET, Role.COACH)})
        await post(web, id=f"message-{number}", text="hoi")

    assert engine.senders[0] == engine.senders[1]


async def test_another_link_is_another_conversation(
    web: httpx.AsyncClient, engine: FakeEngine
) -> None:
    for role in (Role.CLIENT, Role.COACH):
        await web.get("/", params={"t": demo_token(SECRET, role)})
        await post(web, id=f"message-{role}", text="hoi")

    assert engine.senders[0] != engine.senders[1]
