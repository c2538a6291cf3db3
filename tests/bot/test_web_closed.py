"""What the web door refuses, and what it lets nobody see."""

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations
from bot.links import demo_token
from bot.texts import say
from bot.web import BODY_LIMIT, COOKIE, create_app
from caseload.models import ChannelAccount, Role
from caseload.people import who
from tests.bot.browsing import HOST, SECRET, browser, keep_for_everybody, look, post
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine


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


async def test_another_page_cannot_look(
    web: httpx.AsyncClient, factory: sessionmaker[Session], clock: Clock
) -> None:
    await post(web, text="hoi")
    keep_for_everybody(factory, clock, "Hoe ging het deze week?")
    headers = {"sec-fetch-site": "cross-site"}
    answer = await web.post("/api/missed", json={"id": "look-0001"}, headers=headers)

    assert answer.status_code == 403
    assert await look(web, "look-0002") == ["Hoe ging het deze week?"]


async def test_the_database_holds_no_token(
    web: httpx.AsyncClient, factory: sessionmaker[Session]
) -> None:
    await web.get("/")
    await post(web, text="hoi")

    with factory() as session:
        (stored,) = session.query(ChannelAccount.external_id).all()
    assert web.cookies[COOKIE] not in stored
    assert len(stored[0]) == 64


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
