"""Somebody blocked the bot: the weekly message stands still, and the coach reads it once."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.screen import Reply
from bot.texts import say
from caseload import unread
from caseload.conversations import accounts_of, find_account
from caseload.models import Channel, Person
from caseload.people import coach_of
from doelenmeter.planning import pause
from doelenmeter.prompt_tables import PromptKind, Schedule


def blocked(session: Session, now: datetime, chat_id: int) -> None:
    """Pause what goes to this person, and keep a line for the coach at the door used last.

    Of who gets no weekly message, or has paused it, there is nothing to stop and nothing to tell.
    """
    here = find_account(session, channel=Channel.TELEGRAM, external_id=str(chat_id))
    person = here.person if here else None
    if person is None or not _awaits(session, person.id):
        return
    pause(session, person.id, now=now)
    coach = coach_of(session, person.id)
    doors = accounts_of(session, coach.id) if coach else []
    if doors:
        unread.keep(session, doors[0].id, [_line(person).to_json()], now=now)


def has_weekly(session: Session, _now: datetime, chat_id: int) -> bool:
    """Whether somebody gets a weekly message, or did before it was paused."""
    here = find_account(session, channel=Channel.TELEGRAM, external_id=str(chat_id))
    weekly = PromptKind.WEEKLY.value
    return bool(here and here.person_id and session.get(Schedule, (here.person_id, weekly)))


def _awaits(session: Session, person_id: int) -> bool:
    """Whether a weekly message is planned."""
    weekly = (Schedule.person_id == person_id, Schedule.kind == PromptKind.WEEKLY.value)
    return session.scalar(select(Schedule.next_due).where(*weekly)) is not None


def _line(person: Person) -> Reply:
    return Reply(say("telegram.blocked_coach", name=person.name or ""))
