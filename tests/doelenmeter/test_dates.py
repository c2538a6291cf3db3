"""By when, as people say it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doelenmeter.dates import FURTHEST, said_day, until

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("over 3 maanden", date(2027, 2, 22)),
        ("6 weken", date(2027, 1, 3)),
        ("over tien dagen", date(2026, 12, 2)),
        ("een half jaar", date(2027, 5, 22)),
        ("over anderhalf jaar", date(2028, 5, 22)),
        ("voor 1 juli", date(2027, 7, 1)),
        ("1 december", date(2026, 12, 1)),
        ("In Mei", date(2027, 5, 31)),
        ("eind juni", date(2027, 6, 30)),
        ("half maart", date(2027, 3, 15)),
        ("begin februari 2028", date(2028, 2, 1)),
        ("voor mei", date(2027, 5, 1)),
        ("1-7", date(2027, 7, 1)),
        ("15/3/2028", date(2028, 3, 15)),
        ("31-2", date(2027, 2, 28)),
        ("1-3-27", date(2027, 3, 1)),
        ("over een maand of 3", date(2027, 2, 22)),
        ("een week of zes", date(2027, 1, 3)),
        ("3mnd", date(2027, 2, 22)),
        ("over een paar maanden", date(2027, 2, 22)),
        ("1e mrt", date(2027, 3, 1)),
        ("eind jan", date(2027, 1, 31)),
        ("volgende maand", date(2026, 12, 22)),
        ("voor de zomer", date(2027, 6, 21)),
        ("vóór kerst", date(2026, 12, 24)),
        ("na de zomer", date(2027, 9, 20)),
        ("eind van het jaar", date(2026, 12, 31)),
        ("begin volgend jaar", date(2027, 1, 31)),
    ],
)
def test_a_day_is_read(words: str, day: date) -> None:
    assert until(words, today=TODAY) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        "ooit",
        "1 mei 2020",
        "999 weken",
        "1-13",
        "0-0",
        "over een tijdje",
        "99-99-9999",
        "👍",
        "2 keer per jaar",
    ],
)
def test_no_day_a_past_one_or_one_too_far(words: str) -> None:
    assert until(words, today=TODAY) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_the_day_is_ahead(words: str) -> None:
    found = until(words, today=TODAY)
    assert found is None or TODAY < found <= TODAY + FURTHEST


@given(st.integers(1, 1000))
def test_a_day_is_said_as_it_is_read(days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert until(said_day(day), today=TODAY) == day
