"""People to set goals with."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from caseload.models import Role
from caseload.people import add_person, link

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class People:
    """A client with a coach."""

    client: int
    coach: int


def add_people(session: Session) -> People:
    coach = add_person(session, role=Role.COACH, name="Sanne", now=NOW)
    client = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)
    link(session, coach_id=coach.id, client_id=client.id, now=NOW)
    return People(client=client.id, coach=coach.id)


@pytest.fixture
def people(session: Session) -> People:
    return add_people(session)
