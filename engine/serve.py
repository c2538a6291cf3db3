"""Run the engine: Rasa on loopback, behind a shared secret, with our channel as its only door.

KEUZEHULP_SECRET=... engine/.venv/bin/python engine/serve.py
"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import logs
import project

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from rasa.core.lock_store import LockStore

    from trackerstore import ErasableTrackerStore

TURN_SECONDS = 7.0  # the gateway gives up after 8
ACTION_SECONDS = 5.0


class StartError(Exception):
    """Why the engine does not start, in one line."""


@dataclass(frozen=True)
class Settings:
    """What the environment says; `secret` has no default."""

    secret: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 5005
    actions_url: str = "http://127.0.0.1:5055/webhook"
    tracker_url: str = "sqlite:///var/tracker.db"
    redis_url: str | None = None
    log_level: str = "WARNING"

    @classmethod
    def from_environment(cls) -> Settings:
        """Raises StartError when something is missing or wrong."""
        names = {"host": "ENGINE_HOST", "port": "ENGINE_PORT"}
        given = {
            name: os.environ[variable]
            for name in cls.__dataclass_fields__
            if os.environ.get(variable := f"KEUZEHULP_{names.get(name, name.upper())}")
        }
        if "secret" not in given:
            raise StartError("KEUZEHULP_SECRET is not set")
        try:
            return cls(**{**given, "port": int(given.get("port", cls.port))})
        except ValueError:
            raise StartError("KEUZEHULP_ENGINE_PORT is not a number") from None


def main() -> int:
    """Serve until SIGINT or SIGTERM; 1 and one line on stderr when that cannot be."""
    try:
        serve(Settings.from_environment())
    except StartError as error:
        print(f"engine: {error}", file=sys.stderr)
        return 1
    return 0


def serve(settings: Settings) -> None:
    """Listen, load, and answer; raises StartError."""
    listener = _listen(settings.host, settings.port)
    if not project.MODEL.is_file():
        raise StartError(f"no model at {project.MODEL}: run engine/train.py")
    project.quiet()
    try:
        logs.configure(settings.log_level)
    except ValueError as error:
        raise StartError(str(error)) from None
    import rasa.core.channels.channel
    from sanic import Sanic

    import actionserver
    import channel

    actionserver.build_validator_once()
    conversations = _conversations(settings.tracker_url)

    app = Sanic("keuzehulp", configure_logging=False)
    app.ctx.conversations = conversations
    app.ctx.agent = _agent(settings, conversations)
    app.config.REQUEST_MAX_SIZE = 100_000
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = TURN_SECONDS
    app.config.FALLBACK_ERROR_FORMAT = "json"
    door = channel.Keuzehulp(settings.secret, TURN_SECONDS)
    app.register_middleware(door.refuse_strangers, "request")
    rasa.core.channels.channel.register([door], app, route="/webhooks/")
    app.run(sock=listener, access_log=False, debug=False)


def _listen(host: str, port: int) -> socket.socket:
    """The port, before the slow part: Sanic itself ends well when it is taken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        raise StartError(f"cannot listen on {host}:{port}: {error.strerror}") from None
    return listener


def _conversations(url: str) -> ErasableTrackerStore:
    from sqlalchemy.exc import SQLAlchemyError

    from trackerstore import ErasableTrackerStore

    try:
        return ErasableTrackerStore(url)
    except (SQLAlchemyError, OSError) as error:
        raise StartError(f"cannot open the tracker store ({type(error).__name__})") from None


def _agent(settings: Settings, conversations: ErasableTrackerStore) -> Agent:
    from rasa.core.agent import Agent

    from actionserver import ActionServer

    try:
        locks = _locks(settings.redis_url)
    except Exception as error:  # a wrong address, a wrong password, nobody there
        raise StartError(f"cannot reach Redis ({type(error).__name__})") from error
    actions = ActionServer(settings.actions_url, settings.secret, ACTION_SECONDS)
    try:
        agent = Agent.load(
            project.MODEL,
            tracker_store=conversations,
            lock_store=locks,
            action_endpoint=actions,
        )
        asyncio.run(agent.parse_message("hallo"))  # patterns are made when first used: 1 to 2 s
    except Exception as error:  # a truncated archive, another version, a class that is gone
        raise StartError(
            f"cannot load {project.MODEL} ({type(error).__name__}): run engine/train.py --force"
        ) from error
    return agent


def _locks(redis_url: str | None) -> LockStore:
    from rasa.core.lock_store import InMemoryLockStore, RedisLockStore

    if redis_url is None:
        return InMemoryLockStore()
    url = urlsplit(redis_url)
    locks = RedisLockStore(
        host=url.hostname or "localhost",
        port=url.port or 6379,
        db=int(url.path.strip("/") or 1),
        username=url.username,
        password=url.password,
        use_ssl=url.scheme == "rediss",
        key_prefix="keuzehulp",
    )
    locks.red.ping()
    return locks


if __name__ == "__main__":
    sys.exit(main())
