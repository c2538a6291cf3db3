"""The peer of our search must find the same, or its time says nothing."""

from pathlib import Path

import pytest

from bot.database import database
from catalogue.load import load
from catalogue.search import search
from store.migrate import migrate
from tests.bench.peer import naive
from tests.bench.search import QUESTIONS


@pytest.mark.parametrize("number", range(len(QUESTIONS)))
def test_naive_search_finds_the_same_in_the_same_order(number: int, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'example.db'}"
    migrate(url)
    with database(url) as factory, factory() as session:
        load(session)
        found = search(session, QUESTIONS[number], limit=5)
        total, cards = naive.search(session, QUESTIONS[number], limit=5)
        assert found.total > 0
        assert (total, cards) == (found.total, [fit.instrument for fit in found.fits])
