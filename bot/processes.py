"""Child processes as groups, so that stopping one leaves nothing behind."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

GRACE_SECONDS = 8.0
LOOK_SECONDS = 0.05
PR_SET_PDEATHSIG = 1
PRCTL = ctypes.CDLL(None).prctl if sys.platform == "linux" else None
"""Looked up here: between fork and exec of a process with threads nothing should be loaded."""
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class Child:
    """One running process with everything it started."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    begin: Callable[[], "Child"] = field(repr=False)
    """Start the same once more."""

    @property
    def code(self) -> int | None:
        """Exit code, or nothing while it runs."""
        return self.process.poll()

    def last_line(self) -> str:
        """Give the last line it wrote, to explain why it stopped."""
        text = self.log.read_text(encoding="utf-8", errors="replace").split("\n")
        return next((line.strip() for line in reversed(text) if line.strip()), "")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process and everything it started."""
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return  # the whole group is gone already


class Family:
    """The children of one launch. Leaving the `with` ends them all."""

    def __init__(self) -> None:
        self.children: list[Child] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(
        self, name: str, command: Sequence[str], *, env: dict[str, str], cwd: Path, log: Path
    ) -> None:
        """Start a process as the head of its own group; all it writes goes to the log file."""
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_bytes(b"")

        def begin() -> Child:
            with log.open("ab") as output:
                process = subprocess.Popen(  # noqa: S603 (our own command)
                    command,
                    env=env,
                    cwd=cwd,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                    preexec_fn=_as_child,
                )
            return Child(name, process, log, begin)

        with _undisturbed():
            self.children.append(begin())

    def restart(self, child: Child) -> None:
        """Start one that ended once more; what is left of its group ends first."""
        child.signal(signal.SIGKILL)
        with _undisturbed():
            self.children[self.children.index(child)] = child.begin()

    def stop(self, grace: float = GRACE_SECONDS) -> None:
        """Ask all to end, wait, then end what is left of each group by force.

        A second Ctrl-C does not cut this short; it takes no longer than `grace` seconds.
        """
        with _undisturbed():
            for child in self.children:
                child.signal(signal.SIGTERM)
            deadline = time.monotonic() + grace
            while time.monotonic() < deadline and any(c.code is None for c in self.children):
                time.sleep(LOOK_SECONDS)
            for child in self.children:
                child.signal(signal.SIGKILL)
                child.process.wait()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep signals waiting: one between the start of a child and its noting would orphan it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _as_child() -> None:
    """Hear signals again, and never outlive a launcher that was killed: it holds a port."""
    if PRCTL is not None:
        PRCTL(PR_SET_PDEATHSIG, signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)
