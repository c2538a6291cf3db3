"""People with a goal to score, made straight through the domain."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person, link
from doelenmeter import goals, library
from doelenmeter.tables import Party

STANDARD = "1.1-a"
WEEKLY_ASKED = (Purpose.GOALS, Purpose.WEEKLY)


@dataclass(frozen=True, slots=True)
class Pair:
    """A client, a coach, and the goal that both agreed to."""

    client: int
    coach: int
    goal: int


def pair(session: Session, *, now: datetime) -> Pair:
    """Make a client who said yes to everything that is asked around a check-in, with a goal."""
    coach = add_person(session, role=Role.COACH, name="Sanne", now=now).id
    client = add_person(session, role=Role.CLIENT, name="Rafiq", now=now).id
    link(session, coach_id=coach, client_id=client, now=now)
    for purpose in WEEKLY_ASKED:
        consent.give(session, client, purpose, now=now)
    standard = library.load()[STANDARD]
    words = goals.propose(
        session,
        client_id=client,
        by=Party.COACH,
        person_id=coach,
        draft=standard.draft(),
        kenmerk=standard.kenmerk,
        start_date=now.date(),
        target_date=now.date() + timedelta(days=90),
        now=now,
    )
    goal = goals.agree(session, words.id, by=Party.CLIENT, person_id=client, now=now)
    return Pair(client, coach, goal.id)
