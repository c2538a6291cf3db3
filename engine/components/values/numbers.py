"""Dutch numbers in digits and in words."""

from __future__ import annotations

import re

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
            below[f"{one}{joint}{ten}"] = below[f"{one}en{ten}"] = small[one] + value
    hundreds = {f"{word}honderd": 100 * small[word] for word in (_ONES + _TEENS)[2:]}
    thousands = {f"{word}duizend": 1000 * small[word] for word in _ONES[2:]}
    aliases = {"één": 1, "eén": 1, "n": 1, "'n": 1, "anderhalf": 1.5, "anderhalve": 1.5}
    return {**below, **hundreds, **thousands, **aliases, "honderd": 100, "duizend": 1000}


WORDS = _words()
_ALTERNATIVES = "|".join(map(re.escape, sorted(WORDS, key=len, reverse=True)))

NUMBER = rf"(?:(?<![\w.,])\d+(?:\.\d{{3}}\b)*(?:,\d+)?|(?<!\w)(?:{_ALTERNATIVES})(?!\w))"
"""A regular expression for one number, in lower-case text."""


def number(text: str) -> float:
    """The value of what NUMBER matched."""
    if text in WORDS:
        return float(WORDS[text])
    return float(text.replace(".", "").replace(",", "."))
