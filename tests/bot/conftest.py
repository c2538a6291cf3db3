import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, suppress
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner

from bot import cli
from bot.conversation import Conversations, Visitor
from bot.database import Store
from bot.engine import Engine
from bot.processes import STOP_SIGNALS
from bot.prompts import Mailbox, Sender, Sweep
from bot.web import create_app
from caseload.models import Channel
from store.session import sessions
from tests.bot import browsing
from tests.bot.clock import Clock
from tests.bot.commands import Done, Run
from tests.bot.due import DUE, Lead, add_client
from tests.bot.fake_engine import SECRET, FakeEngine, fake_engine
from tests.bot.launching import Launch


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
def patience() -> float:
    """How many seconds the engine may take."""
    return 0.5


@pytest.fixture
async def conversations(
    engine: FakeEngine, factory: sessionmaker[Session], clock: Clock, patience: float
) -> AsyncIterator[Conversations]:
    async with aclosing(Engine(engine.url, SECRET, patience=patience)) as client:
        yield Conversations(client, factory, clock)


@pytest.fixture
def app(conversations: Conversations, factory: sessionmaker[Session], clock: Clock) -> FastAPI:
    return create_app(conversations, factory, clock, secret=browsing.SECRET, demo=True)


@pytest.fixture
async def web(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with browsing.browser(app) as client:
        yield client


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


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the commands of this file share."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture
def here(var: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """A command as somebody types it."""
    handlers = {number: signal.getsignal(number) for number in STOP_SIGNALS}

    def run(*words: str, typed: str = "", **settings: str) -> Done:
        for name, value in ({"VAR": str(var), "SECRET": SECRET} | settings).items():
            monkeypatch.setenv(f"KEUZEHULP_{name}", value)
        ended = CliRunner().invoke(cli.app, words, input=typed)
        return Done(ended.exit_code, ended.stdout, ended.stderr)

    yield run
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    one = Launch(tmp_path)
    yield one
    for number in one.left():
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    if one.process is not None:
        one.process.wait()
