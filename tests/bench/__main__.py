"""Measure, print a table, and keep it in `build/bench.json`.

make bench                          everything, within a quarter of an hour
make bench ONLY=search,questions    some of it
"""

import os
import signal
import sys
import time
from collections.abc import Callable

from bot.settings import PREFIX, ROOT
from tests.bench import checkins, live, pictures, questions, search, sweep, telegram, training
from tests.bench.machine import load, say
from tests.bench.report import BenchError, Figure, table, write

REPORT = ROOT / "build" / "bench.json"
GROUPS: dict[str, Callable[[], list[Figure]]] = {
    "questions": questions.figures,
    "search": search.figures,
    "sweep": sweep.figures,
    "pictures": pictures.figures,
    "telegram": telegram.figures,
    "training": training.figures,
    "live": live.figures,
    "checkins": checkins.figures,
}
KEPT = f"{PREFIX}TEST_POSTGRES"


def main() -> int:
    """Exit code 1 and one line when a figure could not be measured."""
    only = [name for name in os.environ.get("ONLY", "").split(",") if name]
    if unknown := set(only) - set(GROUPS):
        return _fail(f"ONLY takes {', '.join(GROUPS)}, not {', '.join(sorted(unknown))}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for name in [name for name in os.environ if name.startswith(PREFIX) and name != KEPT]:
        del os.environ[name]  # the bench has its own database, ports and folder
    begun = time.monotonic()
    say(load())
    figures: list[Figure] = []
    try:
        for name in only or GROUPS:
            figures += training.again() if only and name == "training" else GROUPS[name]()
            write(figures, REPORT)  # what a later group breaks off is not lost
    except BenchError as error:
        print(f"\n{table(figures)}\n")
        return _fail(str(error))
    print(f"\n{table(figures)}\n")
    say(f"{load()}; {time.monotonic() - begun:.0f} s; kept in {REPORT.relative_to(ROOT)}")
    return 0


def _fail(line: str) -> int:
    print(f"bench: {line}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
