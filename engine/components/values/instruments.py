"""A name of help that no example has, by what it is: "de rouwgroep", "dat koffieuurtje"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from components.data import read
from components.values.found import Found, Heard

ABOUT_HELP = frozenset(
    {"instrument_details", "compare", "why_this", "choose", "rate_instrument", "add_instrument"}
)
"""Intents in which a word for help names one; in a story it is only what somebody did."""


def instruments(heard: Heard) -> Iterator[Found]:
    """The entity `instrument`: a compound that ends in a word of `engine/data/hulpwoorden.yml`."""
    if heard.intent not in ABOUT_HELP:
        return
    for match in _named().finditer(heard.text):
        yield Found("instrument", match[0], *match.span())


@cache
def _named() -> re.Pattern[str]:
    heads = "|".join(sorted(read("hulpwoorden")["heads"], key=len, reverse=True))
    days = r"(?:maan|dins|woens|donder|vrij|zater|zon|feest)dag|vandaag|middag"
    about = r"(?: omgaan met \w+)?"
    return re.compile(
        rf"(?<![\w-])(?!(?:{days})\b)[\w-]{{3,}}(?:{heads})(?![\w-]){about}"
        rf"|(?<![\w-])(?:training|cursus|workshop) omgaan met \w+"
    )
