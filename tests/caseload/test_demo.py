from datetime import UTC, datetime

from sqlalchemy.orm import Session

from caseload.demo import demo_people
from caseload.models import Role
from caseload.people import add_person, coach_of

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_the_demo_people_are_made_once_and_linked(session: Session) -> None:
    first = demo_people(session, coach_name="S", client_name="R", now=NOW)
    again = demo_people(session, coach_name="S", client_name="R", now=NOW)

    assert first == again
    assert coach_of(session, first.client.id) == first.coach
    assert first.of(Role.COACH) is first.coach


def test_a_real_person_with_the_same_name_is_somebody_else(session: Session) -> None:
    real = add_person(session, role=Role.COACH, name="S", now=NOW)

    assert demo_people(session, coach_name="S", client_name="R", now=NOW).coach != real
