"""Levels that are typed in one go: "-2 niks, -1 1x per week, 0 2x, +1 3x"."""

import re
from collections.abc import Mapping

FEWEST = 3
"""So many levels make a list; fewer may be amounts."""

_SEPARATORS = ",;/|\n"
_NUMBER = re.compile(r"(?<![\w.,:+-])(?P<sign>[+-] ?)?(?P<number>\d)(?=\s|[:=)]|\.\s)")
_AROUND = " \t:=).-–" + _SEPARATORS


def read(words: str) -> Mapping[int, str]:
    """Give the text of each level by its number; empty where words are no list of levels.

    The numbers go up or down one by one, and are not all above 0: "1. bellen, 2. mailen" are
    steps of something else. A number in a text is none of them: without a sign before it a level
    begins a part.
    """
    text = words.replace("−", "-")
    first = next(_NUMBER.finditer(text), None)
    if first is None:
        return {}
    found = max((_chain(text, first, step) for step in (1, -1)), key=len)
    if len(found) < FEWEST or min(map(_value, found)) > 0:
        return {}
    ends = [mark.start() for mark in found[1:]] + [len(text)]
    texts = {
        _value(mark): " ".join(text[mark.end() : end].strip(_AROUND).split())
        for mark, end in zip(found, ends, strict=True)
    }
    return texts if all(any(map(str.isalnum, told)) for told in texts.values()) else {}


def _chain(text: str, first: re.Match[str], step: int) -> list[re.Match[str]]:
    """The numbers that follow on the first one by one."""
    chain = [first]
    for mark in _NUMBER.finditer(text, first.end()):
        if _value(mark) == _value(chain[-1]) + step and (mark["sign"] or _begins(text, mark)):
            chain.append(mark)
    return chain


def _begins(text: str, mark: re.Match[str]) -> bool:
    """Whether a number without a sign begins a part; a 0 does where nothing separates them."""
    separated = any(sign in text for sign in _SEPARATORS)
    before = text[: mark.start()].rstrip(" \t")[-1:]
    return before in tuple(_SEPARATORS) or (mark["number"] == "0" and not separated)


def _value(mark: re.Match[str]) -> int:
    return int(mark["number"]) * (-1 if (mark["sign"] or "").startswith("-") else 1)
