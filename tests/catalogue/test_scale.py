"""Ten thousand instruments: what a person waits for stays short."""

from statistics import median
from time import perf_counter

import pytest
from sqlalchemy.orm import Session

from catalogue.instruments import Card
from catalogue.known import Known
from catalogue.search import search
from catalogue.synthetic import synthetic
from tests.catalogue.conftest import Fill

MOST_MS = 50


@pytest.fixture(scope="module")
def large(filled: Fill, cards: tuple[Card, ...]) -> Session:
    """A session on ten thousand instruments."""
    return filled(list(synthetic(cards, 10_000, seed=1)))


@pytest.mark.parametrize(
    "known",
    [
        Known(),
        Known(route="B", wanted=frozenset({"3.3", "5.2"}), gemeente="Tiel", max_cost=500),
        Known(wanted=frozenset({"1.1", "3.1.2", "3.3", "4.1", "5.2"}), max_weeks=26),
    ],
    ids=["nothing", "usual", "much"],
)
def test_a_search_in_ten_thousand_is_fast(large: Session, known: Known) -> None:
    took = []
    for _ in range(15):
        before = perf_counter()
        found = search(large, known)
        took.append((perf_counter() - before) * 1000)
    assert found.total > 100
    assert len(found.fits) == 5
    assert median(took) < MOST_MS
