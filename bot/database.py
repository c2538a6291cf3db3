"""Our tables, open for as long as they are needed."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from store.session import sessions, writing

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def database(url: str) -> Iterator[sessionmaker[Session]]:
    """Give the session factory of a database; at the end its connections are closed."""
    factory = sessions(url)
    try:
        yield factory
    finally:
        bound: Engine = factory.kw["bind"]
        bound.dispose()


class Store:
    """Database work of the gateway: each piece in one transaction, outside the event loop."""

    def __init__(self, sessions: sessionmaker[Session], clock: Callable[[], datetime]) -> None:
        """Take the session factory of our tables, and the clock."""
        self._sessions = sessions
        self._clock = clock

    async def __call__(
        self,
        work: Callable[Concatenate[Session, datetime, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do work on a session at this moment. Raises SQLAlchemyError."""
        now = self._clock()

        def transaction() -> T:
            with writing(self._sessions) as session:
                return work(session, now, *args, **kwargs)

        return await asyncio.to_thread(transaction)
