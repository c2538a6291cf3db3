"""Clients with a weekly message that is due, and what became of it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Reply
from bot.prompts import Sweep
from caseload.conversations import account
from caseload.models import Channel, ChannelAccount, Role
from caseload.people import add_person
from caseload.unread import Unread
from doelenmeter.planning import set_schedule
from doelenmeter.prompt_tables import Prompt
from doelenmeter.schedule import Weekly
from store.session import writing

WEDNESDAY = Weekly(2, time(16))
DUE = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEEK = [
    {
        "text": "Hoe ging het deze week?",
        "buttons": [
            {"title": "2 keer te laat", "payload": '/checkin_score{"level": "1"}'},
            {"title": "Nooit te laat", "payload": '/checkin_score{"level": "3"}'},
        ],
    }
]
ASKED = [{"text": "Waar woon je?", "buttons": [{"title": "Tiel", "payload": "/inform"}]}]

Lead = Callable[..., Sweep]
"""Makes a sweep."""


def add_client(factory: sessionmaker[Session], name: str, now: datetime) -> int:
    """A client at the web door, who gets a message on Wednesdays at four."""
    with writing(factory) as session:
        person = add_person(session, role=Role.CLIENT, name="Rafiq", now=now)
        account(session, channel=Channel.WEB, external_id=name, person_id=person.id, now=now - DAY)
        set_schedule(session, person.id, weekly=WEDNESDAY, now=now)
    return person.id


def texts(replies: Sequence[Reply]) -> list[str]:
    return [reply.text for reply in replies]


def states(factory: sessionmaker[Session]) -> list[tuple[str, str, str | None]]:
    with factory() as session:
        rows = session.scalars(select(Prompt).order_by(Prompt.id))
        return [(row.kind, row.state, row.note) for row in rows]


def waiting(factory: sessionmaker[Session]) -> int:
    with factory() as session:
        return len(session.scalars(select(Unread)).all())


class Refusing:
    """A channel that does what a test tells it to."""

    def __init__(self, *troubles: Exception | None, ready: bool = True) -> None:
        self.troubles = list(troubles)
        self.ready = ready
        self.sent: list[list[str]] = []

    async def send(self, account: ChannelAccount, replies: Sequence[Reply]) -> None:
        trouble = self.troubles.pop(0)
        if trouble:
            raise trouble
        self.sent.append(texts(replies))
