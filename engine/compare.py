"""Compare ways to understand Dutch: train each on our examples, measure it on our phrases.

    engine/.venv/bin/python engine/compare.py [NAME ...]

Takes long; all of them when nothing is named. Prints a table, as `build/compare.md` too, with the
figures on `tests/nlu/development` and behind it those on the phrases that are held out. What to
weigh and what was decided: `docs/understanding.md`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import project
from evaluation import trial
from evaluation.trial import Measured
from evaluation.variants import VARIANTS

TABLE = project.ROOT / "build" / "compare.md"
COLUMNS = {
    "intent": "intent right",
    "mean over intents": "intent right, mean over intents",
    "kenmerk first": "kenmerk, first guess right",
    "in best three": "kenmerk, among the best three",
    "kenmerken F1": "kenmerken, micro-F1",
    "values F1": "values, micro-F1",
}
T = TypeVar("T")


def main() -> int:
    """Exit code 0, or 2 when no variant has that name."""
    parser = argparse.ArgumentParser(description="Compare ways to understand Dutch.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="; ".join(VARIANTS))
    names = parser.parse_args().names or list(VARIANTS)
    if unknown := set(names) - set(VARIANTS):
        parser.error(f"no such variant: {', '.join(sorted(unknown))}")
    lines = [_cells("variant", *COLUMNS, "training", "a message", "memory")]
    lines.append("|---" * lines[0].count(" | ") + "|---|")
    print("\n".join(lines), flush=True)
    TABLE.parent.mkdir(exist_ok=True)
    for name in names:
        lines.append(_row(name))
        print(lines[-1], flush=True)
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _row(name: str) -> str:
    package = VARIANTS[name].package
    if not VARIANTS[name].installed:
        return _cells(name, f"not installed: {package}", *[""] * (len(COLUMNS) + 2))
    with tempfile.TemporaryDirectory() as folder:
        seconds = _in_a_process_of_its_own(trial.train, name, Path(folder))
        measured = _in_a_process_of_its_own(trial.measure, name, Path(folder))
    return _cells(
        name,
        *(_figure(measured, figure) for figure in COLUMNS.values()),
        f"{seconds:.0f} s",
        f"{measured.milliseconds:.0f} ms",
        f"{measured.megabytes:.0f} MB",
    )


def _in_a_process_of_its_own(step: Callable[[str, Path], T], name: str, folder: Path) -> T:
    """A variant swaps parts of our code, and its memory is that of the process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(step, name, folder).result()


def _figure(measured: Measured, name: str) -> str:
    """On the development half / held out; a dash when it finds none at all."""
    if not measured.development[name]:
        return "–"
    return f"{measured.development[name]:.3f} / {measured.held_out[name]:.3f}"


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
