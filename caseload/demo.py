"""A demo coach and a demo client, so that somebody can try both sides at once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from caseload.conversations import account
from caseload.models import Channel, Person, Role
from caseload.people import add_person, link

COACH_ACCOUNT = "demo-coach"
CLIENT_ACCOUNT = "demo-client"


@dataclass(frozen=True, slots=True)
class DemoPeople:
    """The two people of the demonstration."""

    coach: Person
    client: Person

    def of(self, role: Role) -> Person:
        """Give the demo person with this role."""
        return {Role.COACH: self.coach, Role.CLIENT: self.client}[role]


def demo_people(
    session: Session, *, coach_name: str, client_name: str, now: datetime
) -> DemoPeople:
    """Give the demo coach and the demo client, made and linked where they are not there yet."""
    coach = _person(session, COACH_ACCOUNT, Role.COACH, coach_name, now)
    client = _person(session, CLIENT_ACCOUNT, Role.CLIENT, client_name, now)
    link(session, coach_id=coach.id, client_id=client.id, now=now)
    return DemoPeople(coach, client)


def _person(session: Session, external_id: str, role: Role, name: str, now: datetime) -> Person:
    """Find a demo person by its terminal account: a name may be somebody's real one."""
    found = account(session, channel=Channel.TERMINAL, external_id=external_id, now=now)
    if found.person_id is None:
        found.person_id = add_person(session, role=role, name=name, now=now).id
        session.flush()
    return session.get_one(Person, found.person_id)
