"""The engine and the action server: started together, watched, and stopped together."""

import errno
import hashlib
import json
import os
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from sqlalchemy.exc import SQLAlchemyError

import catalogue.load
from bot.database import database
from bot.engine import healthy
from bot.processes import Child, Family
from bot.settings import PREFIX, ROOT, Settings, shared_secret
from bot.texts import say
from store.migrate import migrate
from store.session import writing

LOOPBACK = "127.0.0.1"
ENGINE_PYTHON = ROOT / "engine" / ".venv" / "bin" / "python"
ENGINE_COMMAND = (str(ENGINE_PYTHON), str(ROOT / "engine" / "serve.py"))
ACTIONS_COMMAND = (sys.executable, "-m", "actions.serve")
READY_SECONDS = 180.0
LOOK_SECONDS = 0.25
ROOM_BYTES = 20 * 1024 * 1024
PAUSES = (2.0, 5.0)
"""Seconds before a service that died is started again; after one death more it is given up."""
FORGIVEN_SECONDS = 300.0
"""After this time a death no longer counts."""


class ServiceError(Exception):
    """Something does not run; the message is one line that can be shown as it is."""


@dataclass(frozen=True, slots=True)
class Commands:
    """How the two services are started."""

    engine: tuple[str, ...] = ENGINE_COMMAND
    actions: tuple[str, ...] = ACTIONS_COMMAND


class Services:
    """The two running services; `engine_url` is where the engine listens."""

    def __init__(self, engine_url: str, secret: str, family: Family) -> None:
        """Take what was started."""
        self.engine_url = engine_url
        self._secret = secret
        self._family = family
        self._deaths: dict[str, list[float]] = {}
        self._again: dict[str, float] = {}

    def check(self) -> None:
        """Raise ServiceError when one of them has stopped."""
        for child in self._family.children:
            if child.code is not None:
                raise _died(child)

    def tend(self, tell: Callable[[str], None]) -> None:
        """Start again what stopped, after a growing pause, with one line for each.

        Raises ServiceError when one of them stops too often.
        """
        now = time.monotonic()
        for child in tuple(self._family.children):
            if child.code is None:
                continue
            if child.name not in self._again:
                pause = self._pause(child, now)
                self._again[child.name] = now + pause
                tell(say("cli.run.again", name=child.name, code=child.code, seconds=int(pause)))
            elif now >= self._again[child.name]:
                del self._again[child.name]
                self._family.restart(child)

    def _pause(self, child: Child, now: float) -> float:
        """Note a death and give the pause after it. Raises ServiceError for one too many."""
        deaths = [at for at in self._deaths.get(child.name, ()) if now - at < FORGIVEN_SECONDS]
        self._deaths[child.name] = [*deaths, now]
        if len(deaths) == len(PAUSES):
            raise _died(child)
        return PAUSES[len(deaths)]

    def wait(self, progress: Callable[[], None], patience: float = READY_SECONDS) -> None:
        """Wait until the bot really answers. Raises ServiceError."""
        deadline = time.monotonic() + patience
        with httpx.Client(trust_env=False) as client:
            while not healthy(client, self.engine_url, self._secret):
                self.check()
                if time.monotonic() > deadline:
                    raise ServiceError(
                        say(
                            "cli.error.slow",
                            seconds=int(patience),
                            log=self._family.children[-1].log,
                        )
                    )
                progress()
                time.sleep(LOOK_SECONDS)


def _died(child: Child) -> ServiceError:
    return ServiceError(
        say(
            "cli.error.died",
            name=child.name,
            code=child.code,
            line=child.last_line(),
            log=child.log,
        )
    )


def prepare(settings: Settings) -> str:
    """Migrate and fill the database and give the catalogue's version. Raises ServiceError."""
    settings.var.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(settings.var).free < ROOM_BYTES:
        raise ServiceError(say("cli.error.disk", path=settings.var))
    try:
        migrate(settings.database_url)
        with database(settings.database_url) as factory, writing(factory) as session:
            return catalogue.load.load(session)
    except SQLAlchemyError as error:
        raise ServiceError(say("cli.error.database", problem=first_line(error))) from None
    except ValueError as error:
        raise ServiceError(say("cli.error.data", problem=error)) from None


def first_line(error: SQLAlchemyError) -> str:
    """Say what the database driver said, without statements and their values."""
    return str(getattr(error, "orig", None) or type(error).__name__).split("\n")[0]


@contextmanager
def running(
    settings: Settings, *, owner: str, commands: Commands | None = None
) -> Iterator[Services]:
    """Start both services on the ports of the settings; at the end nothing of them is left.

    `owner` is in the names of their log files. Raises ServiceError.
    """
    commands = commands or Commands()
    for program in (commands.engine[0], commands.actions[0]):
        if not Path(program).exists():
            raise ServiceError(say("cli.error.environment", path=program))
    env = _environment(settings)
    plan = (("actions", commands.actions), ("engine", commands.engine))
    with Family() as family:
        for name, command in plan:
            log = settings.var / "log" / f"{owner}-{name}.log"
            family.start(say(f"cli.run.{name}"), command, env=env, cwd=ROOT, log=log)
        yield Services(
            f"http://{LOOPBACK}:{settings.engine_port}",
            shared_secret(settings),
            family,
        )


def check_ports(settings: Settings) -> None:
    """Raise ServiceError when somebody else listens on a port of the services."""
    listen(settings.engine_port, "ENGINE_PORT").close()
    listen(settings.actions_port, "ACTIONS_PORT").close()


def listen(port: int, setting: str, host: str = LOOPBACK) -> socket.socket:
    """Take a port. Raises ServiceError when it is in use."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
    except OSError as error:
        taken.close()
        if error.errno == errno.EADDRINUSE:
            raise ServiceError(say("cli.error.port", port=port, setting=PREFIX + setting)) from None
        raise ServiceError(
            say("cli.error.setting", name=f"{PREFIX}HOST", problem=error.strerror)
        ) from None
    return taken


def on_free_ports(settings: Settings) -> Settings:
    """Give the same settings with two ports that nobody uses now."""
    with socket.socket() as one, socket.socket() as other:
        one.bind((LOOPBACK, 0))
        other.bind((LOOPBACK, 0))
        ports = {"actions_port": one.getsockname()[1], "engine_port": other.getsockname()[1]}
    return settings.model_copy(update={**ports, "engine_url": None, "actions_url": None})


@contextmanager
def announced(settings: Settings, services: Services) -> Iterator[None]:
    """Let other commands find these services; what is said here is verified by who reads it."""
    path = _announcement(settings)
    path.write_text(
        json.dumps({"engine": services.engine_url, "database": _fingerprint(settings)}),
        encoding="utf-8",
    )
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def find_running(settings: Settings) -> str | None:
    """Give the address of an engine that answers and uses our database, if there is one."""
    if settings.engine_url:
        return settings.engine_url.rstrip("/")
    try:
        said = json.loads(_announcement(settings).read_text(encoding="utf-8"))
        url, known = said["engine"], said["database"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if known != _fingerprint(settings):
        return None
    with httpx.Client(trust_env=False) as client:
        return str(url) if healthy(client, url, shared_secret(settings)) else None


def _announcement(settings: Settings) -> Path:
    return settings.var / "running.json"


def _fingerprint(settings: Settings) -> str:
    """The database without its password in the open."""
    return hashlib.sha256(settings.database_url.encode()).hexdigest()


def _environment(settings: Settings) -> dict[str, str]:
    ours = {
        "SECRET": shared_secret(settings),
        "DATABASE_URL": settings.database_url,
        "ENGINE_PORT": str(settings.engine_port),
        "ACTIONS_PORT": str(settings.actions_port),
        "ACTIONS_URL": settings.actions_url or f"http://{LOOPBACK}:{settings.actions_port}/webhook",
        "VAR": str(settings.var),
        "KEEP_CONVERSATIONS": str(settings.keep_conversations),
        "KEEP_PEOPLE": str(settings.keep_people),
    }
    tracker = {f"{PREFIX}TRACKER_URL": f"sqlite:///{settings.var / 'tracker.db'}"}
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return tracker | outside | {PREFIX + name: value for name, value in ours.items()}
