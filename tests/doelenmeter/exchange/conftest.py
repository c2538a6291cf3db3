from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session, sessionmaker

from store.session import sessions


@pytest.fixture(scope="module")
def factory(new_database: Callable[[str], str]) -> sessionmaker[Session]:
    """One database for all that hypothesis draws; nothing in it is committed."""
    return sessions(new_database("sqlite"))
