"""How people say things: words for amounts, days and wishes, from one checked data file."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from doelenmeter.measures import Period
from store.datafile import Record, load_data_file

FILE = Path(__file__).parent / "data" / "said.yml"

Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


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
    text = " ".join(words.split())
    for lead in known.leads:
        pattern = lead.replace("{name}", re.escape(name) if name else r"(?!)")
        found = re.match(pattern, text, re.IGNORECASE)
        if found and (goal := without_opening(text[found.end() :])):
            return goal
    told = set(re.findall(r"\w+", text.casefold()))
    return "" if told & known.only_asks else without_opening(text)


def without_opening(words: str) -> str:
    """Leave out "ik wil graag" and the like at the beginning."""
    pattern = rf"^(?:(?:{any_of(load().openings)})\b[\s,:]*)+"
    return re.sub(pattern, "", words.strip(), flags=re.IGNORECASE)
