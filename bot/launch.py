"""Brings the product up: ports, database, services, gateway; and down again."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TextIO

from bot import services
from bot.database import database
from bot.gateway import Told, serve
from bot.links import demo_links
from bot.settings import Settings, shared_secret
from bot.texts import say
from caseload.demo import demo_people
from store.session import writing

DOT_EVERY = 8  # looks, so about every two seconds


class Progress:
    """Tells what happens, one line a step; long steps grow dots."""

    def __init__(self, out: TextIO) -> None:
        """Take where to write."""
        self._out = out
        self._looks = 0

    def line(self, text: str) -> None:
        """Write one line, at once."""
        if self._looks >= DOT_EVERY:
            text = "\n" + text
        self._looks = 0
        self._out.write(text + "\n")
        self._out.flush()

    def look(self) -> None:
        """Write a dot now and then."""
        self._looks += 1
        if self._looks % DOT_EVERY == 0:
            self._out.write(".")
            self._out.flush()


def launch(
    settings: Settings,
    progress: Progress,
    clock: Callable[[], datetime],
    commands: services.Commands | None = None,
) -> None:
    """Start everything, say where it is, serve until a signal, and stop everything.

    Raises ServiceError for what cannot start or stops again and again; nothing is left then either.
    """
    begun = time.monotonic()
    with services.listen(settings.port, "PORT", settings.host) as listener:
        services.check_ports(settings)
        progress.line(say("cli.run.database"))
        progress.line(say("cli.run.catalogue", version=services.prepare(settings)))
        if settings.demo:
            _make_demo_people(settings, clock())
        progress.line(say("cli.run.starting"))
        with services.running(settings, owner="run", commands=commands) as started:
            started.wait(progress.look)
            with services.announced(settings, started):
                told = Told(lambda: _ready(settings, progress, begun), progress.line)
                serve(settings, started, listener, told)
            progress.line(say("cli.run.stopping"))
    progress.line(say("cli.run.stopped"))


@contextmanager
def serving_engine(settings: Settings, owner: str, progress: Progress) -> Iterator[str]:
    """Give the address of an engine: one that already runs, else one of our own for a while."""
    services.prepare(settings)
    if found := services.find_running(settings):
        yield found
        return
    progress.line(say("cli.run.starting"))
    with services.running(services.on_free_ports(settings), owner=owner) as started:
        started.wait(progress.look)
        progress.line(say("cli.run.started"))
        yield started.engine_url


def _ready(settings: Settings, progress: Progress, begun: float) -> None:
    seconds = round(time.monotonic() - begun)
    progress.line(say("cli.run.ready", seconds=seconds, address=settings.address))
    if settings.demo:
        for role, link in demo_links(shared_secret(settings), settings.address).items():
            progress.line(say("cli.run.demo", role=role.value, link=link))


def _make_demo_people(settings: Settings, now: datetime) -> None:
    with database(settings.database_url) as factory, writing(factory) as session:
        demo_people(
            session,
            coach_name=say("texts.demo.coach"),
            client_name=say("texts.demo.client"),
            now=now,
        )
