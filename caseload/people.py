"""Who somebody is. Roles come from here at the moment they are needed, never from a message."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseload.models import (
    Channel,
    ChannelAccount,
    CoachClient,
    Conversation,
    Person,
    Role,
)


@dataclass(frozen=True, slots=True)
class Who:
    """What an action may know of the person behind a conversation."""

    person_id: int | None
    role: Role
    name: str | None
    coach_id: int | None
    coach_name: str | None
    channel: Channel | None

    @property
    def is_coach(self) -> bool:
        """Whether this person coaches clients."""
        return self.role is Role.COACH


ANONYMOUS = Who(None, Role.CLIENT, None, None, None, None)


def who(session: Session, conversation_id: str) -> Who:
    """Tell who talks in this conversation; an unknown conversation is an anonymous client."""
    found = session.execute(
        select(ChannelAccount.channel, ChannelAccount.person_id)
        .join(Conversation, Conversation.account_id == ChannelAccount.id)
        .where(Conversation.id == conversation_id)
    ).first()
    if found is None:
        return ANONYMOUS
    channel = Channel(found.channel)
    if found.person_id is None:
        return Who(None, Role.CLIENT, None, None, None, channel)
    person = session.get_one(Person, found.person_id)
    coach = coach_of(session, person.id)
    return Who(
        person_id=person.id,
        role=Role(person.role),
        name=person.name,
        coach_id=coach.id if coach else None,
        coach_name=coach.name if coach else None,
        channel=channel,
    )


def add_person(session: Session, *, role: Role, name: str | None, now: datetime) -> Person:
    """Store a new person and give it an id."""
    person = Person(role=role.value, name=name, created_at=now)
    session.add(person)
    session.flush()
    return person


def link(session: Session, *, coach_id: int, client_id: int, now: datetime) -> None:
    """Let this coach help this client; an earlier coach of the client is replaced."""
    known = session.get(CoachClient, client_id)
    if known is None:
        session.add(CoachClient(client_id=client_id, coach_id=coach_id, since=now))
    elif known.coach_id != coach_id:
        known.coach_id, known.since = coach_id, now
    session.flush()


def coach_of(session: Session, client_id: int) -> Person | None:
    """Give the coach of a client, if there is one."""
    return session.scalar(
        select(Person)
        .join(CoachClient, CoachClient.coach_id == Person.id)
        .where(CoachClient.client_id == client_id)
    )


def clients_of(session: Session, coach_id: int) -> list[Person]:
    """Give the clients of a coach, in order of arrival."""
    return list(
        session.scalars(
            select(Person)
            .join(CoachClient, CoachClient.client_id == Person.id)
            .where(CoachClient.coach_id == coach_id)
            .order_by(Person.id)
        )
    )
