"""The gate: figures may not fall below what was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.figures import LOWER_IS_BETTER
from evaluation.phrases import pairs, read
from evaluation.understanding import Understood

MARGIN = 0.01
NO_MARGIN = frozenset({"danger heard"})
ROUNDING = 0.00005  # figures are recorded in four decimals


def fallen(figures: Mapping[str, float], recorded: Mapping[str, float]) -> Iterator[str]:
    """A line for each recorded figure that is worse by more than the margin, or gone."""
    for name, before in recorded.items():
        now = figures.get(name)
        if now is None:
            yield f"{name}: recorded, and no longer measured"
            continue
        worse = now - before if name in LOWER_IS_BETTER else before - now
        if worse > (0 if name in NO_MARGIN else MARGIN) + ROUNDING:
            yield f"{name}: {now:.3f}, recorded {before:.3f}"


def moved(file: Path, understood: Sequence[Understood]) -> Iterator[str]:
    """A line for each phrase of the known failures that is now understood and should move."""
    for entry, got in zip(read(file), understood, strict=True):
        checks = [
            "intent" not in entry or entry["intent"] == got.intent,
            "kenmerken" not in entry or set(entry["kenmerken"]) == set(got.kenmerken),
            "entities" not in entry or pairs(entry["entities"]) == got.entities,
        ]
        if all(checks):
            yield f"known failure is understood now, move it to a stratum: {entry['text']!r}"


def record(file: Path, figures: Mapping[str, float]) -> None:
    """Write the figures down as what may not be lost."""
    lines = [
        "# Figures on the phrases here; the suite fails when one gets worse by more than 0.01."
    ]
    lines += ["# Written by: engine/.venv/bin/python engine/nlu.py --record"]
    lines += [f"{name}: {value:.4f}" for name, value in figures.items()]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
