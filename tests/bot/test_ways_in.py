"""Invites and links to a goal, made by the gateway when an action asks for one."""

import json
import re
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Visitor
from bot.engine import Engine, EngineButton, EngineReply
from bot.pictures import qr_code
from bot.screen import show
from bot.terminal import Terminal
from bot.texts import say
from bot.web import create_app
from caseload import consent
from caseload.conversations import account, hashed
from caseload.erasure import erase
from caseload.invites import redeem
from caseload.models import Channel, ChannelAccount, Invite, Person, Purpose, Role
from caseload.people import add_person, link, who
from doelenmeter.outside import sheet
from tests.bot.browsing import browser
from tests.bot.clock import Clock
from tests.bot.fake_engine import SECRET, FakeEngine
from tests.doelenmeter.conftest import People, agreed_goal

INVITED = {"text": "Fatma kan komen.", "custom": {"invite": "Fatma"}}
COACH = "c" * 43
CLIENT = "k" * 43


@pytest.fixture
def people(factory: sessionmaker[Session], clock: Clock) -> People:
    with factory.begin() as session:
        found = []
        for role, token in ((Role.CLIENT, CLIENT), (Role.COACH, COACH)):
            person = add_person(session, role=role, name=role.value.title(), now=clock())
            account(
                session,
                channel=Channel.WEB,
                external_id=hashed(token),
                person_id=person.id,
                now=clock(),
            )
            found.append(person.id)
        link(session, client_id=found[0], coach_id=found[1], now=clock())
        return People(*found)


@pytest.fixture
def session(factory: sessionmaker[Session]) -> Iterator[Session]:
    with factory() as opened:
        yield opened


def visitor(token: str) -> Visitor:
    return Visitor(Channel.WEB, hashed(token))


async def test_an_invite_is_made_when_it_is_shown(
    conversations: Conversations,
    engine: FakeEngine,
    people: People,
    session: Session,
    clock: Clock,
) -> None:
    engine.plan = [[INVITED]]
    (reply,) = await conversations.say(visitor(COACH), "nodig Fatma uit")

    assert reply.text.startswith("Fatma kan komen.\n")
    assert reply.custom == {}
    code = re.search(r"\*\*(\S+)\*\*", reply.text)
    token = re.search(r"/\?i=(\S+)", reply.text)
    assert code
    assert token
    stranger = account(session, channel=Channel.WEB, external_id="new", now=clock())
    redeemed = redeem(session, secret=token[1], account_id=stranger.id, now=clock())
    assert (redeemed.person.name, redeemed.inviter) == ("Fatma", "Coach")
    assert len(session.scalars(select(Invite)).all()) == 1


async def test_links_begin_where_others_open_the_page(
    engine: FakeEngine, factory: sessionmaker[Session], people: People, clock: Clock
) -> None:
    engine.plan = [[INVITED]]
    async with aclosing(Engine(engine.url, SECRET)) as client:
        talks = Conversations(client, factory, clock, site="https://keuzehulp.example")
        (reply,) = await talks.say(visitor(COACH), "nodig Fatma uit")

    assert "https://keuzehulp.example/?i=" in reply.text


async def test_with_a_bot_the_same_invite_opens_telegram_by_a_link_and_by_a_picture(
    conversations: Conversations, engine: FakeEngine, people: People
) -> None:
    conversations.reached_by("keuzehulp_bot")
    engine.plan = [[INVITED]]
    (reply,) = await conversations.say(visitor(COACH), "nodig Fatma uit")

    page = re.search(r"/\?i=(\S+)", reply.text)
    telegram = re.search(r"https://t\.me/keuzehulp_bot\?start=(\S+)", reply.text)
    assert page
    assert telegram
    assert page[1] == telegram[1]
    assert reply.image == qr_code(telegram[0]).address
    assert "qr-code" in reply.custom["alt"]


@pytest.mark.parametrize("token", [CLIENT, "x" * 43])
async def test_only_a_coach_gets_one(
    token: str,
    conversations: Conversations,
    engine: FakeEngine,
    people: People,
    session: Session,
) -> None:
    engine.plan = [[INVITED]]
    (reply,) = await conversations.say(visitor(token), "nodig Fatma uit")

    assert say("texts.links.not_any_more") in reply.text
    assert not session.scalars(select(Invite)).all()


DOOR = {"text": "Hiermee kom je binnen.", "custom": {"door": True}}


async def test_who_is_in_comes_in_at_another_door_as_the_same_person(
    conversations: Conversations,
    engine: FakeEngine,
    people: People,
    session: Session,
    clock: Clock,
) -> None:
    conversations.reached_by("keuzehulp_bot")
    engine.plan = [[DOOR]]
    (reply,) = await conversations.say(visitor(CLIENT), "ook op mijn telefoon")

    telegram = re.search(r"https://t\.me/keuzehulp_bot\?start=(\S+)", reply.text)
    assert telegram
    phone = account(session, channel=Channel.TELEGRAM, external_id="7", now=clock())
    redeemed = redeem(session, secret=telegram[1], account_id=phone.id, now=clock())
    assert redeemed.person.id == people.client


async def test_somebody_unknown_gets_no_other_door(
    conversations: Conversations, engine: FakeEngine, people: People, session: Session
) -> None:
    engine.plan = [[DOOR]]
    await conversations.say(visitor("x" * 43), "ook op mijn telefoon")

    assert not session.scalars(select(Invite)).all()


async def test_a_link_to_a_goal_is_made_with_the_clients_yes_only(
    conversations: Conversations,
    engine: FakeEngine,
    people: People,
    session: Session,
    clock: Clock,
) -> None:
    goal = agreed_goal(session, people).id
    session.commit()
    share = {"text": "Voor Ali.", "custom": {"share": {"goal": goal, "name": "Ali"}}}
    engine.plan = [[share], [share]]
    (without,) = await conversations.say(visitor(COACH), "laat Ali scoren")
    consent.give(session, people.client, Purpose.SHARING, now=clock())
    session.commit()
    (reply,) = await conversations.say(visitor(COACH), "laat Ali scoren")

    assert say("texts.links.not_any_more") in without.text
    token = re.search(r"/meting/(\S+)", reply.text)
    assert token
    assert sheet(session, token[1], now=clock()).title == "Op tijd op mijn werk"


async def test_who_was_erased_is_a_stranger_with_the_same_browser(
    conversations: Conversations,
    engine: FakeEngine,
    people: People,
    session: Session,
    factory: sessionmaker[Session],
    clock: Clock,
) -> None:
    await conversations.say(visitor(CLIENT), "hoi")
    (gone,) = engine.senders
    erase(session, people.client, now=clock())
    session.commit()
    reply = {"text": "Alles is weg.", "custom": {"finished": True, "erase": [gone]}}
    engine.plan = [[reply | {"buttons": [{"title": "Ja", "payload": "/affirm"}]}]]
    terminal = Visitor(Channel.TERMINAL, "terminal", people.client)

    (answer,) = await conversations.say(terminal, "wis alles")
    await conversations.say(visitor(CLIENT), "hoi")

    assert answer.text == "Alles is weg."
    assert engine.erased == [gone]
    assert engine.senders[-1] != gone
    with factory() as fresh:
        assert who(fresh, engine.senders[-1]).person_id is None


async def test_everything_is_a_file_for_the_person_alone(
    conversations: Conversations, factory: sessionmaker[Session], clock: Clock, people: People
) -> None:
    app: FastAPI = create_app(conversations, factory, clock, secret=SECRET, demo=False)
    async with browser(app) as web:
        assert (await web.get("/mijn-gegevens")).status_code == 404
        web.cookies.set("keuzehulp", CLIENT)
        file: httpx.Response = await web.get("/mijn-gegevens")

    assert "attachment" in file.headers["content-disposition"]
    assert file.json()["person"]["name"] == "Client"
    assert {"goals", "prompts", "consents", "choices"} <= file.json().keys()
    assert file.json()["conversations"] == []
    assert file.json()["complete"]


async def test_the_file_holds_what_was_said_and_tells_when_it_does_not(
    conversations: Conversations, engine: FakeEngine, people: People
) -> None:
    await conversations.say(visitor(CLIENT), "mijn zoon was ziek")
    file = json.loads(await conversations.everything(visitor(CLIENT)) or "")
    (conversation,) = file["conversations"]
    assert [line["text"] for line in conversation["said"]] == ["mijn zoon was ziek"]
    assert file["complete"]

    engine.speechless = True
    file = json.loads(await conversations.everything(visitor(CLIENT)) or "")
    assert file["conversations"][0]["said"] is None
    assert not file["complete"]
    assert file["person"]["name"] == "Client"


async def test_in_the_terminal_the_file_is_on_the_disk(
    conversations: Conversations,
    engine: FakeEngine,
    people: People,
    session: Session,
    tmp_path: Path,
) -> None:
    engine.plan = [[{"text": "Dit weet ik.", "custom": {"file": "everything"}}]]
    terminal = Terminal(
        conversations, Visitor(Channel.TERMINAL, "a door", people.client), tmp_path / "files"
    )
    (reply,) = await terminal.turn("wat weet je van mij")

    (path,) = (tmp_path / "files").iterdir()
    assert f"files/{path.name}" in reply.text
    assert str(tmp_path.parent) not in reply.text  # where the server keeps it
    assert '"Client"' in path.read_text()
    assert path.stat().st_mode & 0o077 == 0
    assert session.scalars(select(ChannelAccount).where(ChannelAccount.channel == "terminal")).all()
    assert session.get(Person, people.client)


def test_the_last_words_to_who_was_erased_have_no_buttons(session: Session, clock: Clock) -> None:
    """The conversation went with the person, before its last answer is shown."""
    button = EngineButton(title="Ja", payload="/affirm")
    last = EngineReply(text="Alles is weg.", buttons=(button,), custom={"finished": True})
    (reply,) = show(session, clock(), "gone", [last])

    assert (reply.text, reply.buttons) == ("Alles is weg.", ())


async def test_a_new_invite_for_a_name_takes_the_earlier_one_back(
    conversations: Conversations, engine: FakeEngine, people: People, session: Session
) -> None:
    engine.plan = [[INVITED], [INVITED]]
    for _ in range(2):
        await conversations.say(visitor(COACH), "nodig Fatma uit")

    made = session.scalars(select(Invite).order_by(Invite.id)).all()
    assert [invite.revoked_at is None for invite in made] == [False, True]
