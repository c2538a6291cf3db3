"""When a message is due: on the clock of Europe/Amsterdam, outside the quiet hours."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")

QUIET_FROM, QUIET_UNTIL = time(20), time(9)
"""Nobody gets a message between these times, unless asked for."""

PROGRESS_WEEKS = 6
"""Weeks between two scores half way, unless agreed otherwise."""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Weekly:
    """A day of the week (0 is Monday) and a time on the clock.

    A time within quiet hours becomes the end of them, unless ``any_time``.
    """

    weekday: int
    at: time
    any_time: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"weekdays go from 0 (Monday) to 6, not {self.weekday}")
        if self.at.tzinfo is not None:
            raise ValueError("the time is the clock's; it has no zone of its own")


def next_due(weekly: Weekly, *, after: datetime) -> datetime:
    """Give the first moment after this one at which the weekly message is due, in UTC.

    The clock time stays the same when summer time begins or ends. A time that the clock skips
    is due as much later; one that it shows twice is due the first time.
    """
    day = after.astimezone(ZONE).date() - WEEK
    day += timedelta(days=(weekly.weekday - day.weekday()) % 7)
    while (due := _on(day, weekly)) <= after:
        day += WEEK
    return due


def after_quiet(moment: datetime) -> datetime:
    """Give the moment itself, or the end of the quiet hours that it lies in, in UTC."""
    local = moment.astimezone(ZONE)
    if local.time() >= QUIET_FROM:
        local = datetime.combine(local.date() + timedelta(days=1), QUIET_UNTIL, ZONE)
    elif local.time() < QUIET_UNTIL:
        local = datetime.combine(local.date(), QUIET_UNTIL, ZONE)
    return local.astimezone(UTC)


def _on(day: date, weekly: Weekly) -> datetime:
    due = datetime.combine(day, weekly.at, ZONE).astimezone(UTC)
    return due if weekly.any_time else after_quiet(due)
