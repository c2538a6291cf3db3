"""How soon it has to begin, in weeks."""

from datetime import UTC, datetime

import pytest

from actions.starting import is_latest, weeks_until


@pytest.mark.parametrize(
    ("words", "weeks"),
    [
        ("direct", 2),
        ("deze week", 1),
        ("volgende week", 2),
        ("over 6 weken", 6),
        ("over 3 maanden", 13),
        ("deze maand", 2),
        ("volgende maand", 6),
        ("november", 2),
        ("december", 6),
        ("begin december", 6),
        ("per 1 december", 2),
        ("in oktober", 49),
        ("1 november", 50),
        ("31 februari", 14),
        ("over een half jaar", 26),
        ("voor december", 1),
        ("voor 1 januari", 5),
        ("voor januari", 5),
        ("binnen 52 weken", 52),
        ("binnen 104 weken", 104),
        ("geen wachtlijst", 2),
        ("na de zomer", None),
        ("ooit", None),
        ("", None),
    ],
)
def test_weeks_until_a_start(words: str, weeks: int | None) -> None:
    assert weeks_until(words, datetime(2026, 11, 22, tzinfo=UTC)) == weeks


@pytest.mark.parametrize(
    ("words", "latest"),
    [
        ("binnen 3 weken", True),
        ("voor januari", True),
        ("meteen", True),
        ("januari", False),
        ("over 2 weken", False),
    ],
)
def test_what_can_only_be_the_latest_moment(words: str, latest: bool) -> None:
    assert is_latest(words) is latest
