"""Databases for every test, SQLite and a real PostgreSQL; and the whole product, all doors open."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from store.migrate import migrate
from store.session import sessions
from tests.bot.telegram.bot_api import TOKEN, BotApi, bot_api
from tests.missing import missing
from tests.stack import Stack, running

USUAL_POSTGRES = "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"
NO_POSTGRES = (
    "PostgreSQL is missing: apt-get install -y postgresql && service postgresql start, "
    "or name one in KEUZEHULP_TEST_POSTGRES"
)

EMPTY = """
SET LOCAL lock_timeout = '1s';
SET LOCAL session_replication_role = replica;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> 'alembic_version'
  LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
  PERFORM setval(format('%I', sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE schemaname = current_schema();
END $$;
"""
"""Takes the rows out of every table, whatever refers to what; making the tables anew takes long."""

NewDatabase = Callable[[str], str]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Engine]:
    """A server where databases may be made; missing is a loud skip, and a failure in CI."""
    url = os.environ.get("KEUZEHULP_TEST_POSTGRES", USUAL_POSTGRES)
    server = create_engine(url, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    try:
        server.connect().close()
    except OperationalError as error:
        missing(f"{NO_POSTGRES} ({error.orig})")
    yield server
    server.dispose()


@pytest.fixture(scope="session")
def new_postgres(postgres_server: Engine) -> Iterator[Callable[[], str]]:
    """Make an empty PostgreSQL database: a schema of its own, in one database for all tests."""
    database = f"keuzehulp_test_{os.getpid()}"
    with postgres_server.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{database}"'))
    inside = create_engine(postgres_server.url.set(database=database))
    numbers = itertools.count()

    def make() -> str:
        schema = f"test_{next(numbers)}"
        with inside.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        url = inside.url.update_query_dict({"options": f"-csearch_path={schema}"})
        return url.render_as_string(hide_password=False)

    yield make
    inside.dispose()
    with postgres_server.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{database}" WITH (FORCE)'))


@pytest.fixture(scope="session")
def empty_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> NewDatabase:
    """Make an empty database of a kind, ``sqlite`` or ``postgresql``, and give its address."""
    numbers = itertools.count()

    def make(kind: str) -> str:
        if kind == "postgresql":
            new: Callable[[], str] = request.getfixturevalue("new_postgres")
            return new()
        folder: Path = tmp_path_factory.mktemp("database")
        return f"sqlite:///{folder / f'{next(numbers)}.db'}"

    return make


@pytest.fixture(scope="session")
def sqlite_with_tables(empty_database: NewDatabase) -> str:
    """A file with all tables and no rows; copied, never changed."""
    url = empty_database("sqlite")
    migrate(url)
    return url


@pytest.fixture(scope="session")
def new_database(empty_database: NewDatabase, sqlite_with_tables: str) -> NewDatabase:
    """Make a database of a kind with all tables."""

    def make(kind: str) -> str:
        url = empty_database(kind)
        if kind == "sqlite":
            shutil.copy(*(one.removeprefix("sqlite:///") for one in (sqlite_with_tables, url)))
        else:
            migrate(url)
        return url

    return make


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both kinds of database, one after the other."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="session")
def given_back() -> list[str]:
    """PostgreSQL databases with all tables and no rows, that a test is done with."""
    return []


@pytest.fixture
def database_url(
    database_kind: str, new_database: NewDatabase, given_back: list[str]
) -> Iterator[str]:
    """A database of this test alone, with all tables."""
    if database_kind == "sqlite":
        yield new_database(database_kind)
        return
    url = given_back.pop() if given_back else new_database(database_kind)
    yield url
    if emptied(url):
        given_back.append(url)


def emptied(url: str) -> bool:
    """Take all rows out of a PostgreSQL database; False where something still holds them."""
    database = create_engine(url)
    try:
        with database.begin() as connection:
            connection.execute(text(EMPTY))
    except OperationalError:
        return False
    finally:
        database.dispose()
    return True


@pytest.fixture
def make_session(database_url: str) -> Iterator[sessionmaker[Session]]:
    """The session factory of the database of this test."""
    factory = sessions(database_url)
    yield factory
    factory.kw["bind"].dispose()


@pytest.fixture
def session(make_session: sessionmaker[Session]) -> Iterator[Session]:
    """A session on the database of this test."""
    with make_session() as opened:
        yield opened


@pytest.fixture(scope="session")
def telegram_server() -> Iterator[BotApi]:
    """The Bot API server of the running product."""
    with bot_api() as serving:
        yield serving


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, telegram_server: BotApi) -> Iterator[Stack]:
    """The real engine, action server and gateway, started once for all tests that need them."""
    var = tmp_path_factory.mktemp("stack")
    with running(var, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API=telegram_server.url) as started:
        yield started
