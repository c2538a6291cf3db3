from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Visitor
from bot.engine import Engine
from caseload.models import Channel
from store.session import sessions
from tests.bot.clock import Clock
from tests.bot.fake_engine import SECRET, FakeEngine, fake_engine


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def engine() -> Iterator[FakeEngine]:
    with fake_engine() as running:
        yield running


@pytest.fixture
def factory(new_database) -> Iterator[sessionmaker[Session]]:
    made = sessions(new_database("sqlite"))
    yield made
    made.kw["bind"].dispose()


@pytest.fixture
async def conversations(
    engine: FakeEngine, factory: sessionmaker[Session], clock: Clock
) -> AsyncIterator[Conversations]:
    async with aclosing(Engine(engine.url, SECRET, patience=0.5)) as client:
        yield Conversations(client, factory, clock)


@pytest.fixture
def visitor() -> Visitor:
    return Visitor(Channel.WEB, "visitor")
