"""How long it takes to find who is to be asked now: 6,000 of 40,000, planned and claimed.

The steps are those of a sweep in the gateway, each batch committed, up to the point where a prompt
would be put to the engine.
"""

import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session, sessionmaker

from bot.database import database
from caseload.models import Person, Role
from doelenmeter.planning import plan
from doelenmeter.prompt_tables import Prompt, PromptKind, Schedule
from doelenmeter.prompts import claim
from store.migrate import migrate
from store.session import writing
from tests.bench.machine import say
from tests.bench.postgres import postgres
from tests.bench.report import BenchError, Figure

PEOPLE = 40_000
DUE = 6_000
REPEATS = 3
NOW = datetime(2026, 11, 25, 15, 5, tzinfo=UTC)
"""A Wednesday afternoon in Amsterdam, five minutes after the usual time."""

WEDNESDAY = 2


def figures() -> list[Figure]:
    """Measure on SQLite, and on PostgreSQL when one answers."""
    with postgres() as server, tempfile.TemporaryDirectory() as folder:
        found = [_on("sqlite", f"sqlite:///{Path(folder) / 'sweep.db'}")]
        if server:
            found.append(_on("postgresql", server))
    return found


def _on(kind: str, url: str) -> Figure:
    say(f"sweep over {PEOPLE} schedules on {kind}")
    migrate(url)
    with database(url) as factory:
        _fill(factory)
        seconds = [_sweep(factory) for _ in range(REPEATS)]
    return Figure(f"sweep.{kind}.{PEOPLE}", median(seconds), None, "s", REPEATS)


def _sweep(factory: sessionmaker[Session]) -> float:
    """Give the seconds of one whole sweep, on schedules as they were at first."""
    with writing(factory) as session:
        session.execute(delete(Prompt))
        for due, which in ((True, Schedule.person_id <= DUE), (False, Schedule.person_id > DUE)):
            session.execute(update(Schedule).where(which).values(next_due=_next(due)))
    claimed = 0
    begun = perf_counter()
    while _plan(factory):
        pass
    while batch := _claim(factory):
        claimed += batch
    took = perf_counter() - begun
    if claimed != DUE:
        raise BenchError(f"the sweep claimed {claimed} prompts, not {DUE}")
    return took


def _plan(factory: sessionmaker[Session]) -> int:
    with writing(factory) as session:
        return plan(session, now=NOW)


def _claim(factory: sessionmaker[Session]) -> int:
    with writing(factory) as session:
        return len(claim(session, now=NOW))


def _next(due: bool) -> datetime:
    return NOW - timedelta(minutes=5) if due else NOW + timedelta(days=3)


def _fill(factory: sessionmaker[Session]) -> None:
    """Store everybody at the usual time; who is due is set before each sweep."""
    ids = range(1, PEOPLE + 1)
    person = {"role": Role.CLIENT.value, "name": None, "created_at": NOW}
    schedule = {
        "kind": PromptKind.WEEKLY.value,
        "weekday": WEDNESDAY,
        "at": time(16),
        "any_time": False,
        "next_due": NOW,
    }
    with writing(factory) as session:
        session.execute(insert(Person), [{"id": number} | person for number in ids])
        session.execute(insert(Schedule), [{"person_id": number} | schedule for number in ids])
