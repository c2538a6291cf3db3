from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doelenmeter.schedule import ZONE, Weekly, after_quiet, next_due

MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
WEEKLIES = st.builds(
    Weekly, st.integers(0, 6), st.times().map(lambda at: at.replace(microsecond=0)), st.booleans()
)
SUNDAY, WEDNESDAY = 6, 2


def local(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def test_the_next_wednesday_afternoon() -> None:
    weekly = Weekly(WEDNESDAY, time(16, 30))
    due = next_due(weekly, after=local(2026, 11, 22, 12))
    assert due == local(2026, 11, 25, 16, 30)
    assert due.tzinfo is UTC
    assert next_due(weekly, after=due) == local(2026, 12, 2, 16, 30)
    assert next_due(weekly, after=due - timedelta(seconds=1)) == due


@pytest.mark.parametrize(
    ("before", "hours"),
    [(local(2026, 10, 22, 12), 7 * 24 + 1), (local(2027, 3, 25, 12), 7 * 24 - 1)],
    ids=["winter time begins", "summer time begins"],
)
def test_the_clock_time_stays_when_the_clock_changes(before: datetime, hours: int) -> None:
    weekly = Weekly(2, time(10))
    first = next_due(weekly, after=before - timedelta(days=7))
    second = next_due(weekly, after=first)
    assert (second - first) == timedelta(hours=hours)
    assert first.astimezone(ZONE).time() == second.astimezone(ZONE).time() == time(10)


def test_a_time_that_the_clock_skips_comes_as_much_later() -> None:
    due = next_due(Weekly(SUNDAY, time(2, 30), any_time=True), after=local(2027, 3, 27, 12))
    assert due.astimezone(ZONE) == local(2027, 3, 28, 3, 30)


def test_a_time_that_the_clock_shows_twice_comes_once() -> None:
    weekly = Weekly(SUNDAY, time(2, 30), any_time=True)
    first = next_due(weekly, after=local(2026, 10, 24, 12))
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_due(weekly, after=first) == local(2026, 11, 1, 2, 30)


@pytest.mark.parametrize(
    ("at", "day", "hour"), [(time(20), 26, 9), (time(23, 59), 26, 9), (time(8, 59), 25, 9)]
)
def test_quiet_hours_end_first(at: time, day: int, hour: int) -> None:
    due = next_due(Weekly(WEDNESDAY, at), after=local(2026, 11, 24, 12))
    assert due == local(2026, 11, day, hour)


def test_who_asks_for_it_gets_it_in_quiet_hours() -> None:
    due = next_due(Weekly(WEDNESDAY, time(21), any_time=True), after=local(2026, 11, 24, 12))
    assert due == local(2026, 11, 25, 21)


@given(weekly=WEEKLIES, after=MOMENTS)
def test_due_comes_once_a_week_and_never_in_quiet_hours(weekly: Weekly, after: datetime) -> None:
    first = next_due(weekly, after=after)
    second = next_due(weekly, after=first)
    assert after < first <= after + timedelta(days=7, hours=1)
    assert abs(second - first - timedelta(days=7)) <= timedelta(hours=1)
    if not weekly.any_time:
        assert time(9) <= first.astimezone(ZONE).time() < time(20)


@given(moment=MOMENTS)
def test_waiting_for_the_end_of_quiet_hours_is_short_and_done_once(moment: datetime) -> None:
    waited = after_quiet(moment)
    assert moment <= waited <= moment + timedelta(hours=14)
    assert after_quiet(waited) == waited


def test_a_day_or_time_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="weekdays"):
        Weekly(7, time(10))
    with pytest.raises(ValueError, match="zone"):
        Weekly(0, time(10, tzinfo=UTC))
