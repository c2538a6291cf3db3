from collections.abc import Callable, Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

import caseload.models  # noqa: F401
import catalogue.tables  # noqa: F401
from store.base import Base
from store.migrate import migrate, migrate_down
from store.session import engine


@pytest.fixture
def empty_url(database_kind: str, empty_database: Callable[[str], str]) -> str:
    return empty_database(database_kind)


@pytest.fixture
def opened(empty_url: str) -> Iterator[Engine]:
    made = engine(empty_url)
    yield made
    made.dispose()


def tables(opened: Engine) -> set[str]:
    return set(inspect(opened).get_table_names())


def test_up_makes_every_table_as_the_rooms_describe_it(empty_url: str, opened: Engine) -> None:
    migrate(empty_url)
    with opened.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_up_twice_is_up_once(empty_url: str, opened: Engine) -> None:
    migrate(empty_url)
    before = tables(opened)
    migrate(empty_url)
    assert tables(opened) == before


def test_down_leaves_nothing_and_up_works_again(empty_url: str, opened: Engine) -> None:
    migrate(empty_url)
    migrate_down(empty_url)
    assert tables(opened) == {"alembic_version"}
    migrate(empty_url)
    assert {"instrument", "choice", "person"} <= tables(opened)


def test_a_migration_that_fails_leaves_nothing_half_done(empty_url: str, opened: Engine) -> None:
    with opened.begin() as connection:
        connection.execute(text("CREATE TABLE instrument (x INTEGER)"))
    with pytest.raises(DBAPIError, match="instrument"):
        migrate(empty_url)
    assert "term" not in tables(opened)
    with opened.begin() as connection:
        connection.execute(text("DROP TABLE instrument"))
    migrate(empty_url)
    assert "term" in tables(opened)
