"""How many questions until the hidden instrument stands in the top five, from its route only."""

import tempfile
from pathlib import Path
from statistics import mean

from bot.database import database
from catalogue.load import load
from catalogue.simulate import Strategy, questions_until_top5
from store.migrate import migrate
from tests.bench.machine import say
from tests.bench.report import Figure

SEEDS = (1, 2, 3)
PEERS: tuple[Strategy, ...] = ("random", "fixed", "greedy")


def figures() -> list[Figure]:
    """Compare our order with any order, the fixed one and the best greedy one."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'questions.db'}"
        migrate(url)
        with database(url) as factory, factory() as session:
            load(session)

            def counts(strategy: Strategy) -> list[int]:
                say(f"questions in the order {strategy}")
                return [n for seed in SEEDS for n in questions_until_top5(session, strategy, seed)]

            ours = counts("ours")
            return [
                Figure(f"questions.{peer}", mean(ours), mean(counts(peer)), "questions", len(ours))
                for peer in PEERS
            ]
