"""Runs migrations: in one transaction, with the tables of every room known for comparison."""

from alembic import context
from sqlalchemy import text

import bot.telegram.updates  # noqa: F401
import caseload.models
import caseload.unread  # noqa: F401
import catalogue.tables  # noqa: F401
import doelenmeter.prompt_tables  # noqa: F401
from store.base import Base
from store.session import engine

ONE_AT_A_TIME = 7_302_214
"""The PostgreSQL advisory lock: two processes that start together migrate one after the other."""


def run() -> None:
    """Run the wanted migrations on the address that `store.migrate` passes."""
    made = engine(context.config.attributes["url"], foreign_keys=False)
    sqlite = made.dialect.name == "sqlite"
    try:
        with made.connect().execution_options(sqlite_begin="IMMEDIATE") as connection:
            context.configure(
                connection=connection,
                target_metadata=Base.metadata,
                render_as_batch=sqlite,
                transactional_ddl=True,
            )
            with context.begin_transaction():
                if not sqlite:
                    connection.execute(
                        text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME}
                    )
                context.run_migrations()
    finally:
        made.dispose()


run()
