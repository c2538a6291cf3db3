import base64
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.engine import EngineReply
from bot.pictures import drawn
from bot.screen import show
from caseload.conversations import account, conversation
from caseload.models import Channel, Person, Role
from caseload.people import add_person, link
from doelenmeter import goals, scores
from doelenmeter.library import load
from doelenmeter.tables import Goal, Kind, Party

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON_TIME = load()["1.1-a"]


@pytest.fixture
def session(factory: sessionmaker[Session]) -> Iterator[Session]:
    with factory() as opened:
        yield opened


@pytest.fixture
def rafiq(session: Session) -> Person:
    return add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)


@pytest.fixture
def sandra(session: Session, rafiq: Person) -> Person:
    coach = add_person(session, role=Role.COACH, name="Sandra", now=NOW)
    link(session, coach_id=coach.id, client_id=rafiq.id, now=NOW)
    return coach


@pytest.fixture
def goal(session: Session, rafiq: Person, sandra: Person) -> Goal:
    words = goals.propose(
        session,
        client_id=rafiq.id,
        by=Party.COACH,
        person_id=sandra.id,
        draft=ON_TIME.draft(),
        kenmerk="1.1",
        start_date=date(2026, 11, 1),
        target_date=date(2027, 2, 1),
        now=NOW,
    )
    made = goals.agree(session, words.id, by=Party.CLIENT, person_id=rafiq.id, now=NOW)
    check_in = scores.open_check_in(session, made.id, kind=Kind.WEEKLY, now=NOW)
    scores.give(session, check_in.id, by=Party.CLIENT, person_id=rafiq.id, level=1, now=NOW)
    return made


def talking(session: Session, person: Person | None) -> str:
    here = account(
        session,
        channel=Channel.WEB,
        external_id=person.name or "" if person else "nobody",
        person_id=person.id if person else None,
        now=NOW,
    )
    return conversation(session, here.id, now=NOW)


def test_client_and_coach_see_the_picture_and_its_words(
    session: Session, goal: Goal, rafiq: Person, sandra: Person
) -> None:
    for person in (rafiq, sandra):
        found = drawn(session, talking(session, person), goal.id)
        assert found is not None
        svg = base64.b64decode(found.address.removeprefix("data:image/svg+xml;base64,")).decode()
        assert svg.startswith("<svg")
        assert ON_TIME.levels[1] in found.words


def test_nobody_else_sees_anything(session: Session, goal: Goal) -> None:
    stranger = add_person(session, role=Role.COACH, name="Wim", now=NOW)

    assert drawn(session, talking(session, stranger), goal.id) is None
    assert drawn(session, talking(session, None), goal.id) is None


def test_what_the_engine_names_is_drawn_for_the_channel(
    session: Session, goal: Goal, rafiq: Person
) -> None:
    here = talking(session, rafiq)
    (reply,) = show(session, NOW, here, [EngineReply(text="Kijk", custom={"picture": goal.id})])

    assert reply.image is not None
    assert ON_TIME.title in reply.custom["alt"]
    assert "picture" not in reply.custom
