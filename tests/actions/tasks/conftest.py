from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from caseload import consent
from caseload.models import Purpose
from doelenmeter import goals, planning, states
from doelenmeter.library import load
from doelenmeter.tables import Goal, Party
from tests.actions.talk import NOW, Talk

ON_TIME = load()["1.1-a"]


@pytest.fixture
def agreed(client: Talk) -> Talk:
    """Rafiq, who said yes to keeping goals."""
    consent.give(client.session, person(client), Purpose.GOALS, now=NOW)
    return client


@pytest.fixture
def goal(agreed: Talk, coach: Talk) -> Goal:
    """Being on time, agreed by Rafiq and Sandra."""
    return new_goal(agreed.session, agreed, coach)


@pytest.fixture
def second_goal(goal: Goal, agreed: Talk, coach: Talk) -> Goal:
    """Applying, active beside the first."""
    made = new_goal(agreed.session, agreed, coach, "4.1-a")
    return states.activate(agreed.session, made.id, by=Party.COACH, now=NOW, beside=True)


@pytest.fixture
def weekly(agreed: Talk, goal: Goal) -> Talk:
    """Rafiq, who gets a message every Wednesday."""
    consent.give(agreed.session, person(agreed), Purpose.WEEKLY, now=NOW)
    planning.set_schedule(agreed.session, person(agreed), now=NOW)
    return agreed


def new_goal(session: Session, client: Talk, coach: Talk, code: str = "1.1-a") -> Goal:
    standard = load()[code]
    words = goals.propose(
        session,
        client_id=person(client),
        by=Party.COACH,
        person_id=person(coach),
        draft=standard.draft(),
        kenmerk=standard.kenmerk,
        start_date=date(2026, 11, 1),
        target_date=date(2027, 2, 1),
        now=NOW,
    )
    return goals.agree(session, words.id, by=Party.CLIENT, person_id=person(client), now=NOW)


def person(talk: Talk) -> int:
    assert talk.who.person_id is not None
    return talk.who.person_id


Later = Callable[[int], None]
