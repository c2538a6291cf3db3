"""The weekly message of somebody: its day and time, and the message as it comes by itself."""

from datetime import time

from actions.hearing import Heard
from doelenmeter.prompt_tables import PromptKind, Schedule
from tests.actions.talk import Talk
from tests.actions.tasks.conftest import person


def schedule(talk: Talk) -> Schedule | None:
    kind = PromptKind.DIGEST if talk.who.is_coach else PromptKind.WEEKLY
    return talk.session.get(Schedule, (person(talk), kind.value))


def set_for(talk: Talk) -> tuple[int, time]:
    row = schedule(talk)
    assert row is not None
    return row.weekday, row.at


def by_itself(intent: str, **entities: str) -> Heard:
    """What Rasa hands on when a prompt comes by itself."""
    values = {name: (value,) for name, value in entities.items()}
    return Heard(f"EXTERNAL: {intent}", intent, 1.0, pressed=False, entities=values)


def paused(talk: Talk) -> bool:
    row = schedule(talk)
    assert row is not None
    return row.next_due is None


def scored(talk: Talk) -> Talk:
    return talk.types("check-in", "checkin_start").presses("+1").presses("Sla over")
