from collections.abc import Callable, Iterator, Sequence

import pytest
from sqlalchemy.orm import Session

from catalogue.instruments import Card
from catalogue.load import fill, read_cards
from store.session import sessions

Fill = Callable[[Sequence[Card]], Session]


@pytest.fixture(scope="session")
def cards() -> tuple[Card, ...]:
    """Every instrument of the example catalogue, also those that only refer."""
    return read_cards()


@pytest.fixture(scope="module")
def example(
    database_kind: str, new_database: Callable[[str], str], cards: tuple[Card, ...]
) -> Iterator[Session]:
    """A session on the whole example catalogue, to read only."""
    factory = sessions(new_database(database_kind))
    with factory() as session:
        fill(session, cards)
        session.commit()
        yield session
    factory.kw["bind"].dispose()


@pytest.fixture(scope="module")
def filled(database_kind: str, new_database: Callable[[str], str]) -> Iterator[Fill]:
    """Give a session on a catalogue of these instruments; the next one replaces it."""
    factory = sessions(new_database(database_kind))
    with factory() as session:

        def make(cards: Sequence[Card]) -> Session:
            session.rollback()
            fill(session, cards)
            return session

        yield make
    factory.kw["bind"].dispose()
