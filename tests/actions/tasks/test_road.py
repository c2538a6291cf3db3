"""Every task and every record of somebody else: nothing is told, nothing is stored."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.tasks.road import TASKS
from caseload import consent
from caseload.conversations import account, conversation
from caseload.handover import propose
from caseload.models import Channel, ChannelAccount, Conversation, Purpose, Role
from caseload.people import add_person, link
from doelenmeter.tables import Goal
from store.base import Base
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, new_goal, person

SECRETS = (ON_TIME.title, "Rafiq", *ON_TIME.levels.values())
PARTS = (*TASKS, "begin", "beside", "reached", "stop")
"""What the button of a task, or of a card of goals, may ask for."""


def stranger(session: Session, role: Role | None) -> Talk:
    """Somebody else: nobody we know, another client, or another coach with a client."""
    someone = add_person(session, role=role, name="Wim", now=NOW).id if role else None
    if role is Role.COACH:
        theirs = add_person(session, role=Role.CLIENT, name="Noor", now=NOW)
        link(session, coach_id=someone or 0, client_id=theirs.id, now=NOW)
        consent.give(session, theirs.id, Purpose.GOALS, now=NOW)
    elif someone:
        for purpose in Purpose:
            consent.give(session, someone, purpose, now=NOW)
    here = account(session, channel=Channel.WEB, external_id="wim", person_id=someone, now=NOW)
    return Talk(session, conversation(session, here.id, now=NOW))


def rows(session: Session) -> dict[str, int]:
    """How much there is of everything but doors and conversations."""
    counted = [mapper.class_ for mapper in Base.registry.mappers]
    return {
        table.__name__: session.scalar(select(func.count()).select_from(table)) or 0
        for table in counted
        if table not in (ChannelAccount, Conversation)
    }


@pytest.mark.parametrize("role", [None, Role.CLIENT, Role.COACH])
@pytest.mark.parametrize("part", PARTS)
def test_no_task_reaches_the_goal_of_another(
    role: Role | None, part: str, agreed: Talk, coach: Talk, goal: Goal
) -> None:
    other = add_person(agreed.session, role=Role.COACH, name="Els", now=NOW)
    propose(agreed.session, person(agreed), by=person(coach), to=other.id, summary="Rafiq", now=NOW)
    wim = stranger(agreed.session, role)
    before, state = rows(agreed.session), goal.state
    intent = part if part in ("set_goal", "progress_show", "checkin_score") else "goals_list"
    wim.sends(
        f'/{intent}{{"part": "{part}", "goal": "{goal.id}", "client": "{person(agreed)}",'
        ' "level": "1"}'
    )
    said = wim.text + " ".join(wim.titles)
    if wim.buttons:
        wim.sends(wim.buttons[0].payload)
        said += wim.text + " ".join(wim.titles)

    assert not any(secret in said for secret in SECRETS)
    assert rows(agreed.session) == before
    assert goal.state == state


def test_another_second_goal_of_a_client_is_theirs_too(
    agreed: Talk, coach: Talk, goal: Goal
) -> None:
    """The same buttons work for whose goal it is: the test above can fail."""
    new_goal(agreed.session, agreed, coach, "4.1-a")
    agreed.sends(f'/goals_list{{"goal": "{goal.id}"}}')

    assert ON_TIME.title in agreed.text
