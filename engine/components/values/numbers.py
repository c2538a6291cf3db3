"""Dutch numbers in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ONES = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
]
_TEENS = ["vijftien", "zestien", "zeventien", "achttien", "negentien"]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def _words() -> dict[str, float]:
    small = {word: number for number, word in enumerate(_ONES + _TEENS)}
    tens = {word: 10 * number for number, word in enumerate(_TENS, start=2)}
    below = {**small, **tens}
    for ten, value in tens.items():
        for one in _ONES[1:10]:
            joint = "ën" if one.endswith("e") else "en"
            for written in (f"{one}{joint}{ten}", f"{one}en{ten}", f"{one} en {ten}"):
                below[written] = small[one] + value
    halves = {
        f"{one}{joint}half": small[one] + 0.5 for one in _ONES[2:11] for joint in ("en", "ën")
    }
    regional = {"twie": 2, "drij": 3, "vief": 5, "zeuven": 7, "zeuve": 7, "neuge": 9}
    aliases = {"één": 1, "eén": 1, "n": 1, "'n": 1, "anderhalf": 1.5, "anderhalve": 1.5}
    return {**below, **halves, **regional, **aliases}


WORDS = _words()


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_SMALL = _any(WORDS)
_WHOLE = _any(
    word for word, value in WORDS.items() if value >= 1 and value % 1 == 0 and len(word) > 2
)
_HUNDREDS = rf"(?:{_WHOLE})? ?honder[dt](?:(?: en |en| )?(?:{_WHOLE}))?"
_THOUSANDS = rf"(?:{_WHOLE})? ?duizend(?: ?(?:{_HUNDREDS}|(?:en ?)?(?:{_WHOLE})))?"

NUMBER = (
    rf"(?:(?<![\w.,])\d+(?:\.\d{{3}}\b)*(?:,\d+)?|"
    rf"(?<!\w)(?:{_THOUSANDS}|{_HUNDREDS}|{_SMALL})(?!\w))"
)
"""A regular expression for one number, in lower-case text."""


def number(text: str) -> float:
    """The value of what NUMBER matched."""
    if text[:1].isdigit():
        return float(text.replace(".", "").replace(",", "."))
    return _spoken(text.replace("hondert", "honderd").strip())


def _spoken(text: str) -> float:
    """The value of a number in words: "tweehonderd vijftig", "duizend en een"."""
    for word, times in (("duizend", 1000), ("honderd", 100)):
        before, found, after = (part.strip() for part in text.partition(word))
        if found:
            rest = after if after in WORDS else after.removeprefix("en").strip()
            return times * (_spoken(before) if before else 1.0) + (_spoken(rest) if rest else 0)
    return float(WORDS[text])
