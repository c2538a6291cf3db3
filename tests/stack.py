"""The whole product as `make run` starts it, in a folder and on ports of its own."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy.orm import Session

from bot.database import database
from bot.links import demo_links
from bot.processes import LOOK_SECONDS, Child, Family
from bot.settings import PREFIX, ROOT
from caseload.models import Role

PORTS = ("PORT", "ENGINE_PORT", "ACTIONS_PORT")
READY_SECONDS = 300
TURN_SECONDS = 30
Replies = list[dict[str, Any]]


class Talk:
    """One visitor in a conversation over the web door: types, presses, and reads the replies."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._buttons: list[dict[str, str]] = []

    def open(self) -> Replies:
        """Let the bot speak first."""
        return self.send()

    def say(self, text: str) -> Replies:
        """Type something."""
        return self.send(text=text)

    def press(self, title: str) -> Replies:
        """Press the first button of the last turn with this title. Raises KeyError."""
        for button in self._buttons:
            if button["title"] == title:
                return self.send(press=button["ref"])
        raise KeyError(f"no button {title!r} among {self.buttons}")

    def missed(self) -> Replies:
        """Look whether the bot said something by itself."""
        answer = self._client.post("/api/missed", json={"id": secrets.token_hex(16)})
        answer.raise_for_status()
        replies: Replies = answer.json()["replies"]
        if replies:
            self._buttons = [button for reply in replies for button in reply["buttons"]]
        return replies

    def file(self) -> dict[str, Any]:
        """Download all that is kept about this visitor."""
        answer = self._client.get("/mijn-gegevens")
        answer.raise_for_status()
        kept: dict[str, Any] = answer.json()
        return kept

    @property
    def buttons(self) -> list[str]:
        """The titles of the last turn's buttons."""
        return [button["title"] for button in self._buttons]

    @property
    def references(self) -> list[str]:
        """What the page knows of the last turn's buttons."""
        return [button["ref"] for button in self._buttons]

    @property
    def token(self) -> str:
        """What this visitor's browser keeps."""
        return self._client.cookies["keuzehulp"]

    def send(self, **body: str) -> Replies:
        """Send what the page sends; its `id` is new unless one is given."""
        answer = self._client.post("/api/message", json={"id": secrets.token_hex(16)} | body)
        answer.raise_for_status()
        replies: Replies = answer.json()["replies"]
        self._buttons = [button for reply in replies for button in reply["buttons"]]
        return replies


@dataclass(frozen=True)
class Stack:
    """Where the running product is, and ways in."""

    address: str
    engine_url: str
    secret: str
    database_url: str
    var: Path
    env: Mapping[str, str]

    def link(self, role: Role) -> str:
        """Give the demo link of a role."""
        return demo_links(self.secret, self.address)[role]

    @contextmanager
    def talk(self, role: Role | None = None) -> Iterator[Talk]:
        """A new visitor: a demo person, or an unknown one without a role."""
        with httpx.Client(
            base_url=self.address, timeout=TURN_SECONDS, trust_env=False, follow_redirects=True
        ) as client:
            client.get(self.link(role) if role else "/").raise_for_status()
            yield Talk(client)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Rows of the product's own database."""
        with database(self.database_url) as factory, factory() as session:
            yield session

    def kill_engine(self) -> None:
        """Kill it without warning; `run` starts it again."""
        os.kill(self._process("ENGINE_PORT", str(ROOT / "engine" / "serve.py")), signal.SIGKILL)

    @contextmanager
    def actions_standing_still(self) -> Iterator[None]:
        """The action server takes messages and answers none."""
        server = self._process("ACTIONS_PORT", "actions.serve")
        os.kill(server, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(server, signal.SIGCONT)

    def _process(self, port: str, program: str) -> int:
        """The number of the process of this stack that runs a program."""
        ours = f"{PREFIX}{port}={self.env[PREFIX + port]}".encode()
        (found,) = [
            int(line.parent.name)
            for line in Path("/proc").glob("[0-9]*/cmdline")
            if program.encode() in line.read_bytes().split(b"\0")
            and ours in line.with_name("environ").read_bytes().split(b"\0")
        ]
        return found

    def command(self, *arguments: str, typed: str = "") -> str:
        """What `./keuzehulp …` prints; it finds the running services by itself."""
        ran = subprocess.run(
            [str(ROOT / "keuzehulp"), *arguments],
            input=typed,
            env=dict(self.env),
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout


@contextmanager
def running(var: Path, **more: str) -> Iterator[Stack]:
    """Start engine, action server and gateway, with `more` settings; at the end none is left."""
    secret = secrets.token_urlsafe(32)
    database_url = f"sqlite:///{var / 'keuzehulp.db'}"
    ports = _free_ports()
    env = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    ours = {"VAR": str(var), "DATABASE_URL": database_url, "SECRET": secret, "DEMO": "1", **ports}
    ours |= {"SWEEP_SECONDS": "1", **more}
    env |= {PREFIX + name: value for name, value in ours.items()}
    address = f"http://127.0.0.1:{ports['PORT']}"
    with Family() as family:
        command = (sys.executable, "-m", "bot", "run")
        family.start("stack", command, env=env, cwd=ROOT, log=var / "log" / "stack.log")
        _wait(family.children[0], until=address)
        yield Stack(
            address=address,
            engine_url=f"http://127.0.0.1:{ports['ENGINE_PORT']}",
            secret=secret,
            database_url=database_url,
            var=var,
            env=env,
        )


def _free_ports() -> dict[str, str]:
    with ExitStack() as stack:
        taken = [stack.enter_context(socket.socket()) for _ in PORTS]
        for one in taken:
            one.bind(("127.0.0.1", 0))
        return {name: str(one.getsockname()[1]) for name, one in zip(PORTS, taken, strict=True)}


def _wait(child: Child, until: str) -> None:
    """Wait for the line that names its address."""
    deadline = time.monotonic() + READY_SECONDS
    while until not in child.log.read_text(encoding="utf-8"):
        printed = child.log.read_text(encoding="utf-8")
        assert child.code is None, f"it did not start:\n{printed}"
        assert time.monotonic() < deadline, f"it does not answer:\n{printed}"
        time.sleep(LOOK_SECONDS)
