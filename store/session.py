"""Engines and sessions. Everything that reads or writes gets its session passed in."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

BUSY_MS = 5000
"""How long SQLite waits for another writer, in milliseconds."""

QUEUE = "queue"
"""Where a session factory keeps what its writers wait for."""


def engine(url: str, *, foreign_keys: bool = True) -> Engine:
    """Make an engine for a SQLite or PostgreSQL address; the folder of a SQLite file is made.

    Only migrations on SQLite turn ``foreign_keys`` off: there a change of a table is a copy.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True)
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    made = create_engine(address)
    _tune_sqlite(made, foreign_keys=foreign_keys)
    return made


def sessions(url: str) -> sessionmaker[Session]:
    """Make the session factory for an address. Objects stay readable after a commit."""
    made = engine(url)
    queue = Lock() if made.dialect.name == "sqlite" else nullcontext()
    return sessionmaker(made, expire_on_commit=False, info={QUEUE: queue})


@contextmanager
def writing(factory: sessionmaker[Session]) -> Iterator[Session]:
    """Give a session that writes: committed at the end, rolled back on an error.

    On SQLite it takes the write lock at once. A transaction that starts by reading and writes
    later is refused when another writer came between, without any waiting. Threads of one process
    queue up for it: SQLite itself lets who waits look again after ever longer sleeps.
    """
    with factory.kw["info"][QUEUE], factory.begin() as session:
        session.connection(execution_options={"sqlite_begin": "IMMEDIATE"})
        yield session


def _tune_sqlite(made: Engine, *, foreign_keys: bool) -> None:
    """Set the pragmas, and start transactions ourselves: the driver would not around DDL."""

    @event.listens_for(made, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout = {BUSY_MS}",
            "journal_mode = WAL",
            "synchronous = NORMAL",
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")
