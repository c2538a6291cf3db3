"""How people say things: words for amounts, days and wishes, from one checked data file."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from doelenmeter.measures import Period
from store.datafile import Record, load_data_file

FILE = Path(__file__).parent / "data" / "said.yml"

Mood = Literal["good", "bad"]
"""How somebody feels about a week."""

OPPOSITE: Mapping[Mood, Mood] = {"good": "bad", "bad": "good"}

Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Season(Record):
    """A time of the year that people name: its first and its last day, as day and month."""

    begin: tuple[int, int]
    end: tuple[int, int]


class Said(Record):
    """The whole file."""

    units: Mapping[str, Texts]
    periods: Mapping[Period, Texts]
    numbers: Mapping[Text, Decimal]
    none: Texts
    beside: Texts
    openings: Texts
    leads: Texts
    only_asks: frozenset[Text]
    scales: Mapping[str, Texts]
    """How people name each scale, as patterns; the narrower one first."""
    moods: Mapping[Mood, frozenset[Text]]
    past: Texts
    """Patterns for what happened."""
    now: Texts
    states: frozenset[Text]
    """Verbs that tell how things are."""
    to_do: Text
    """A pattern for a verb in its first form."""
    less: frozenset[Text]
    more: frozenset[Text]
    not_so: frozenset[Text]
    between: frozenset[Text]
    about_the_week: frozenset[Text]
    before_a_scale: Text
    beside_a_scale: frozenset[Text]
    before_a_day: frozenset[Text]
    beside_a_day: frozenset[Text]
    in_full: Mapping[Text, Text]
    """What people shorten when they name a day."""
    seasons: Mapping[Text, Season]
    parts_of_a_month: Mapping[Text, int]
    spans: Mapping[Text, int]
    """Days in a span of time."""
    months_span: frozenset[Text]
    years_span: frozenset[Text]
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]


@cache
def load() -> Said:
    """Read and check the file, once a process. Raises DataFileError, which names the mend."""
    return load_data_file(FILE, Said)


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for one of these words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def sentence(words: str) -> str:
    """Write words as a sentence: one space between them, a capital and a full stop."""
    text = " ".join(words.split())
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def wish(words: str, *, name: str = "") -> str:
    """Give the goal that is told in a sentence which asks for one; empty where it tells none.

    "mijn doel is op tijd komen" tells one, "ik wil een nieuw doel" does not. ``name`` is the
    client a coach talks about: "Rafiq wil op tijd komen".
    """
    known = load()
    text = _without_scale(words)
    for lead in known.leads:
        pattern = lead.replace("{name}", re.escape(name) if name else r"(?!)")
        found = re.match(pattern, text, re.IGNORECASE)
        if found and (goal := without_opening(text[found.end() :])):
            return goal
    told = set(re.findall(r"\w+", words.casefold()))
    return "" if told & known.only_asks else without_opening(text)


def mood(words: str) -> Mood | None:
    """Tell whether words say good or bad of a week; None where they say neither, or both.

    "niet zo lekker" is bad, "niet slecht" is good.
    """
    known = load()
    found, turned = set[Mood](), False
    for word in re.findall(r"\w+", words.casefold()):
        for kind, words_of in known.moods.items():
            if word in words_of:
                found.add(OPPOSITE[kind] if turned else kind)
        turned = word in known.not_so or (turned and word in known.between)
    return found.pop() if len(found) == 1 else None


def tells_the_past(words: str) -> bool:
    """Tell whether words tell what happened, which nobody has for a goal."""
    return any(re.search(pattern, words, re.IGNORECASE) for pattern in load().past)


def states(words: str) -> bool:
    """Tell whether words tell how things are: "mijn zoon is ziek", "ik zit in de bus"."""
    return bool(set(re.findall(r"\w+", words.casefold())) & load().states)


def wants(words: str) -> bool:
    """Tell whether words ask for something, or for more or less of it."""
    known = load()
    told = set(re.findall(r"\w+", words.casefold()))
    return bool(told & (known.less | known.more)) or without_opening(words) != words.strip()


def of_now(words: str) -> bool:
    """Tell whether words begin with "nu": they say how it goes, not where to."""
    return bool(re.match(rf"(?:{any_of(load().now)})\b", words.strip(), re.IGNORECASE))


def to_do(words: str) -> bool:
    """Tell whether words name what somebody does: "brieven openen", "naar school gaan"."""
    return bool(re.search(load().to_do, words.casefold()))


def scale(words: str) -> str | None:
    """Give the code of the scale that somebody names, None where nobody does."""
    found = (code for code, pattern in _scales().items() if pattern.search(words))
    return next(found, None)


def only_scale(words: str) -> str | None:
    """Give the scale of a message that tells nothing else: "kan dit op GAS?"."""
    rest = set(re.findall(r"\w+", _without_scale(words).casefold()))
    return scale(words) if rest <= load().beside_a_scale else None


def _without_scale(words: str) -> str:
    """Leave out the name of a scale, and "op de" before it."""
    for pattern in _scales().values():
        words = pattern.sub(" ", words)
    return " ".join(words.split()).rstrip(" ,;-")


def without_opening(words: str) -> str:
    """Leave out "ik wil graag" and the like at the beginning."""
    pattern = rf"^(?:(?:{any_of(load().openings)})\b[\s,:]*)+"
    return re.sub(pattern, "", words.strip(), flags=re.IGNORECASE)


@cache
def _scales() -> Mapping[str, re.Pattern[str]]:
    known = load()
    return {
        code: re.compile(rf"(?:{known.before_a_scale})?(?:{'|'.join(named)})", re.IGNORECASE)
        for code, named in known.scales.items()
    }
