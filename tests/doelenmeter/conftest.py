"""People to set goals with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from caseload.models import Role
from caseload.people import add_person, link
from doelenmeter import goals
from doelenmeter.goals import Draft
from doelenmeter.tables import Goal, Party, Wording

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class People:
    """A client with a coach."""

    client: int
    coach: int

    def of(self, party: Party) -> int:
        return self.client if party is Party.CLIENT else self.coach


def add_people(session: Session) -> People:
    coach = add_person(session, role=Role.COACH, name="Sanne", now=NOW)
    client = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)
    link(session, coach_id=coach.id, client_id=client.id, now=NOW)
    return People(client=client.id, coach=coach.id)


@pytest.fixture
def people(session: Session) -> People:
    return add_people(session)


TEXTS = {
    -1: "Ik ben 4 keer of vaker te laat.",
    0: "Ik ben 3 keer te laat.",
    1: "Ik ben 2 keer te laat.",
    2: "Ik ben 1 keer te laat.",
    3: "Ik ben nooit te laat.",
}


def draft(title: str = "Op tijd op mijn werk", texts: Mapping[int, str] = TEXTS) -> Draft:
    return Draft(title, setting="Op mijn werk", measure="De prikklok telt.", texts=texts)


def propose(session: Session, people: People, *, by: Party = Party.COACH, **more: Any) -> Wording:
    defaults: dict[str, Any] = {
        "draft": draft(),
        "kenmerk": "1.1",
        "start_date": NOW.date(),
        "target_date": NOW.date() + timedelta(days=90),
        "now": NOW,
    }
    return goals.propose(
        session,
        client_id=people.client,
        by=by,
        person_id=people.of(by),
        **defaults | more,
    )


def agreed_goal(session: Session, people: People, **more: Any) -> Goal:
    """A goal that both agree to; the first of a client is active."""
    wording = propose(session, people, **more)
    return goals.agree(session, wording.id, by=Party.CLIENT, person_id=people.client, now=NOW)
