"""What a person can work on: routes, groups and kenmerken, from one checked data file."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from store.datafile import Problem, Record, Source, load_data_file

DEFAULT = Path(__file__).parent / "data" / "kenmerken.yml"

ROUTES, GROUPS, KENMERKEN = 3, 5, 29
"""How many there are; instruments, reports and the bronbestand count on it."""

Text = Annotated[str, Field(min_length=1)]
Button = Annotated[str, Field(min_length=1, max_length=28)]
Chip = Annotated[str, Field(min_length=1, max_length=32, pattern=r"^[a-z]")]
Title = Annotated[str, Field(min_length=1, max_length=24)]


class Route(Record):
    """One of the three ways to work, and what it puts first."""

    code: Literal["A", "B", "C"]
    policy: Literal["life_first", "human_capital_first", "work_first"]
    label: Text
    button: Button
    explanation: Text


class Group(Record):
    """A family of kenmerken."""

    code: Annotated[str, Field(pattern=r"^[1-9]$")]
    label: Text
    button: Button


class ClientQuestion(Record):
    """A question to a client, in plain (B1) and in simple (A2) words."""

    plain: Text
    simple: Text


class CoachQuestion(Record):
    """A question to a coach; words of the trade are fine."""

    plain: Text


class Questions(Record):
    """The same question for whoever answers it."""

    client: ClientQuestion
    coach: CoachQuestion


class Answer(Record):
    """An answer to tap, and whether the person then wants to work on it."""

    title: Title
    means: Literal["wanted", "refused"]


class Kenmerk(Record):
    """One thing to work on: its names, its question and what it means."""

    code: Annotated[str, Field(pattern=r"^[1-9](\.[1-9]){1,2}$")]
    group: str
    label: Text
    """The official name, for coaches and files."""
    chip: Chip
    """Plain words that fit a button and follow "werken aan"."""
    words: Annotated[tuple[Text, ...], Field(min_length=12)]
    """What people say when they mean this."""
    question: Questions
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=3)]
    explanation: Text
    examples: Annotated[tuple[Text, ...], Field(min_length=3)]
    sensitive: bool
    """Asked with a word that skipping is fine."""


class _File(Record):
    routes: Annotated[tuple[Route, ...], Field(min_length=ROUTES, max_length=ROUTES)]
    groups: Annotated[tuple[Group, ...], Field(min_length=GROUPS, max_length=GROUPS)]
    kenmerken: Annotated[tuple[Kenmerk, ...], Field(min_length=KENMERKEN, max_length=KENMERKEN)]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Everything in the file, in its order; kenmerken by their code."""

    routes: tuple[Route, ...]
    groups: tuple[Group, ...]
    kenmerken: Mapping[str, Kenmerk]


@cache
def load(path: Path = DEFAULT) -> Taxonomy:
    """Read and check the file, once a process.

    Raises DataFileError, which names file, line and mend of every problem.
    """
    nouns = {"routes": "route", "groups": "group", "kenmerken": "kenmerk"}
    rules = (_codes_are_unique, _kenmerken_fit_their_group, _answers_differ, _words_are_unique)
    file = load_data_file(path, _File, rules=rules, nouns=nouns)
    by_code = {kenmerk.code: kenmerk for kenmerk in file.kenmerken}
    return Taxonomy(file.routes, file.groups, MappingProxyType(by_code))


def _codes_are_unique(source: Source, file: _File) -> Iterator[Problem]:
    codes: Mapping[str, list[str]] = {
        "routes": [route.code for route in file.routes],
        "groups": [group.code for group in file.groups],
        "kenmerken": [kenmerk.code for kenmerk in file.kenmerken],
    }
    for part, listed in codes.items():
        for position, code in enumerate(listed):
            if code in listed[:position]:
                yield source.problem((part, position, "code"), "stands here twice", "change one")


def _kenmerken_fit_their_group(source: Source, file: _File) -> Iterator[Problem]:
    groups = {group.code for group in file.groups}
    for position, kenmerk in enumerate(file.kenmerken):
        where = ("kenmerken", position, "group")
        if kenmerk.group not in groups:
            known = ", ".join(sorted(groups))
            yield source.problem(where, f"{kenmerk.group} does not exist", f"choose one of {known}")
        elif not kenmerk.code.startswith(f"{kenmerk.group}."):
            mend = f"make it {kenmerk.code[0]}, as its code says"
            yield source.problem(where, f"is {kenmerk.group}", mend)


def _answers_differ(source: Source, file: _File) -> Iterator[Problem]:
    for position, kenmerk in enumerate(file.kenmerken):
        where = ("kenmerken", position, "answers")
        for meaning in {"wanted", "refused"} - {answer.means for answer in kenmerk.answers}:
            yield source.problem(where, f"have none that means {meaning}", "add one")
        titles = Counter(answer.title.casefold() for answer in kenmerk.answers)
        for title in (title for title, times in titles.items() if times > 1):
            yield source.problem(where, f"say {title!r} twice", "give each its own title")


def _words_are_unique(source: Source, file: _File) -> Iterator[Problem]:
    """Hold that a phrase leads to one kenmerk, so that nobody has to guess which was meant."""
    seen: dict[str, str] = {}
    for position, kenmerk in enumerate(file.kenmerken):
        for place, phrase in enumerate(kenmerk.words):
            if first := seen.get(phrase.casefold()):
                where = ("kenmerken", position, "words", place)
                what = f"is {phrase!r}, which already stands under kenmerk {first}"
                yield source.problem(where, what, "keep it under one")
            seen[phrase.casefold()] = kenmerk.code
