"""Which words a B1 reader knows: by how often Dutch uses them, or from a reviewed list."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field
from wordfreq import zipf_frequency

from store.datafile import ROOT, Record, load_data_file
from tests.texts.sentences import words

Reader = Literal["client", "coach", "operator"]
READERS: tuple[Reader, ...] = ("client", "coach", "operator")

RARE = 3.0
"""Below this Zipf frequency (once in a million words) a word is rare."""
RARE_PART = 3.6
"""A part of a compound must be more common: it has to be recognised inside a longer word."""
RARE_SHORT_PART = 4.8
"""A part of three letters must be common indeed: dag, bus, les; not art or car."""
_SHORTEST_PART = 3
_SHORTEST_PREFIX = 2
_LINKS = ("", "s", "e", "en", "n")
_PREFIXES = frozenset({"af", "in", "na", "om", "op"})
"""Parts of two letters, as in afmaken and opmeten."""
_DOUBLE_VOWEL = re.compile(r"([aeou])\1([^aeiou])$")
"""The end of maak in maken, of spreek in spreken."""
_ENDINGS = ("", "t", "d", "e", "en", "n", "s", "er", "je", "jes", "'s")

ALLOWED = Path(__file__).parent / "allowed_words.yml"
JARGON = Path(__file__).parent / "jargon.yml"
INSTRUMENTS = ROOT / "catalogue" / "data" / "instruments"

Word = Annotated[str, Field(min_length=1)]


class Group(Record):
    """Words that are allowed for one reason, to everybody or to some readers only."""

    why: Annotated[str, Field(min_length=20)]
    readers: tuple[Reader, ...] = READERS
    words: Annotated[tuple[Word, ...], Field(min_length=1)]


class AllowedFile(Record):
    """The reviewed list."""

    groups: Mapping[str, Group]


class JargonFile(Record):
    """Words of the trade and stiff words, each with the plain word to use."""

    trade: Mapping[str, Word]
    """Not to clients, unless the same text explains it. A * stands for any ending."""
    stiff: Mapping[str, Word]
    """To nobody."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is allowed to one reader."""

    words: frozenset[str]
    capitals: frozenset[str]
    """Words that are written in capitals, such as VOG."""
    names: tuple[str, ...]
    """Names of more than one word, longest first: they count as one."""

    def rare(self, word: str) -> bool:
        """Whether a B1 reader may not know this word."""
        return any(
            part not in self.words and rare(part)
            for part in _parts_at_hyphens(word)
            if word.lower() not in self.words
        )


def rare(word: str) -> bool:
    """Whether a word in lower case is seldom used, nor made of words that are often used."""
    return not (_form_is_used(word, RARE) or _is_compound(word))


@cache
def vocabulary(reader: Reader) -> Vocabulary:
    """Read the allowed words for this reader, and the names of providers in the catalogue."""
    allowed = [
        word for group in allowed_file().groups.values() if reader in group.readers
        for word in group.words
    ]  # fmt: skip
    names = sorted({*allowed, *_providers()}, key=len, reverse=True)
    single = {word.lower() for name in names for word in (name, *words(name))}
    return Vocabulary(
        words=frozenset(single),
        capitals=frozenset(word for word in allowed if word.isupper()),
        names=tuple(name for name in names if " " in name),
    )


@cache
def allowed_file() -> AllowedFile:
    """Read the reviewed list of allowed words."""
    return load_data_file(ALLOWED, AllowedFile)


@cache
def jargon_file() -> JargonFile:
    """Read the words of the trade."""
    return load_data_file(JARGON, JargonFile)


def _providers() -> Iterator[str]:
    for path in sorted(INSTRUMENTS.glob("*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("provider: "):
                yield line.removeprefix("provider: ").strip("\"'")


def _parts_at_hyphens(word: str) -> list[str]:
    return [part for part in word.lower().replace("/", "-").split("-") if len(part) > 1]


@cache
def _is_compound(word: str) -> bool:
    """Whether the word is two or more words that are in common use, with or without a link."""
    for at in range(_SHORTEST_PREFIX, len(word) - _SHORTEST_PART + 1):
        head, rest = word[:at], word[at:]
        stems = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
        if any(map(_is_part, stems)) and (_is_part(rest) or _is_compound(rest)):
            return True
    return False


def _is_part(word: str) -> bool:
    if len(word) <= _SHORTEST_PART:
        return word in _PREFIXES or (len(word) == _SHORTEST_PART and _used(word, RARE_SHORT_PART))
    return _form_is_used(word, RARE_PART)


@cache
def _form_is_used(word: str, bound: float) -> bool:
    """Whether the word or another form of it (piekert, piekeren) is used often enough."""
    if _used(word, bound):
        return True
    stems = {word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)}
    stems |= {_DOUBLE_VOWEL.sub(r"\1\2", stem) for stem in stems}
    long_enough = (stem for stem in stems if len(stem) > _SHORTEST_PART)
    return any(_used(stem + ending, bound) for stem in long_enough for ending in _ENDINGS)


@cache
def _used(word: str, bound: float) -> bool:
    return zipf_frequency(word, "nl") >= bound
