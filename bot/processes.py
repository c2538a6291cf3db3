"""Child processes as groups, so that stopping one leaves nothing behind."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

GRACE_SECONDS = 8.0
LOOK_SECONDS = 0.05
PR_SET_PDEATHSIG = 1
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class Child:
    """One running process with everything it started."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def code(self) -> int | None:
        """Exit code, or nothing while it runs."""
        return self.process.poll()

    def last_line(self) -> str:
        """Give the last line it wrote, to explain why it stopped."""
        text = self.log.read_text(encoding="utf-8", errors="replace").split("\n")
        return next((line.strip() for line in reversed(text) if line.strip()), "")


def start(name: str, command: Sequence[str], *, env: dict[str, str], cwd: Path, log: Path) -> Child:
    """Start a process as the head of its own group; all it writes goes to the log file."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 (our own command)
            command,
            env=env,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )
    return Child(name, process, log)


def stop(children: Sequence[Child], grace: float = GRACE_SECONDS) -> None:
    """Ask all to end, wait, then end what is left of each group by force.

    A second Ctrl-C does not cut this short; it takes no longer than `grace` seconds.
    """
    with _undisturbed():
        for child in children:
            _signal(child, signal.SIGTERM)
        deadline = time.monotonic() + grace
        while time.monotonic() < deadline and any(child.code is None for child in children):
            time.sleep(LOOK_SECONDS)
        for child in children:
            _signal(child, signal.SIGKILL)
            child.process.wait()


@contextmanager
def _undisturbed() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, signal.SIG_IGN) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _signal(child: Child, number: signal.Signals) -> None:
    try:
        os.killpg(child.process.pid, number)
    except ProcessLookupError:
        return  # the whole group is gone already


def _end_with_parent() -> None:
    """Even after a `kill -9` of the launcher no child goes on holding a port."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
