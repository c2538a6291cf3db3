"""The peer: the starter bot as `rasa init --no-prompt` makes, trains and leaves it.

It has no actions, no database and no gateway. Its REST channel is open on loopback while it is
measured, and only then.
"""

import os
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.processes import Child
from bot.services import ENGINE_PYTHON, LOOPBACK, READY_SECONDS
from tests.bench.machine import CACHE, LOOK_SECONDS, finish, running
from tests.bench.report import BenchError

FOLDER = CACHE / "starter"
HELLO = "hello"
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_MAX_CACHE_SIZE": "0",  # as in our own training
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def is_made() -> bool:
    """Tell whether a trained starter bot stands in the cache."""
    return any(FOLDER.glob("models/*.tar.gz"))


def make() -> float:
    """Make it anew, and give the seconds that took: nearly all of it is training."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    new = CACHE / f"starter-{os.getpid()}"
    new.mkdir(parents=True)
    try:
        with _rasa("init", "--no-prompt", "--init-dir", ".", folder=new) as child:
            seconds = finish(child)
        new.rename(FOLDER)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return seconds


class Sender:
    """One person who talks to the starter bot."""

    def __init__(self, client: httpx.AsyncClient, name: str) -> None:
        """Take the connection and a name that nobody else has."""
        self._client = client
        self._name = name

    async def turn(self, line: str) -> None:
        """Put one line to the bot. Raises BenchError when it has no answer."""
        answer = await self._client.post(
            "/webhooks/rest/webhook", json={"sender": self._name, "message": line}
        )
        if not (answer.is_success and answer.json()):
            raise BenchError(f"the starter bot had no answer to {line!r}")


@dataclass(frozen=True, slots=True)
class Starter:
    """The running starter bot."""

    url: str
    pid: int
    first_answer: float
    """Seconds from the start of the process to its first answer."""


@contextmanager
def serving() -> Iterator[Starter]:
    """Run it on loopback until the end of the block. Raises BenchError."""
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        port = str(taken.getsockname()[1])
    url = f"http://{LOOPBACK}:{port}"
    begun = time.perf_counter()
    with _rasa("run", "-i", LOOPBACK, "-p", port, folder=FOLDER) as child:
        while not _answers(url):
            if child.code is not None or time.perf_counter() - begun > READY_SECONDS:
                raise BenchError(f"{child.name} does not answer: {child.last_line()}")
            time.sleep(LOOK_SECONDS)
        yield Starter(url, child.process.pid, time.perf_counter() - begun)


def _answers(url: str) -> bool:
    try:
        answer = httpx.post(
            f"{url}/webhooks/rest/webhook",
            json={"sender": "first", "message": HELLO},
            timeout=READY_SECONDS,
            trust_env=False,
        )
    except httpx.ConnectError:
        return False
    return answer.is_success and bool(answer.json())


def _rasa(*words: str, folder: Path) -> AbstractContextManager[Child]:
    """Run a command of Rasa in a folder."""
    command = (str(ENGINE_PYTHON), "-m", "rasa", *words)
    return running(f"starter {words[0]}", command, folder=folder, env=QUIET)
