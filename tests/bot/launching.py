"""One `run` of the real launcher with fake services, in a folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import httpx

from bot.settings import ROOT

FAKE = ROOT / "tests" / "bot" / "fake_services.py"
PATIENCE_SECONDS = 60


def free_ports(count: int) -> list[int]:
    taken = [socket.socket() for _ in range(count)]
    for one in taken:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return ports


def until(true: Callable[[], bool]) -> None:
    """Wait for something to become true; a test that waits in vain fails."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)


class Launch:
    """One `run`, in a folder and on ports of its own."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.ports = dict(zip(("PORT", "ENGINE_PORT", "ACTIONS_PORT"), free_ports(3), strict=True))
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, **env: str) -> "Launch":
        ours = {"VAR": str(self.var), **{name: str(port) for name, port in self.ports.items()}}
        with (self.var / "out").open("w") as out, (self.var / "err").open("w") as err:
            self.process = subprocess.Popen(
                [sys.executable, FAKE, "run"],
                cwd=ROOT,
                env=os.environ
                | {"PYTHONPATH": str(ROOT)}
                | {f"KEUZEHULP_{name}": value for name, value in ours.items()}
                | env,
                stdout=out,
                stderr=err,
            )
        return self

    def started(self, **env: str) -> "Launch":
        self.start(**env)
        until(lambda: f"127.0.0.1:{self.ports['PORT']}" in self.said or self.code is not None)
        assert self.code is None, self.complained
        return self

    def end(self) -> int:
        assert self.process is not None
        return self.process.wait(PATIENCE_SECONDS)

    def signal(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    @property
    def code(self) -> int | None:
        return self.process.poll() if self.process else None

    @property
    def said(self) -> str:
        return (self.var / "out").read_text(encoding="utf-8")

    @property
    def complained(self) -> str:
        return (self.var / "err").read_text(encoding="utf-8")

    def answers(self, name: str) -> bool:
        """Whether somebody answers on one of the ports."""
        with suppress(httpx.TransportError):
            httpx.get(f"http://127.0.0.1:{self.ports[name]}/", trust_env=False)
            return True
        return False

    def processes(self, name: str) -> list[int]:
        """The processes of one of the two services, without their own children."""
        command = f"{FAKE}\0{name}\0".encode()
        found = []
        for number in self.left():
            with suppress(OSError):
                if Path(f"/proc/{number}/cmdline").read_bytes().endswith(command):
                    found.append(number)
        return found

    def left(self) -> list[int]:
        """The processes of this launch that still run, by their own variable."""
        mark = f"KEUZEHULP_VAR={self.var}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if mark in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
        return found
