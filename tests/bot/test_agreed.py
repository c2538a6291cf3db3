"""A yes or a no to a goal: the other hears it at the next look."""

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Visitor
from caseload.conversations import account
from caseload.models import Channel, Role
from caseload.people import add_person
from doelenmeter import goals
from doelenmeter.tables import Party
from tests.bot.clock import Clock
from tests.bot.fake_engine import FakeEngine
from tests.doelenmeter.conftest import People, add_people, agreed_goal, draft, propose

COACH, CLIENT, RIVAL = (Visitor(Channel.WEB, name) for name in ("coach", "client", "rival"))
TITLE = "Op tijd op mijn werk"


@pytest.fixture
def people(factory: sessionmaker[Session], clock: Clock) -> People:
    with factory.begin() as session:
        found = add_people(session)
        rival = add_person(session, role=Role.COACH, name="Rik", now=clock())
        doors = ((COACH, found.coach), (CLIENT, found.client), (RIVAL, rival.id))
        for door, person_id in doors:
            account(
                session,
                channel=door.channel,
                external_id=door.external_id,
                person_id=person_id,
                now=clock(),
            )
        return found


def agreed(factory: sessionmaker[Session], people: People) -> int:
    with factory.begin() as session:
        return agreed_goal(session, people).id


async def told(
    conversations: Conversations, engine: FakeEngine, goal: int, by: Visitor = COACH
) -> list[str]:
    """What the client finds after this coach said yes."""
    engine.plan = [[{"text": "Jullie zeiden allebei ja.", "custom": {"agreed": goal}}]]
    (reply,) = await conversations.say(by, "ja")
    assert reply.custom == {}
    return [missed.text for missed in await conversations.missed(CLIENT)]


async def test_the_client_hears_once_that_the_goal_begins(
    conversations: Conversations,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    people: People,
) -> None:
    (line,) = await told(conversations, engine, agreed(factory, people))

    assert line.startswith(f"Sanne zei ja. **{TITLE}** begint nu!")
    assert await conversations.missed(CLIENT) == []


async def test_a_goal_that_waits_its_turn_is_told_so(
    conversations: Conversations,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    people: People,
) -> None:
    agreed(factory, people)
    (line,) = await told(conversations, engine, agreed(factory, people))

    assert line == f"Sanne zei ja op **{TITLE}**. Dit doel wacht op zijn beurt."


async def test_new_words_are_told_as_such(
    conversations: Conversations,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    people: People,
    clock: Clock,
) -> None:
    goal = agreed(factory, people)
    with factory.begin() as session:
        words = goals.change(
            session,
            goal,
            by=Party.CLIENT,
            person_id=people.client,
            draft=draft("Vroeg op mijn werk"),
            reason="het kan eerder",
            now=clock(),
        )
        goals.agree(session, words.id, by=Party.COACH, person_id=people.coach, now=clock())
    (line,) = await told(conversations, engine, goal)

    assert line == "Sanne zei ja. Vanaf nu geldt de nieuwe tekst van **Vroeg op mijn werk**."


@pytest.mark.parametrize(("by", "to", "name"), [(COACH, CLIENT, "Sanne"), (CLIENT, COACH, "Rafiq")])
@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("agreed", "{name} zei ja. **{goal}** begint nu"),
        ("refused", "{name} zei nee op de nieuwe tekst van **{goal}**."),
    ],
)
async def test_either_hears_what_the_other_said(
    conversations: Conversations,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    people: People,
    by: Visitor,
    to: Visitor,
    name: str,
    answer: str,
    line: str,
) -> None:
    engine.plan = [[{"text": "Goed.", "custom": {answer: agreed(factory, people)}}]]
    await conversations.say(by, "antwoord")

    (missed,) = await conversations.missed(to)
    assert missed.text.startswith(line.format(name=name, goal=TITLE))
    assert await conversations.missed(by) == []


async def test_a_no_to_a_new_goal_is_told_as_such(
    conversations: Conversations,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    people: People,
) -> None:
    with factory.begin() as session:
        goal = propose(session, people).goal_id
    engine.plan = [[{"text": "Goed.", "custom": {"refused": goal}}]]
    await conversations.say(COACH, "nee")

    (line,) = [missed.text for missed in await conversations.missed(CLIENT)]
    assert line.startswith(f"Sanne zei nee op **{TITLE}**.")


async def test_of_another_coach_nothing_is_told(
    conversations: Conversations,
    engine: FakeEngine,
    factory: sessionmaker[Session],
    people: People,
) -> None:
    assert await told(conversations, engine, agreed(factory, people), by=RIVAL) == []
