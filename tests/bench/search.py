"""How long the first page and the total take, in small and in large catalogues."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy.orm import Session

from bot.database import database
from catalogue.instruments import Card
from catalogue.known import Known
from catalogue.load import fill, read_cards
from catalogue.search import search
from catalogue.synthetic import synthetic
from store.migrate import migrate
from tests.bench.machine import say
from tests.bench.peer import naive
from tests.bench.postgres import postgres
from tests.bench.report import BenchError, Figure

SIZES = (52, 10_000, 100_000)
REPEATS = 3
FIRST = 5
QUESTIONS = (
    Known(),
    Known(route="B"),
    Known(route="B", wanted=frozenset({"3.3"})),
    Known(route="B", wanted=frozenset({"3.3", "5.2"}), gemeente="Tiel", max_cost=500),
    Known(route="A", refused=frozenset({"4.1"}), doelgroepen=frozenset({"jongeren"}), max_weeks=13),
    Known(wanted=frozenset({"1.1", "3.1.2", "3.3", "4.1", "5.2"}), form="group", max_wait=4),
)


def figures() -> list[Figure]:
    """Measure on SQLite, and on PostgreSQL when one answers."""
    found = []
    with postgres() as server, tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            cards = _cards(size)
            found.append(_at("sqlite", f"sqlite:///{Path(folder) / f'{size}.db'}", cards, size))
            if server:
                found.append(_at("postgresql", server, cards, size))
    return sorted(found, key=lambda figure: "postgresql" in figure.name)


def _cards(size: int) -> Sequence[Card]:
    """The example catalogue itself, or a large one that is mixed from it."""
    cards = [card for card in read_cards() if card.proposable]
    return cards if size <= len(cards) else list(synthetic(cards, size, seed=1))


def _at(kind: str, url: str, cards: Sequence[Card], size: int) -> Figure:
    say(f"search in {size} instruments on {kind}: filling")
    migrate(url)
    with database(url) as factory:
        with factory.begin() as session:
            fill(session, cards)
        say(f"search in {size} instruments on {kind}: searching")
        ours, peer = [], []
        for known in QUESTIONS * REPEATS:
            with factory() as session:
                ours.append(_time(_ours, session, known))
            with factory() as session:
                peer.append(_time(naive.search, session, known))
            if ours[-1][1] != peer[-1][1]:
                raise BenchError(f"the naive search found something else for {known}")
    mine, its = (median(ms for ms, _ in series) for series in (ours, peer))
    return Figure(f"search.{kind}.{size}", mine, its, "ms", len(ours))


def _ours(session: Session, known: Known, limit: int) -> tuple[int, list[Card]]:
    found = search(session, known, limit=limit)
    return found.total, [fit.instrument for fit in found.fits]


def _time(
    find: Callable[[Session, Known, int], tuple[int, list[Card]]], session: Session, known: Known
) -> tuple[float, tuple[int, list[str]]]:
    """Give the milliseconds, and what was found."""
    before = perf_counter()
    total, cards = find(session, known, FIRST)
    took = (perf_counter() - before) * 1000
    return took, (total, [card.code for card in cards])
