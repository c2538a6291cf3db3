import json
from pathlib import Path

import pytest

from tests.bench.report import Figure, p95, table, times, write

FIGURES = [
    Figure("turn.median", 61.23456, 85.0, "ms", 152),
    Figure("search.sqlite.100000", 90.0, 1234.6, "ms", 30),
    Figure("start", 24.0, None, "s", 1),
]


@pytest.mark.parametrize(
    ("values", "expected"),
    [([7.0], 7.0), ([1.0, 3.0], 2.9), (list(range(101)), 95.0), ([5.0] * 20, 5.0)],
)
def test_nineteen_in_twenty_stay_within_p95(values: list[float], expected: float) -> None:
    assert p95(values) == pytest.approx(expected)


def test_one_slow_turn_is_in_the_p95_and_not_in_the_median() -> None:
    middle, most = times("turn", [10.0] * 9 + [200.0], [20.0] * 4, "ms")
    assert (middle.name, middle.ours, middle.peer, middle.n) == ("turn.median", 10, 20, 10)
    assert (most.name, most.peer, most.n) == ("turn.p95", 20, 10)
    assert 100 < most.ours < 200


def test_the_file_has_every_figure_with_its_peer(tmp_path: Path) -> None:
    path = tmp_path / "build" / "bench.json"
    write(FIGURES, path)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "turn.median": {"ours": 61.235, "peer": 85.0, "unit": "ms", "n": 152},
        "search.sqlite.100000": {"ours": 90.0, "peer": 1234.6, "unit": "ms", "n": 30},
        "start": {"ours": 24.0, "peer": None, "unit": "s", "n": 1},
    }


def test_the_table_is_read_at_a_glance() -> None:
    assert table(FIGURES).splitlines() == [
        "figure                ours  peer  unit    n",
        "turn.median           61.2    85  ms    152",
        "search.sqlite.100000    90  1235  ms     30",
        "start                   24     -  s       1",
    ]
