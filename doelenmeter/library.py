"""Standard goals to start from: by kenmerk, type and group of people, every level written out."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field
from rapidfuzz import fuzz, utils

from doelenmeter import scales
from doelenmeter.goals import Draft
from doelenmeter.smart import telling
from store.datafile import Problem, Record, Source, load_data_files

FOLDER = Path(__file__).parent / "data" / "standard_goals"

Type = Literal["gedrag", "leren", "regelen", "contact", "zoeken", "gezondheid", "welzijn"]
"""What somebody does to get there."""

LIKE = 64
"""Score (0 to 100) from which words are taken to resemble a goal."""

Text = Annotated[str, Field(min_length=1)]


class StandardGoal(Record):
    """A goal with the text of each level of the Doelenmeter; people change it as they like."""

    code: Annotated[str, Field(pattern=r"^[1-9](\.[1-9]){1,2}-[a-z]$")]
    """The kenmerk and a letter."""
    kenmerk: Text
    type: Type
    doelgroep: Text | None
    """Whom it was written for; None is everybody."""
    title: Annotated[str, Field(min_length=1, max_length=60)]
    also: tuple[Text, ...] = ()
    """What people call such a goal."""
    setting: Text
    measure: Text
    levels: Mapping[int, Text]

    def draft(self) -> Draft:
        """Give it as the words of a goal."""
        return Draft(self.title, self.setting, self.measure, self.levels)


class _File(Record):
    goals: Annotated[tuple[StandardGoal, ...], Field(min_length=1)]


def load() -> Mapping[str, StandardGoal]:
    """Give every standard goal by its code, in the order of the kenmerken.

    Raises DataFileError, which names file, line and mend of every problem.
    """
    return _read(FOLDER)


def find(
    *,
    kenmerk: str | None = None,
    type: Type | None = None,
    doelgroepen: frozenset[str] = frozenset(),
) -> tuple[StandardGoal, ...]:
    """Give the goals of a kenmerk and a type, first those for the groups somebody belongs to.

    Goals for other groups are left out; None asks for every kenmerk or type.
    """
    fitting = (
        goal
        for goal in load().values()
        if kenmerk in (None, goal.kenmerk)
        and type in (None, goal.type)
        and (goal.doelgroep is None or goal.doelgroep in doelgroepen)
    )
    return tuple(sorted(fitting, key=lambda goal: goal.doelgroep is None))


def like(words: str, *, least: float = LIKE) -> tuple[StandardGoal, ...]:
    """Give the goals that these words resemble, by title or as people say it, likeliest first.

    ``least`` is a score from 0 to 100.
    """
    scored = [
        (max(_likeness(name, words) for name in (found.title, *found.also)), found)
        for found in load().values()
    ]
    likely = sorted((one for one in scored if one[0] >= least), key=lambda one: -one[0])
    return tuple(found for _, found in likely)


def _likeness(text: str, words: str) -> float:
    """Compare the words that tell something, whole or in part."""
    one, other = (" ".join(telling(utils.default_process(said))) for said in (text, words))
    return (fuzz.token_sort_ratio(one, other) + fuzz.token_set_ratio(one, other)) / 2


@cache
def _read(folder: Path) -> Mapping[str, StandardGoal]:
    files = load_data_files(
        sorted(folder.glob("*.yml")),
        _File,
        rules=(_codes_fit, _levels_fit),
        nouns={"goals": "goal"},
    )
    return MappingProxyType({goal.code: goal for file in files for goal in file.goals})


def _codes_fit(source: Source, file: _File) -> Iterator[Problem]:
    """Hold that a code is the kenmerk of the goal, in the file of its group, and there once."""
    codes = [goal.code for goal in file.goals]
    for position, goal in enumerate(file.goals):
        where = ("goals", position, "code")
        if goal.code in codes[:position]:
            yield source.problem(where, "stands here twice", "give it the next letter")
        if goal.code.partition("-")[0] != goal.kenmerk:
            yield source.problem(where, f"is not of kenmerk {goal.kenmerk}", "correct one of them")
        if goal.code[0] != source.path.name[0]:
            mend = f"move it to the file of group {goal.code[0]}"
            yield source.problem(where, "is of another group", mend)


def _levels_fit(source: Source, file: _File) -> Iterator[Problem]:
    """Hold that every level is written out, -1 too: switching it off is up to people."""
    scale = scales.load()[scales.DEFAULT]
    for position, goal in enumerate(file.goals):
        where = ("goals", position, "levels")
        for number in sorted(set(scale.meanings.values()) - goal.levels.keys()):
            yield source.problem(where, f"have no {number}", "write it out")
        try:
            scale.check(goal.levels)
        except ValueError as fault:
            yield source.problem(where, f"do not fit: {fault}", "correct them")
