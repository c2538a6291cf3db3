"""Measure how well Dutch is understood, write `build/nlu.html`, and hold the recorded figures.

    engine/.venv/bin/python engine/nlu.py [--record | --development]

With --development it shows what is misread in `tests/nlu/development`, the half of the phrases
that may be looked at to find out what to write. Needs the trained model. With the folder of the
public set xSID in XSID_DIR it does the outside check as well.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import warnings
from pathlib import Path

import logs
import project

FOLDER = project.ROOT / "tests" / "nlu"
DEVELOPMENT = FOLDER / "development"
RECORDED = FOLDER / "recorded.yml"
KNOWN_FAILURES = FOLDER / "known_failures.yml"
PAGE = project.ROOT / "build" / "nlu.html"
PICTURE = project.ROOT / "build" / "nlu-kenmerken.png"


def main() -> int:
    """Exit code 0, or 1 with a line for each figure that fell."""
    parser = argparse.ArgumentParser(description="Measure how well Dutch is understood.")
    parser.add_argument("--record", action="store_true", help="keep these figures as the least")
    parser.add_argument(
        "--development", action="store_true", help="show what is misread in the half to learn from"
    )
    arguments = parser.parse_args()
    if not project.is_trained():
        print("the model is not up to date: run engine/train.py", file=sys.stderr)
        return 1
    project.quiet()
    warnings.simplefilter("ignore")
    logs.configure("ERROR")
    return show() if arguments.development else measure(arguments.record)


def show() -> int:
    """Print each misread phrase of the development half, and its figures."""
    from evaluation import figures, phrases
    from evaluation.understanding import understand

    meant = phrases.load(DEVELOPMENT)
    with contextlib.redirect_stderr(io.StringIO()):
        understood, _ = understand(project.MODEL, [phrase.text for phrase in meant])
    cases = list(zip(meant, understood, strict=True))
    for case in cases:
        if wrong := figures.misread(case):
            print(f"{case[0].stratum}: {case[0].text}\n    {wrong}")
    for name, value in figures.gated(cases).items():
        print(f"{value:.3f}  {name}")
    return 0


def measure(keep: bool) -> int:
    """Parse all phrases, write the page, and compare."""
    from evaluation import figures, gate, page, phrases
    from evaluation.understanding import understand

    meant = phrases.load(FOLDER)
    failures = phrases.read(KNOWN_FAILURES)
    texts = [phrase.text for phrase in meant] + [failure["text"] for failure in failures]
    with contextlib.redirect_stderr(io.StringIO()):  # TensorFlow and its kin warn about themselves
        understood, cost = understand(project.MODEL, texts)
    cases = list(zip(meant, understood, strict=False))  # the known failures stand after them
    now = figures.gated(cases)
    if keep:
        gate.record(RECORDED, now)
    recorded = phrases.read(RECORDED) if RECORDED.exists() else {}

    costs = page.costs(cases, cost, _outside())
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page.page(cases, now, costs, recorded), encoding="utf-8")
    PICTURE.write_bytes(page.picture(cases))
    for name, value in now.items():
        print(f"{value:.3f}  {name}")
    for name, text in costs.items():
        print(f"{text:>7}  {name}")
    print(f"report: {PAGE.relative_to(project.ROOT)}")
    faults = [*gate.fallen(now, recorded), *gate.moved(KNOWN_FAILURES, understood[len(meant) :])]
    for fault in faults:
        print(f"nlu: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _outside() -> float | None:
    folder = os.environ.get("XSID_DIR")
    if not folder:
        return None
    from evaluation import outside

    return outside.accuracy(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
