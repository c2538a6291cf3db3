"""How long somebody waits for the picture of two years: 104 weeks, scored by client and coach."""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy.orm import Session

from bot.database import database
from doelenmeter import scores
from doelenmeter.picture import Picture, draw, picture_of
from doelenmeter.tables import Kind, Party
from store.migrate import migrate
from tests.bench.goals import Pair, pair
from tests.bench.machine import say
from tests.bench.report import BenchError, Figure

WEEKS = 104
REPEATS = 50
NOW = datetime(2026, 11, 25, 15, 5, tzinfo=UTC)


def figures() -> list[Figure]:
    """Measure drawing alone, and with reading what is stored on SQLite."""
    say(f"pictures of {WEEKS} weeks")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'pictures.db'}"
        migrate(url)
        with database(url) as factory:
            with factory.begin() as session:
                people = pair(session, now=NOW)
                _score(session, people)

            def read() -> Picture:
                with factory() as session:
                    found = picture_of(session, people.goal, viewer=Party.CLIENT)
                if found is None or len(found.points) != 2 * WEEKS:
                    raise BenchError("the picture does not show every score")
                return found

            picture = read()
            return [
                _figure("picture.draw", lambda: draw(picture, viewer=Party.CLIENT)),
                _figure("picture.stored", lambda: draw(read(), viewer=Party.CLIENT)),
            ]


def _figure(name: str, work: Callable[[], object]) -> Figure:
    took = []
    for _ in range(REPEATS):
        before = perf_counter()
        work()
        took.append((perf_counter() - before) * 1000)
    return Figure(name, median(took), None, "ms", REPEATS)


def _score(session: Session, people: Pair) -> None:
    for week in range(WEEKS):
        now = NOW + timedelta(weeks=week)
        opened = scores.open_check_in(session, people.goal, kind=Kind.WEEKLY, now=now)
        levels = list(scores.choices(opened))
        for by, person, rank in (
            (Party.CLIENT, people.client, week),
            (Party.COACH, people.coach, week // 2),
        ):
            level = levels[rank % len(levels)]
            scores.give(session, opened.id, by=by, person_id=person, level=level, now=now)
