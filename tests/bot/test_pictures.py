import base64
from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.engine import EngineReply
from bot.pictures import drawn, qr_code
from bot.screen import show
from caseload.conversations import account, conversation
from caseload.models import Channel, Role
from caseload.people import add_person
from doelenmeter import scores
from doelenmeter.library import load
from doelenmeter.tables import Goal, Kind, Party
from tests.doelenmeter.conftest import NOW, People, add_people, agreed_goal

ON_TIME = load()["1.1-a"]


@pytest.fixture
def session(factory: sessionmaker[Session]) -> Iterator[Session]:
    with factory() as opened:
        yield opened


@pytest.fixture
def people(session: Session) -> People:
    return add_people(session)


@pytest.fixture
def goal(session: Session, people: People) -> Goal:
    made = agreed_goal(session, people, draft=ON_TIME.draft())
    check_in = scores.open_check_in(session, made.id, kind=Kind.WEEKLY, now=NOW)
    scores.give(session, check_in.id, by=Party.CLIENT, person_id=people.client, level=1, now=NOW)
    return made


def talking(session: Session, person_id: int | None) -> str:
    here = account(
        session, channel=Channel.WEB, external_id=str(person_id), person_id=person_id, now=NOW
    )
    return conversation(session, here.id, now=NOW)


def test_client_and_coach_see_the_picture_and_its_words(
    session: Session, goal: Goal, people: People
) -> None:
    for person_id in (people.client, people.coach):
        found = drawn(session, talking(session, person_id), goal.id)
        assert found is not None
        svg = base64.b64decode(found.address.removeprefix("data:image/svg+xml;base64,")).decode()
        assert svg.startswith("<svg")
        assert ON_TIME.levels[1] in found.words


def test_nobody_else_sees_anything(session: Session, goal: Goal) -> None:
    stranger = add_person(session, role=Role.COACH, name="Wim", now=NOW)

    assert drawn(session, talking(session, stranger.id), goal.id) is None
    assert drawn(session, talking(session, None), goal.id) is None


def test_what_the_engine_names_is_drawn_for_the_channel(
    session: Session, goal: Goal, people: People
) -> None:
    here = talking(session, people.client)
    (reply,) = show(session, NOW, here, [EngineReply(text="Kijk", custom={"picture": goal.id})])

    assert reply.image is not None
    assert ON_TIME.title in reply.custom["alt"]
    assert "picture" not in reply.custom


def test_a_code_is_black_on_white_and_another_link_is_another_code() -> None:
    one, other = (qr_code(f"https://t.me/keuzehulp_bot?start={name}") for name in "ab")
    svg = base64.b64decode(one.address.removeprefix("data:image/svg+xml;base64,")).decode()

    assert svg.index('"#fff"') < svg.index('"#000"')
    assert one.address != other.address
