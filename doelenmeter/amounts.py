"""An amount in a sentence, and the same sentence for the amounts of every level."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from doelenmeter import bounds, said, scales
from doelenmeter.measures import Period, load
from doelenmeter.said import any_of, sentence, without_opening
from doelenmeter.smart import telling

USUAL: Period = "week"
"""The period of an amount that was told without one: check-ins are weekly."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much somebody said, of what, and the words around it."""

    value: Decimal
    unit: str | None
    """Code of a unit of `measures`; None where none was said."""
    period: Period | None
    before: str
    after: str

    @property
    def words(self) -> frozenset[str]:
        """The words around the amount, in lower case."""
        return frozenset(re.findall(r"[^\W\d_]+", f"{self.before} {self.after}".casefold()))


@dataclass(frozen=True, slots=True)
class Way:
    """From one amount to another, in the words of one sentence."""

    unit: str
    period: Period
    start: Decimal
    goal: Decimal
    before: str
    after: str

    def levels(self, *, scale: str = scales.DEFAULT) -> Mapping[int, str]:
        """Give the text of every level. Raises what `bounds.propose` raises."""
        bands = bounds.propose(
            self.unit, self.period, start=self.start, goal=self.goal, scale=scale
        )
        return {
            level: sentence(f"{self.before} {text} {self.after}")
            for level, text in bands.texts().items()
        }

    def nearest(self, *, scale: str = scales.DEFAULT) -> tuple[str, ...]:
        """Give goals near this one that leave room for every level, as people say them."""
        unit = load().unit(self.unit)
        period = load().periods[self.period]
        found = bounds.nearest(
            self.unit, self.period, start=self.start, goal=self.goal, scale=scale
        )
        return tuple(f"{unit.said(amount)} {period}" for amount in found)


def read(words: str) -> Amount | None:
    """Read the first amount in a sentence; an amount with a unit goes before a bare one."""
    text = " ".join(words.split())
    found = _counted().search(text) or _bare().search(text)
    if found is None:
        return None
    unit = found.groupdict().get("unit")
    before, after = text[: found.start()], text[found.end() :]
    period: Period | None = None
    for code, pattern in _periods().items():
        if pattern.search(before) or pattern.search(after):
            period = code
            before, after = pattern.sub(" ", before), pattern.sub(" ", after)
            break
    return Amount(
        value=_value(found),
        unit=_unit(unit) if unit else None,
        period=period,
        before=without_opening(_trimmed(before, at_end=True)),
        after=_trimmed(after, at_end=False).rstrip(".!?, "),
    )


def way(start: str, goal: str) -> Way | None:
    """Read the way from one sentence to another; None where both do not count the same.

    "3 keer te laat per week" and "hooguit 1 keer" do; "3 keer te laat" and "5 uur slapen" do not.
    """
    one, other = read(start), read(goal)
    if one is None or other is None or not (one.unit or other.unit):
        return None
    if _differ(one.unit, other.unit) or _differ(one.period, other.period):
        return None
    if one.words and other.words and not one.words & other.words:
        return None
    for amount, beside in ((one, other), (other, one)):
        if amount.unit is None and amount.words - beside.words:
            return None  # "5 minuten" and "1 keer"
    told = one if one.words else other
    return Way(
        unit=one.unit or other.unit or "",
        period=one.period or other.period or USUAL,
        start=one.value,
        goal=other.value,
        before=told.before,
        after=told.after,
    )


def goes_against(title: str, found: Way) -> bool:
    """Tell whether a way goes up where a goal says "minder", or down where it says "vaker".

    Only what counts the same thing as the goal tells: "3 dagen zonder ruzie" does not.
    """
    known = said.load()
    told = set(re.findall(r"\w+", title.casefold()))
    counted = set(re.findall(r"\w+", f"{found.before} {found.after}".casefold()))
    if (told | counted) & known.not_so or not set(telling(title)) & counted:
        return False
    less, more = bool(told & known.less), bool(told & known.more)
    return less != more and (found.goal > found.start) == less


def _differ(one: str | None, other: str | None) -> bool:
    return None not in (one, other) and one != other


def _value(found: re.Match[str]) -> Decimal:
    number = found["number"].casefold()
    known = said.load()
    if number in known.none:
        return Decimal(0)
    in_words = known.numbers.get(number)
    value = Decimal(number.replace(",", ".")) if in_words is None else in_words
    return value + (Decimal("0.5") if found.groupdict().get("half") else 0)


def _unit(word: str) -> str:
    units = said.load().units
    return next(code for code, words in units.items() if word.casefold() in words)


def _trimmed(words: str, *, at_end: bool) -> str:
    """Leave out "hooguit" before an amount and "of meer" behind it."""
    beside = any_of(said.load().beside)
    pattern = rf"(?:(?:^|\s)(?:{beside}))+\s*$" if at_end else rf"^\s*(?:(?:{beside})(?:\s|$))+"
    return " ".join(re.sub(pattern, " ", words, flags=re.IGNORECASE).split())


@cache
def _counted() -> re.Pattern[str]:
    known = said.load()
    number = rf"\d{{1,6}}(?:[.,]\d{{1,2}})?|{any_of((*known.numbers, *known.none))}"
    units = any_of(word for words in known.units.values() for word in words)
    return re.compile(
        rf"(?<![\w,.])(?:(?:{number})\s*(?:of|tot|à|-)\s*)?(?:een\s+(?=hal))?(?P<number>{number})"
        rf"(?P<half>\s+en een hal(?:f|ve))?\s*(?P<unit>{units})\b",
        re.IGNORECASE,
    )


@cache
def _bare() -> re.Pattern[str]:
    known = said.load()
    words = any_of({*known.numbers, *known.none} - {"een", "half", "halve"})
    return re.compile(
        rf"(?<![\w,.-])(?P<number>\d{{1,6}}(?:[.,]\d{{1,2}})?|{words})(?![\w-])", re.IGNORECASE
    )


@cache
def _periods() -> Mapping[Period, re.Pattern[str]]:
    return {
        code: re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)
        for code, words in said.load().periods.items()
    }
