"""A PostgreSQL database for one group of figures."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from tests.bench.machine import say
from tests.conftest import NO_POSTGRES, USUAL_POSTGRES


@contextmanager
def postgres() -> Iterator[str | None]:
    """Give a database of our own, gone afterwards; nothing when no server answers."""
    url = os.environ.get("KEUZEHULP_TEST_POSTGRES", USUAL_POSTGRES)
    server = create_engine(url, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    name = f"keuzehulp_bench_{os.getpid()}"
    try:
        with server.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
    except OperationalError:
        say(f"no figures on PostgreSQL. {NO_POSTGRES}")
        yield None
        return
    try:
        yield server.url.set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        server.dispose()
