"""Serves the web door until somebody stops it or a service cannot be kept alive."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

# uvicorn: serves ASGI from one process, on a socket that we took before the slow part.
import uvicorn
from fastapi import FastAPI

from bot.conversation import Conversations
from bot.database import Store, database
from bot.engine import Engine
from bot.processes import STOP_SIGNALS
from bot.prompts import Mailbox, Sender, Sweep
from bot.services import Services
from bot.settings import Settings, shared_secret
from bot.telegram.service import Telegram
from bot.texts import say
from bot.web import create_app
from caseload.models import Channel

UNCALLED = (Channel.WEB, Channel.TERMINAL)
"""Doors where somebody has to look by themselves."""
LOOK_SECONDS = 0.5
GRACE_SECONDS = 3


def now() -> datetime:
    """Give the moment: the clock of the running product."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody at the terminal hears of it: once that it works, and what goes wrong."""

    ready: Callable[[], None]
    trouble: Callable[[str], None]


def serve(settings: Settings, services: Services, listener: socket.socket, told: Told) -> None:
    """Serve until a signal comes. Raises ServiceError when a service dies again and again."""
    asyncio.run(_serve(settings, services, listener, told))


class _Server(uvicorn.Server):
    """Leaves signals to us: stopping is more than stopping this server."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


async def _serve(
    settings: Settings, services: Services, listener: socket.socket, told: Told
) -> None:
    secret = shared_secret(settings)
    with database(settings.database_url) as factory:
        async with aclosing(Engine(services.engine_url, secret)) as engine:
            conversations = Conversations(engine, factory, now, site=settings.site)
            app = create_app(conversations, factory, now, secret=secret, demo=settings.demo)
            server = _server(app)
            store = Store(factory, now)
            mailbox = Mailbox(store)
            telegram = _telegram(settings, conversations, store, app, told)
            senders: dict[Channel, Sender] = dict.fromkeys(UNCALLED, mailbox)
            chatting = []
            if telegram:
                senders[Channel.TELEGRAM] = telegram
                chatting.append(asyncio.create_task(telegram.run()))
            sweep = Sweep(conversations, store, senders)
            sweeping = asyncio.create_task(sweep.run(settings.sweep_seconds))
            serving = asyncio.create_task(server.serve(sockets=[listener]))
            try:
                await _watch(server, serving, services, told)
            finally:
                server.should_exit = True
                sweep.stop()
                await asyncio.gather(serving, sweeping)
                if telegram:  # last: a prompt may be on its way through it
                    telegram.stop()
                await asyncio.gather(*chatting)


def _telegram(
    settings: Settings, conversations: Conversations, store: Store, app: FastAPI, told: Told
) -> Telegram | None:
    """Make the Telegram door, with an address for deliveries where that is set."""
    if settings.telegram_token is None:
        told.trouble(say("cli.telegram.off"))
        return None
    telegram = Telegram(settings, conversations, store, told.trouble)
    if settings.telegram_webhook:
        app.include_router(telegram.routes())
    return telegram


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
    told: Told,
) -> None:
    """Say once that it works, then look after the services until the server ends."""
    works = False
    while not serving.done():
        services.tend(told.trouble)
        if server.started and not works:
            told.ready()
            works = True
        await asyncio.wait({serving}, timeout=LOOK_SECONDS if works else LOOK_SECONDS / 10)
