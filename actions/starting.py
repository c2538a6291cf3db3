"""How many weeks away a start may be, from the words said: "deze maand", "voor januari"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

SOON = {"direct": 2, "meteen": 2, "nu": 2, "snel": 3, "vandaag": 1, "morgen": 1}
WEEKS = SOON | {"wachttijd": 2, "wachtlijst": 2}
"""Words that want it soon; of waiting only "geen wachttijd" and the like come here."""

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def weeks_until(words: str, now: datetime) -> int | None:
    """How many weeks away a start may be, from the words said: "deze maand", "1 september".

    A month without a day counts to its end; "voor januari" to the day before it begins.
    """
    lowered = words.casefold()
    if counted := re.search(r"(\d{1,3})\s*(week|weken|maand)", lowered):
        number, unit = counted.groups()
        return int(number) if unit.startswith("we") else round(int(number) * 52 / 12)
    for word, weeks in WEEKS.items():
        if word in lowered.split():
            return weeks
    if "week" in lowered:
        return 2 if "volgende" in lowered else 1
    if "half jaar" in lowered:
        return 26
    if "een maand" in lowered:
        return 4
    if "maand" in lowered:
        ahead = 1 if "volgende" in lowered else 0
        return _weeks_to(now.date(), (now.month - 1 + ahead) % 12 + 1, None)
    for number, month in enumerate(MONTHS, start=1):
        if found := re.search(rf"(voor )?(?:(\d{{1,2}})\s*)?{month}", lowered):
            day = int(found[2]) if found[2] else None
            if found[1]:
                return _weeks_before(now.date(), number, day or 1)
            return _weeks_to(now.date(), number, day)
    return None


def is_latest(words: str) -> bool:
    """Whether the words can only mean the latest moment: "binnen 3 weken", "voor januari"."""
    soon = set(words.casefold().split()) & WEEKS.keys()
    return bool(soon) or words.casefold().startswith(("binnen ", "voor "))


def _weeks_to(today: date, month: int, day: int | None) -> int:
    """Weeks, rounded up and at least one, to the next such day, or to the end of that month."""
    return max(1, -(-(_next(today, month, day) - today).days // 7))


def _weeks_before(today: date, month: int, day: int) -> int:
    """Whole weeks, and at least one, to the day before the next such day."""
    until = _next(today + timedelta(days=1), month, day) - timedelta(days=1)
    return max(1, (until - today).days // 7)


def _next(today: date, month: int, day: int | None) -> date:
    """The next such day, or the last one of that month."""
    for year in (today.year, today.year + 1):
        last = monthrange(year, month)[1]
        to = date(year, month, min(day or last, last))
        if to >= today:
            break
    return to
