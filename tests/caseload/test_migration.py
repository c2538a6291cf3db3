from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from caseload.models import Base
from store.migrate import migrate, migrate_down
from store.session import engine

OURS = {
    "person",
    "coach_client",
    "channel_account",
    "conversation",
    "request",
    "shown_button",
    "invite",
    "wrong_code",
    "consent",
    "handover",
    "erasure",
    "unread_message",
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
    migrate_down(database_url, "0001")
    made = engine(database_url)
    assert OURS.isdisjoint(inspect(made).get_table_names())
    migrate(database_url)
    assert set(inspect(made).get_table_names()) >= OURS
    made.dispose()
