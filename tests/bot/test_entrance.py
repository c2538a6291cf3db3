"""Coming in by the link of an invite, in a browser."""

import logging

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations
from bot.texts import say
from bot.web import create_app
from caseload.conversations import finish
from caseload.invites import LIFETIME, Fresh, invite
from caseload.models import ChannelAccount, Conversation, Person, Role, WrongCode
from caseload.people import add_person, who
from tests.bot.browsing import browser, post
from tests.bot.clock import Clock
from tests.bot.fake_engine import SECRET, FakeEngine


@pytest.fixture
def app(conversations: Conversations, factory: sessionmaker[Session], clock: Clock) -> FastAPI:
    return create_app(conversations, factory, clock, secret=SECRET, demo=False)


@pytest.fixture
def for_client(factory: sessionmaker[Session], clock: Clock) -> Fresh:
    with factory.begin() as session:
        coach = add_person(session, role=Role.COACH, name="Sandra", now=clock())
        return invite(session, by=coach.id, role=Role.CLIENT, name="Fatma", now=clock())


@pytest.fixture
def for_coach(factory: sessionmaker[Session], clock: Clock) -> Fresh:
    with factory.begin() as session:
        return invite(session, by=None, role=Role.COACH, name="Wim", now=clock())


async def enter(web: httpx.AsyncClient, token: str, **headers: str) -> httpx.Response:
    return await web.post("/in", data={"token": token}, headers={"origin": "null"} | headers)


def people(factory: sessionmaker[Session]) -> list[str | None]:
    with factory() as session:
        return list(session.scalars(select(Person.name).order_by(Person.id)))


async def test_looking_at_a_link_uses_nothing_up(
    web: httpx.AsyncClient, for_client: Fresh, factory: sessionmaker[Session]
) -> None:
    for _ in range(2):
        page = await web.get("/", params={"i": for_client.token})
        assert page.status_code == 200
        assert say("texts.pages.enter") in page.text
        assert page.headers["cache-control"] == "no-store"

    assert people(factory) == ["Sandra"]


async def test_one_press_lets_somebody_in_and_leaves_no_token_behind(
    web: httpx.AsyncClient, for_client: Fresh, engine: FakeEngine, factory: sessionmaker[Session]
) -> None:
    answer = await enter(web, for_client.token)

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "Fatma" in (await web.get("/")).text
    replies = (await post(web)).json()["replies"]
    assert "Fatma" in replies[0]["text"]
    assert "Sandra" in replies[0]["text"]
    assert replies[1]["text"] == "echo /greet"
    with factory() as session:
        assert who(session, engine.senders[0]).coach_name == "Sandra"


async def test_who_talks_already_goes_on_talking(
    web: httpx.AsyncClient, for_client: Fresh, engine: FakeEngine
) -> None:
    await web.get("/")
    await post(web, text="hoi")
    await enter(web, for_client.token)
    await post(web, id="message-2", text="daar ben ik")

    assert engine.senders[0] == engine.senders[1]


async def test_who_becomes_a_coach_gets_a_new_conversation(
    web: httpx.AsyncClient, for_coach: Fresh, engine: FakeEngine, factory: sessionmaker[Session]
) -> None:
    await web.get("/")
    await post(web, text="hoi")
    await enter(web, for_coach.token)
    await post(web, id="message-2", text="hoi")

    assert engine.senders[0] != engine.senders[1]
    with factory() as session:
        assert who(session, engine.senders[1]).is_coach


async def test_a_used_link_lets_nobody_else_in_and_the_owner_always(
    app: FastAPI, web: httpx.AsyncClient, for_client: Fresh
) -> None:
    await enter(web, for_client.token)
    async with browser(app) as other:
        answer = await enter(other, for_client.token)
        assert answer.status_code == 404
        assert say("texts.pages.used") in answer.text

    assert (await enter(web, for_client.token)).status_code == 303


async def test_an_old_a_foreign_and_a_broken_link_are_told_apart_plainly(
    app: FastAPI, web: httpx.AsyncClient, for_client: Fresh, for_coach: Fresh, clock: Clock
) -> None:
    assert (await web.get("/", params={"i": "broken"})).status_code == 404
    assert say("texts.pages.wrong") in (await enter(web, "x" * 43)).text
    await enter(web, for_coach.token)
    assert say("texts.pages.taken") in (await enter(web, for_client.token)).text
    clock.moment += LIFETIME
    async with browser(app) as other:
        assert say("texts.pages.expired") in (await enter(other, for_client.token)).text


async def test_wrong_links_are_counted(
    web: httpx.AsyncClient, factory: sessionmaker[Session]
) -> None:
    await web.get("/")
    for _ in range(5):
        await enter(web, "x" * 43)

    assert say("texts.pages.locked") in (await enter(web, "x" * 43)).text
    with factory() as session:
        assert session.scalar(select(func.count()).select_from(WrongCode)) == 5


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}]
)
async def test_another_page_lets_nobody_in(
    headers: dict[str, str],
    web: httpx.AsyncClient,
    for_client: Fresh,
    factory: sessionmaker[Session],
) -> None:
    assert (await enter(web, for_client.token, **headers)).status_code == 403
    assert people(factory) == ["Sandra"]


async def test_a_token_is_in_no_log(
    web: httpx.AsyncClient, for_client: Fresh, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="bot"):
        await web.get("/", params={"i": for_client.token})
        await enter(web, for_client.token)

    assert for_client.token not in "".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("httpx")
    )


async def test_a_new_coach_is_greeted_at_once_after_a_code(
    web: httpx.AsyncClient, engine: FakeEngine, factory: sessionmaker[Session]
) -> None:
    """A typed code is heard by the actions; then the next conversation opens by itself."""
    engine.plan = [[{"text": "Welkom", "custom": {"finished": True, "open": True}}]]
    replies = (await post(web, text="K7PM-3QXR")).json()["replies"]

    assert [reply["text"] for reply in replies] == ["Welkom", "echo /greet"]
    assert engine.senders[0] != engine.senders[1]
    with factory.begin() as session:
        open_ones = select(Conversation.id).where(Conversation.finished_at.is_(None))
        assert session.scalars(open_ones).all() == [engine.senders[1]]
        account = session.scalars(select(ChannelAccount)).one()
        assert finish(session, engine.senders[0], now=account.last_seen) == engine.senders[1]
