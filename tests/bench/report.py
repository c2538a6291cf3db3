"""Figures, how they are summed up, and where they are shown and kept."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

HEADS = ("figure", "ours", "peer", "unit", "n")


class BenchError(Exception):
    """Something that makes a figure worthless, such as a turn without a real answer."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing beside the same thing of its peer, from the same run."""

    name: str
    ours: float
    peer: float | None
    unit: str
    n: int
    """How many measurements of ours it sums up."""


def p95(values: Sequence[float]) -> float:
    """Give what nineteen in twenty stay within."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def times(name: str, ours: Sequence[float], peer: Sequence[float], unit: str) -> list[Figure]:
    """Sum up two series of times as their median and their 95th percentile."""
    return [
        Figure(f"{name}.median", median(ours), median(peer), unit, len(ours)),
        Figure(f"{name}.p95", p95(ours), p95(peer), unit, len(ours)),
    ]


def table(figures: Sequence[Figure]) -> str:
    """Word the figures as a table, one line each."""
    rows = [
        (f.name, _number(f.ours), "-" if f.peer is None else _number(f.peer), f.unit, str(f.n))
        for f in figures
    ]
    widths = [max(map(len, column)) for column in zip(HEADS, *rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if head in ("figure", "unit") else cell.rjust(width)
            for head, cell, width in zip(HEADS, row, widths, strict=True)
        ).rstrip()
        for row in (HEADS, *rows)
    )


def write(figures: Sequence[Figure], path: Path) -> None:
    """Keep the figures as JSON: ``{name: {ours, peer, unit, n}}``."""
    kept = {
        f.name: {
            "ours": round(f.ours, 3),
            "peer": None if f.peer is None else round(f.peer, 3),
            "unit": f.unit,
            "n": f.n,
        }
        for f in figures
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def _number(value: float) -> str:
    """Show three digits that say something."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
