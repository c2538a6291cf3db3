"""Cut a text into sentences, and a sentence into words."""

import re
from collections.abc import Iterable, Iterator

_SHORT = r"bijv|o\.a|d\.w\.z|i\.p\.v|m\.b\.v|z\.s\.m|enz|etc|ca|max|min|incl|excl"
_TITLES = r"dhr|mw|mevr|dr|nr|tel"
_ABBREVIATION = re.compile(rf"\b(?:(?:{_SHORT})\.(?=\s+[a-z0-9{{])|(?:{_TITLES})\.)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?:…])[\"'”’)*_]*\s+")
_MESSAGE_END = re.compile(r"(?<=[.!?…])[\"'”’)*_]*\s+")
_VARIABLE_ALONE = re.compile(r"((?:^|[.!?:…]\s)\s*\{[^{}]*\})\s+(?=[A-ZÀ-Ý])")
_WORD = re.compile(
    r"""
      \{[^{}]*\}                              # a variable
    | \S+@\S+\w | https?://\S+                # a mail or web address
    | \w+(?:\.\w+)*\.(?:nl|com|org|example)\b
    | \b0\d{2,3}-\d[\d ]*\d                   # a telephone number
    | \d[\d.,:]*                              # a number, a time, an amount
    | --?\w+                                  # an option of a command
    | [^\W_]+(?:['’./-][^\W_]+)*\+?
    """,
    re.VERBOSE,
)


def sentences(text: str) -> list[str]:
    """Sentences as a reader takes them in; a colon, a new line and a list item end one too."""
    return list(_cut(text, _SENTENCE_END))


def said(text: str) -> int:
    """How many sentences a message says; a colon does not start a new one."""
    return sum(1 for _ in _cut(text, _MESSAGE_END))


def words(sentence: str, names: Iterable[str] = ()) -> list[str]:
    """The words, with a variable, a number, an address and each of these names as one."""
    for name in names:
        sentence = sentence.replace(name, name.replace(" ", "-"))
    return _WORD.findall(sentence)


def _cut(text: str, end: re.Pattern[str]) -> Iterator[str]:
    for line in text.splitlines():
        item = _BULLET.sub("", line)
        item = _VARIABLE_ALONE.sub(r"\1. ", item)
        whole = _ABBREVIATION.sub(lambda found: found[0][:-1], item)
        yield from (part.strip() for part in end.split(whole) if _WORD.search(part))
