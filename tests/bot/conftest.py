from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Visitor
from bot.database import Store
from bot.engine import Engine
from bot.prompts import Mailbox, Sender, Sweep
from caseload.models import Channel
from store.session import sessions
from tests.bot.clock import Clock
from tests.bot.due import DUE, Lead, add_client
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


@pytest.fixture
def mailbox(factory: sessionmaker[Session], clock: Clock) -> Mailbox:
    return Mailbox(Store(factory, clock))


@pytest.fixture
def sweep_to(
    conversations: Conversations, factory: sessionmaker[Session], clock: Clock, mailbox: Mailbox
) -> Lead:
    """Make a sweep that sends what is for the web door to somebody."""

    def make(sender: Sender = mailbox) -> Sweep:
        senders = {Channel.WEB: sender, Channel.TERMINAL: mailbox}
        return Sweep(conversations, Store(factory, clock), senders)

    return make


@pytest.fixture
def sweep(sweep_to: Lead) -> Sweep:
    return sweep_to()


@pytest.fixture
def client(factory: sessionmaker[Session], visitor: Visitor, clock: Clock) -> int:
    """The visitor is a client, and it is Wednesday, four o'clock."""
    person_id = add_client(factory, visitor.external_id, clock())
    clock.moment = DUE
    return person_id
