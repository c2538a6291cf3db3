"""Serves the web door until somebody stops it or one of the services does."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import aclosing, contextmanager
from datetime import UTC, datetime

# uvicorn: serves ASGI from one process, on a socket that we took before the slow part.
import uvicorn
from fastapi import FastAPI

from bot.conversation import Conversations
from bot.database import database
from bot.engine import Engine
from bot.processes import STOP_SIGNALS
from bot.services import Services
from bot.settings import Settings, shared_secret
from bot.web import create_app

LOOK_SECONDS = 0.5
GRACE_SECONDS = 3


def now() -> datetime:
    """Give the moment: the clock of the running product."""
    return datetime.now(UTC)


def serve(
    settings: Settings, services: Services, listener: socket.socket, ready: Callable[[], None]
) -> None:
    """Serve until a signal comes. Raises ServiceError when one of the services ends first."""
    asyncio.run(_serve(settings, services, listener, ready))


class _Server(uvicorn.Server):
    """Leaves signals to us: stopping is more than stopping this server."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


async def _serve(
    settings: Settings, services: Services, listener: socket.socket, ready: Callable[[], None]
) -> None:
    secret = shared_secret(settings)
    with database(settings.database_url) as factory:
        async with aclosing(Engine(services.engine_url, secret)) as engine:
            conversations = Conversations(engine, factory, now)
            app = create_app(conversations, factory, now, secret=secret, demo=settings.demo)
            server = _server(app)
            serving = asyncio.create_task(server.serve(sockets=[listener]))
            try:
                await _watch(server, serving, services, ready)
            finally:
                server.should_exit = True
                await serving


def _server(app: FastAPI) -> _Server:
    """Make the server, and let a signal end it in peace."""
    server = _Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,  # addresses hold the tokens of links
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
    )
    for number in STOP_SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, setattr, server, "should_exit", True)
    return server


async def _watch(
    server: uvicorn.Server,
    serving: asyncio.Task[None],
    services: Services,
    ready: Callable[[], None],
) -> None:
    """Say once that it works, then look after the services until the server ends."""
    told = False
    while not serving.done():
        services.check()
        if server.started and not told:
            ready()
            told = True
        await asyncio.wait({serving}, timeout=LOOK_SECONDS if told else LOOK_SECONDS / 10)
