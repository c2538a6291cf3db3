import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Reply
from bot.links import demo_token
from bot.texts import say
from bot.web import BODY_LIMIT, COOKIE, create_app
from caseload.models import ChannelAccount, Role
from caseload.people import who
from caseload.unread import keep
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine

SECRET = "another secret of sixteen and more"
HOST = "http://127.0.0.1:8080"


def browser(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOST)


@pytest.fixture
def app(conversations: Conversations, factory: sessionmaker[Session], clock: Clock) -> FastAPI:
    return create_app(conversations, factory, clock, secret=SECRET, demo=True)


@pytest.fixture
async def web(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with browser(app) as client:
        yield client


async def post(web: httpx.AsyncClient, **body: Any) -> httpx.Response:
    return await web.post("/api/message", json={"id": "message-1"} | body)


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


async def test_headers_leave_no_room_for_scripts_of_others(web: httpx.AsyncClient) -> None:
    for answer in (await web.get("/"), await web.get("/static/chat.js"), await post(web, text="x")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert (await web.get("/")).headers["cache-control"] == "no-store"


async def test_the_cookie_cannot_be_read_by_a_script(web: httpx.AsyncClient) -> None:
    cookie = (await web.get("/")).headers["set-cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


async def test_behind_https_the_cookie_is_secure(app: FastAPI) -> None:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="https://k.example") as client:
        assert "Secure" in (await client.get("/")).headers["set-cookie"]


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


def keep_for_everybody(factory: sessionmaker[Session], clock: Clock, text: str) -> None:
    with factory.begin() as session:
        for account in session.query(ChannelAccount).all():
            keep(session, account.id, [Reply(text).to_json()], now=clock())


async def look(web: httpx.AsyncClient, number: str) -> list[str]:
    answer = await web.post("/api/missed", json={"id": number})
    return [reply["text"] for reply in answer.json()["replies"]]


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


async def test_another_page_cannot_look(
    web: httpx.AsyncClient, factory: sessionmaker[Session], clock: Clock
) -> None:
    await post(web, text="hoi")
    keep_for_everybody(factory, clock, "Hoe ging het deze week?")
    headers = {"sec-fetch-site": "cross-site"}
    answer = await web.post("/api/missed", json={"id": "look-0001"}, headers=headers)

    assert answer.status_code == 403
    assert await look(web, "look-0002") == ["Hoe ging het deze week?"]


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


async def test_the_database_holds_no_token(
    web: httpx.AsyncClient, factory: sessionmaker[Session]
) -> None:
    await web.get("/")
    await post(web, text="hoi")

    with factory() as session:
        (stored,) = session.query(ChannelAccount.external_id).all()
    assert web.cookies[COOKIE] not in stored
    assert len(stored[0]) == 64


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


@pytest.mark.parametrize("token", ["", "wrong", demo_token("other secret", Role.COACH), "é"])
async def test_a_wrong_link_is_an_anonymous_client(
    token: str, web: httpx.AsyncClient, engine: FakeEngine, factory: sessionmaker[Session]
) -> None:
    assert (await web.get("/", params={"t": token})).status_code == 303
    await post(web, text="hoi")

    with factory() as session:
        assert who(session, engine.senders[0]).person_id is None


async def test_without_the_demo_its_links_do_nothing(
    conversations: Conversations,
    factory: sessionmaker[Session],
    clock: Clock,
    engine: FakeEngine,
) -> None:
    app = create_app(conversations, factory, clock, secret=SECRET, demo=False)
    async with browser(app) as web:
        await web.get("/", params={"t": demo_token(SECRET, Role.COACH)})
        await post(web, text="hoi")

    with factory() as session:
        assert not who(session, engine.senders[0]).is_coach


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
async def test_another_page_cannot_post(
    headers: dict[str, str], web: httpx.AsyncClient, engine: FakeEngine
) -> None:
    answer = await web.post("/api/message", json={"id": "message-1", "text": "x"}, headers=headers)

    assert answer.status_code == 403
    assert engine.got == []


async def test_our_own_page_can_post(web: httpx.AsyncClient) -> None:
    headers = {"origin": HOST, "sec-fetch-site": "same-origin"}
    answer = await web.post("/api/message", json={"id": "message-1", "text": "x"}, headers=headers)

    assert answer.status_code == 200


async def test_a_form_cannot_post(web: httpx.AsyncClient, engine: FakeEngine) -> None:
    answer = await web.post("/api/message", data={"id": "message-1", "text": "x"})

    assert answer.status_code == 415
    assert engine.got == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"id": "short"},
        {"id": "message-1", "text": 5},
        {"id": "message-1", "payload": "/affirm"},
        {"id": "message-1", "text": "a", "press": "b"},
        {"id": "message-1", "press": "x" * 100},
        [],
    ],
)
async def test_what_the_page_would_not_send_is_refused(
    body: object, web: httpx.AsyncClient, engine: FakeEngine
) -> None:
    assert (await web.post("/api/message", json=body)).status_code == 422
    assert engine.got == []


async def test_5000_characters_get_a_friendly_answer(web: httpx.AsyncClient) -> None:
    (reply,) = (await post(web, text="😀" * 5000)).json()["replies"]

    assert reply["text"] == say("texts.gateway.too_long", limit=2000)


async def test_a_huge_body_is_not_read(web: httpx.AsyncClient, engine: FakeEngine) -> None:
    answer = await post(web, text="a" * BODY_LIMIT)

    assert answer.status_code == 413
    assert answer.json()["replies"][0]["text"] == say("texts.page.refused")
    assert engine.got == []


async def test_html_in_an_answer_stays_text(web: httpx.AsyncClient, engine: FakeEngine) -> None:
    await web.get("/")
    answer = await post(web, text="<img src=x onerror=alert(1)>")

    assert answer.headers["content-type"] == "application/json"
    script = (await web.get("/static/chat.js")).text
    assert "innerHTML" not in script
    assert "insertAdjacentHTML" not in script
