"""The day by which somebody wants to be there, from what people say."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from doelenmeter import said
from doelenmeter.said import any_of

FURTHEST = timedelta(days=5 * 366)
"""Nobody sets a goal for a day further away."""


def until(words: str, *, today: date) -> date | None:
    """Give the day that is told: "over 3 maanden", "eind juni", "1-7", "voor de zomer".

    A day without a year is the next one. None where no day is told, and for one that is past or
    more than five years away.
    """
    text = _in_full(words)
    found = (
        _span(text, today)
        or _day(text, today)
        or _month(text, today)
        or _season(text, today)
        or _year(text, today)
    )
    return found if found and today < found <= today + FURTHEST else None


def only_a_day(words: str) -> bool:
    """Tell whether words name a day and nothing else; "3 weken" alone may be an amount."""
    known, text = said.load(), _in_full(words)
    names = {*known.months, *(word for season in known.seasons for word in season.split())}
    points = names | known.before_a_day
    units = {*known.spans, *known.months_span, *known.years_span, *known.numbers}
    told = set(re.findall(r"[^\W\d_]+", text))
    points_at_one = bool({*told, *words.casefold().split()} & points) or bool(
        re.search(r"[-/]\d{1,2}[-/]\d{2}", text)
    )
    counts = bool(told & (names | units)) or bool(re.search(r"\d[-/]\d", text))
    return points_at_one and counts and told <= points | units | known.beside_a_day


def said_day(day: date) -> str:
    """Give a day as people write it: "1 juli 2027"."""
    return f"{day.day} {said.load().months[day.month - 1]} {day.year}"


def _span(text: str, today: date) -> date | None:
    known = said.load()
    units = any_of((*known.spans, *known.months_span, *known.years_span))
    count = rf"(?P<count>\d{{1,3}}|{any_of(known.numbers)})"
    found = re.search(rf"\been (?P<unit>{units}) of {count}(?!\w)", text) or re.search(
        rf"(?<!\w){count}\s*(?P<unit>{units})\b", text
    )
    if found is None:
        return None
    count, unit = found["count"], found["unit"]
    amount = float(known.numbers[count] if count in known.numbers else int(count))
    if unit in known.spans:
        return today + timedelta(days=round(amount * known.spans[unit]))
    return _months_on(today, round(amount * (12 if unit in known.years_span else 1)))


def _months_on(today: date, months: int) -> date | None:
    years, month = divmod(today.month - 1 + months, 12)
    return _at(today.year + years, month + 1, today.day)


def _day(text: str, today: date) -> date | None:
    found = _numeric().search(text) or _worded().search(text)
    if found is None:
        return None
    months = said.load().months
    month = found["month"]
    number = months.index(month) + 1 if month in months else int(month)
    if not 1 <= number <= 12 or not 1 <= int(found["day"]) <= 31:
        return None
    return _next(int(found["day"]), number, found["year"], today)


def _month(text: str, today: date) -> date | None:
    """Read a month: its last day, unless it is "begin", "half" or "voor" that month."""
    known = said.load()
    part, month = any_of((*known.parts_of_a_month, "voor")), any_of(known.months)
    found = re.search(rf"(?:(?P<part>{part}) )?\b(?P<month>{month})\b(?: (?P<year>\d{{4}}))?", text)
    if found is None:
        return None
    day = 1 if found["part"] == "voor" else known.parts_of_a_month.get(found["part"] or "eind", 31)
    return _next(day, known.months.index(found["month"]) + 1, found["year"], today)


def _season(text: str, today: date) -> date | None:
    """Read a time of the year: its first day where it is "voor" or "begin", else its last."""
    known = said.load()
    before, after = ("voor", "begin", "begin van", "tot"), ("na", "eind", "eind van", "in", "deze")
    found = re.search(
        rf"\b(?:(?P<before>{any_of(before)})|{any_of((*after, 'einde', 'einde van', 'komende'))})"
        rf" (?:de |het )?(?P<name>{any_of(known.seasons)})\b",
        text,
    )
    if found is None:
        return None
    season = known.seasons[found["name"]]
    day, month = season.begin if found["before"] else season.end
    return _next(day, month, None, today)


def _year(text: str, today: date) -> date | None:
    """Read "eind van het jaar", "volgend jaar": its last day, unless it is the beginning."""
    found = re.search(
        r"\b(?P<part>begin|einde?)?(?: van)?(?: het| dit)?(?P<next> ?(?:volgend|komend))? jaar\b",
        text,
    )
    if found is None or not (found["part"] or found["next"] or "dit jaar" in text):
        return None
    year = today.year + bool(found["next"])
    return _at(year, 1, 31) if found["part"] == "begin" else _at(year, 12, 31)


def _in_full(words: str) -> str:
    """Write out what people shorten: "3 mnd", "1e mrt", "volgende maand"."""
    text = re.sub(r"\b(\d{1,2})(?:e|de|ste)\b", r"\1", words.casefold())
    for short, full in said.load().in_full.items():
        text = re.sub(rf"(?<![a-z]){re.escape(short)}(?![a-z])\.?", full, text)
    return " ".join(text.split())


def _next(day: int, month: int, year: str | None, today: date) -> date | None:
    """Give this day in the year that is told, else the first time it comes."""
    if year:
        return _at(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = _at(today.year, month, day)
    return this_year if this_year and this_year > today else _at(today.year + 1, month, day)


def _at(year: int, month: int, day: int) -> date | None:
    """Give a day; one that a month does not have is its last."""
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month, min(day, monthrange(year, month)[1]))


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w/-])(?P<day>\d{1,2})[-/](?P<month>\d{1,2})(?:[-/](?P<year>\d{4}|\d{2}))?(?![\w/-])"
    )


@cache
def _worded() -> re.Pattern[str]:
    months = any_of(said.load().months)
    return re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{months})\b(?: (?P<year>\d{{4}}))?")
