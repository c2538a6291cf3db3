"""What sounds alike becomes alike, and what does not stays apart."""

import pytest
from components.spelling import sounds


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("ik word", "ik wordt"),
        ("schrijven", "schreive"),
        ("gezicht", "gesigt"),
        ("computer", "komputer"),
        ("zo'n", "zon"),
    ],
)
def test_alike(right: str, typed: str) -> None:
    assert sounds(right) == sounds(typed)


def test_numbers_keep_their_digits() -> None:
    assert sounds("112") == "112"
    assert sounds("1000") == "1000"


@pytest.mark.parametrize(("one", "other"), [("baan", "been"), ("wil", "wel"), ("man", "mand")])
def test_apart(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)
