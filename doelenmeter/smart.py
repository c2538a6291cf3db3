"""Whether a goal is specific, measurable and has a date; what is missing comes as a question."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from store.datafile import Problem, Record, Source, load_data_file

FILE = Path(__file__).parent / "data" / "smart.yml"

Code = Literal["specific", "measurable", "when"]
Text = Annotated[str, Field(min_length=1)]


class Part(Record):
    """One thing that a good goal tells."""

    code: Code
    words: int = 0
    """Enough when this many words are left beside the empty ones; 0 asks for a pattern."""
    empty: frozenset[Text] = frozenset()
    patterns: tuple[Text, ...] = ()
    question: Text
    example: Text

    @model_validator(mode="after")
    def _can_be_told(self) -> Self:
        """Check that there is a way to tell it."""
        if not (self.words or self.patterns):
            raise ValueError("nothing can tell this part; add words or patterns")
        return self


class _File(Record):
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    numbers: Annotated[tuple[Text, ...], Field(min_length=1)]
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]

    def part(self, code: Code) -> Part:
        """Give one part."""
        return next(part for part in self.parts if part.code == code)


def missing(goal: str, *, measure: str = "", target: date | None = None) -> tuple[Part, ...]:
    """Give what a goal does not tell yet, in the order to ask for it.

    A way of measuring that was given beside it counts, and so does a target date. The date in a
    goal is no amount and says nothing about what somebody does.
    """
    known = _read(FILE)
    text = _plain(goal)
    rest = text
    for pattern in known.part("when").patterns:
        rest = _pattern(pattern, known).sub(" ", rest)
    said = {"specific": rest, "measurable": f"{rest}. {_plain(measure)}", "when": text}
    return tuple(
        part
        for part in known.parts
        if not (part.code == "when" and target) and not _told(part, said[part.code], known)
    )


def telling(text: str) -> tuple[str, ...]:
    """Give the words of a text that say what somebody does, in their order."""
    empty = _read(FILE).part("specific").empty
    return tuple(word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in empty)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _told(part: Part, text: str, known: _File) -> bool:
    if part.words and len(set(telling(text))) >= part.words:
        return True
    return any(_pattern(pattern, known).search(text) for pattern in part.patterns)


def _pattern(pattern: str, known: _File) -> re.Pattern[str]:
    for name, words in (("number", known.numbers), ("month", known.months)):
        pattern = pattern.replace(f"{{{name}}}", "|".join(map(re.escape, words)))
    return re.compile(pattern)


@cache
def _read(path: Path) -> _File:
    return load_data_file(path, _File, rules=(_every_part, _patterns_work), nouns={"parts": "part"})


def _every_part(source: Source, file: _File) -> Iterator[Problem]:
    codes = [part.code for part in file.parts]
    if sorted(codes) != sorted(get_args(Code)):
        yield source.problem(("parts",), f"are {', '.join(codes)}", "give each part once")


def _patterns_work(source: Source, file: _File) -> Iterator[Problem]:
    for position, part in enumerate(file.parts):
        for place, pattern in enumerate(part.patterns):
            try:
                _pattern(pattern, file)
            except re.error as error:
                where = ("parts", position, "patterns", place)
                yield source.problem(where, f"is no pattern ({error})", "correct it")
