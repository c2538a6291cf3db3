"""Our tables, open for as long as they are needed."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from store.session import sessions


@contextmanager
def database(url: str) -> Iterator[sessionmaker[Session]]:
    """Give the session factory of a database; at the end its connections are closed."""
    factory = sessions(url)
    try:
        yield factory
    finally:
        bound: Engine = factory.kw["bind"]
        bound.dispose()
