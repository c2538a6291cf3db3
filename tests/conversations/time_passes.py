"""Time passes for the running product: everything it stored happened longer ago."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import Date, create_engine, text

import doelenmeter.prompt_tables  # noqa: F401  (its tables are among those that grow older)
from store.base import Base
from store.types import UtcDateTime
from tests.stack import Stack

T = TypeVar("T")

PATIENCE_SECONDS = 60
LOOK_SECONDS = 0.2


def pass_time(stack: Stack, much: timedelta) -> None:
    """Move every moment and every date in the database back by so much.

    Whole weeks keep the days of the week.
    """
    seconds = f"-{much.total_seconds():.0f} seconds"
    with create_engine(stack.database_url).begin() as connection:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, UtcDateTime):
                    moved = f"strftime('%Y-%m-%d %H:%M:%f000', {column.name}, :seconds)"
                elif isinstance(column.type, Date):
                    moved = f"date({column.name}, :seconds)"
                else:
                    continue
                connection.execute(
                    text(f'UPDATE "{table.name}" SET "{column.name}" = {moved}'),
                    {"seconds": seconds},
                )


def wait_for(look: Callable[[], T]) -> T:
    """Look again until there is something; a minute without it is a failure."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := look()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(LOOK_SECONDS)
    return found
