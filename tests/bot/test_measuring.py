"""The page for somebody who helps a client at work: one goal, once, without a script."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations
from bot.texts import say
from bot.web import create_app
from caseload import consent
from caseload.models import Purpose
from doelenmeter import goals, scores
from doelenmeter.grants import LIFETIME, grant
from doelenmeter.library import load
from doelenmeter.tables import Kind, Party, Remark, Score
from tests.bot.browsing import browser
from tests.bot.clock import Clock
from tests.bot.fake_engine import SECRET
from tests.doelenmeter.conftest import add_people, agreed_goal

ON_TIME = load()["1.1-a"]


@pytest.fixture
async def web(
    conversations: Conversations, factory: sessionmaker[Session], clock: Clock
) -> AsyncIterator[httpx.AsyncClient]:
    app: FastAPI = create_app(conversations, factory, clock, secret=SECRET, demo=False)
    async with browser(app) as client:
        yield client


@pytest.fixture
def goal(factory: sessionmaker[Session], clock: Clock) -> int:
    """Rafiq's goal, which may be shared; Sanne scored it."""
    now = clock()
    with factory.begin() as session:
        people = add_people(session)
        made = agreed_goal(session, people, draft=ON_TIME.draft())
        moment = scores.open_check_in(session, made.id, kind=Kind.PROGRESS, now=now)
        scores.give(session, moment.id, by=Party.COACH, person_id=people.coach, level=3, now=now)
        consent.give(session, people.client, Purpose.SHARING, now=now)
        return made.id


@pytest.fixture
def token(factory: sessionmaker[Session], goal: int, clock: Clock) -> str:
    with factory.begin() as session:
        by = session.get_one(goals.Goal, goal).client_id
        return grant(session, goal_id=goal, by=by, name="Ali", now=clock())


def fields(page: httpx.Response, **filled: str) -> dict[str, str]:
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    return hidden | filled


def stored(factory: sessionmaker[Session]) -> list[tuple[str, int]]:
    with factory() as session:
        return [(row.by, row.level) for row in session.scalars(select(Score).order_by(Score.id))]


async def test_the_page_shows_the_goal_and_every_level_in_words(
    web: httpx.AsyncClient, token: str, factory: sessionmaker[Session]
) -> None:
    page = await web.get(f"/meting/{token}")

    assert page.status_code == 200
    assert ON_TIME.title in page.text
    assert ON_TIME.measure in page.text
    assert all(text in page.text for text in ON_TIME.levels.values())
    assert page.text.count('type="radio"') == len(ON_TIME.levels)
    assert "<script" not in page.text
    assert "Rafiq" not in page.text
    assert "$" not in page.text
    assert "set-cookie" not in page.headers
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert stored(factory) == [("coach", 3)]


async def test_a_score_and_a_remark_are_kept_once(
    web: httpx.AsyncClient, token: str, factory: sessionmaker[Session]
) -> None:
    page = await web.get(f"/meting/{token}")
    sent = fields(page, level="1", remark="Hij belde af <b>netjes</b>")
    thanks = await web.post(f"/meting/{token}", data=sent, headers={"origin": "null"})
    again = await web.post(f"/meting/{token}", data=sent)

    assert say("texts.pages.score_thanks") in thanks.text
    assert stored(factory) == [("coach", 3), ("third_party", 1)]
    with factory() as session:
        assert session.scalars(select(Remark.words)).all() == ["Hij belde af <b>netjes</b>"]
    assert again.status_code == 404
    assert (await web.get(f"/meting/{token}")).status_code == 404


async def test_without_a_choice_what_was_written_stays(
    web: httpx.AsyncClient, token: str, factory: sessionmaker[Session]
) -> None:
    page = await web.get(f"/meting/{token}")
    for level in ("", "9", "-", "²", "1" * 99):
        sent = fields(page, level=level, remark="<i>Goed</i>")
        answer = await web.post(f"/meting/{token}", data=sent)
        assert answer.status_code == 422
        assert say("texts.pages.score_missing") in answer.text
        assert "&lt;i&gt;Goed&lt;/i&gt;" in answer.text

    assert stored(factory) == [("coach", 3)]


async def test_words_that_changed_meanwhile_are_shown_again(
    web: httpx.AsyncClient, token: str, factory: sessionmaker[Session]
) -> None:
    page = await web.get(f"/meting/{token}")
    answer = await web.post(f"/meting/{token}", data=fields(page, words="999", level="1"))

    assert say("texts.pages.score_changed") in answer.text
    assert stored(factory) == [("coach", 3)]


async def test_every_dead_link_gets_the_same_page(
    web: httpx.AsyncClient, token: str, goal: int, clock: Clock, factory: sessionmaker[Session]
) -> None:
    wrong = [await web.get(f"/meting/{name}") for name in ("x" * 43, "short", "a%0Ab")]
    with factory.begin() as session:
        client = session.get_one(goals.Goal, goal).client_id
        consent.withdraw(session, client, Purpose.SHARING, now=clock())
    withdrawn = await web.get(f"/meting/{token}")
    clock.moment += LIFETIME
    old = await web.get(f"/meting/{token}")

    assert {page.status_code for page in (*wrong, withdrawn, old)} == {404}
    assert {page.text for page in (*wrong, withdrawn, old)} == {old.text}


async def test_another_page_and_a_flood_are_refused(web: httpx.AsyncClient, token: str) -> None:
    address = f"/meting/{token}"
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert (await web.post(address, data={"level": "1"}, headers=headers)).status_code == 403
    assert (await web.post(address, json={"level": 1})).status_code == 415
    assert (await web.post(address, data={"remark": "x" * 20_000})).status_code == 413
    many = {f"field{number}": "x" for number in range(20)}
    assert (await web.post(address, data=many)).status_code == 422
