from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

import doelenmeter.tables  # noqa: F401
from store.base import Base
from store.migrate import migrate, migrate_down
from store.session import engine

OURS = {
    "goal",
    "goal_step",
    "goal_wording",
    "goal_agreement",
    "check_in",
    "score",
    "remark",
    "schedule",
    "prompt",
    "goal_grant",
}


def test_the_migration_makes_exactly_the_tables_of_the_models(database_url: str) -> None:
    made = engine(database_url)
    with made.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    made.dispose()

    ours = [change for change in differences if any(f"'{name}'" in str(change) for name in OURS)]
    assert ours == []


def test_the_migration_goes_down_and_up_again(database_url: str) -> None:
    migrate_down(database_url, "0002")
    made = engine(database_url)
    assert OURS.isdisjoint(inspect(made).get_table_names())
    migrate(database_url)
    assert set(inspect(made).get_table_names()) >= OURS
    made.dispose()
