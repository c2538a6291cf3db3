"""What the bench needs of the machine: folders, memory, load, and waiting with a sign of life."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.processes import Child, Family
from bot.settings import ROOT
from tests.bench.report import BenchError

CACHE = ROOT / ".cache" / "bench"
LOOK_SECONDS = 0.2
DOT_SECONDS = 5.0


def say(line: str) -> None:
    """Tell what is being done."""
    print(f"bench: {line}", flush=True)


def load() -> str:
    """Tell how busy the machine is: processes that want a core, in the last minute."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


@contextmanager
def running(
    name: str, command: Sequence[str], *, folder: Path, env: Mapping[str, str]
) -> Iterator[Child]:
    """Run a program in a folder, with more environment; at the end nothing of it is left."""
    with Family() as family:
        log = CACHE / "log" / f"{name.replace(' ', '-')}.log"
        family.start(name, command, env=os.environ | env, cwd=folder, log=log)
        yield family.children[0]


def finish(child: Child) -> float:
    """Wait for a process that ends by itself, and give the seconds. Raises BenchError."""
    begun = time.perf_counter()
    dots = 0
    while child.code is None:
        time.sleep(LOOK_SECONDS)
        if time.perf_counter() - begun > (dots + 1) * DOT_SECONDS:
            dots += 1
            print(".", end="", flush=True)
    print(flush=True)
    if child.code:
        raise BenchError(f"{child.name}: {child.last_line()}")
    return time.perf_counter() - begun


def our_process(words: str) -> int:
    """Find the process that we started with these words in its command line."""
    return next(pid for pid in _children(os.getpid()) if words in _command(pid))


def memory(pid: int) -> float:
    """Add up the resident memory of a process and of everything it started, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024 + sum(map(memory, _children(pid)))


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").iterdir():
        yield from map(int, (task / "children").read_text(encoding="ascii").split())


def _command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
