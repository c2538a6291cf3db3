"""The scales on which goals are scored, from one checked data file."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, model_validator

from store.datafile import Problem, Record, Source, load_data_file

FILE = Path(__file__).parent / "data" / "scales.yml"

DEFAULT = "doelenmeter"

Meaning = Literal["worse", "start", "less", "goal", "more", "much_more"]
"""What a level is, whatever its number; worst first."""
MEANINGS: tuple[Meaning, ...] = get_args(Meaning)

Text = Annotated[str, Field(min_length=1)]


class Sign(Record):
    """What a client may see in place of a number."""

    plain: Text
    smiley: Text
    stars: Text
    light: Text


class Level(Record):
    """One step of a scale."""

    level: int | Literal["A", "B", "C", "D", "E"]
    """As people write it: a number or a letter."""
    meaning: Meaning
    label: Text
    """The official name."""
    number: int = 0
    """As it is stored and drawn; of a level that is a number, that number."""

    @model_validator(mode="before")
    @classmethod
    def _number(cls, data: Any) -> Any:
        """Take the number from the level, or ask for it beside a letter."""
        if not isinstance(data, dict) or "level" not in data:
            return data
        if isinstance(data["level"], int):
            if "number" in data:
                raise ValueError("a level that is a number has another one; remove number")
            return data | {"number": data["level"]}
        if "number" not in data:
            raise ValueError("a letter has no number; add number")
        return data


class Scale(Record):
    """Levels in order, the worst first."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,24}$")]
    name: Text
    described: Literal["every", "goal"]
    levels: Annotated[tuple[Level, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """Check that levels go up one by one, and that their meanings do."""
        numbers = [level.number for level in self.levels]
        if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise ValueError("levels do not go up one by one; put the worst first")
        meanings = [MEANINGS.index(level.meaning) for level in self.levels]
        if sorted(set(meanings)) != meanings or not {"start", "goal"} <= self.meanings.keys():
            raise ValueError("meanings do not go from worse to better; put them in order")
        return self

    @property
    def meanings(self) -> Mapping[Meaning, int]:
        """The number of each meaning, worst first."""
        return {level.meaning: level.number for level in self.levels}

    @property
    def written(self) -> Mapping[Meaning, int]:
        """The number of each level that has a text of its own in every goal, worst first."""
        every = self.described == "every"
        return {meaning: n for meaning, n in self.meanings.items() if every or meaning == "goal"}

    @property
    def needed(self) -> frozenset[int]:
        """Levels that every goal describes; the one below the start may be switched off."""
        return frozenset(number for meaning, number in self.written.items() if meaning != "worse")

    def at(self, number: int) -> Level:
        """Give the level with this number. Raises KeyError where there is none."""
        return {level.number: level for level in self.levels}[number]

    def check(self, texts: Mapping[int, str]) -> None:
        """Check the level texts of a goal. Raises ValueError that names the level and the fault."""
        if extra := sorted(texts.keys() - set(self.written.values())):
            raise ValueError(f"level {extra[0]} is not described on {self.name}")
        if gone := sorted(self.needed - texts.keys()):
            raise ValueError(f"level {gone[0]} has no text")
        words = [_plain(texts[number]) for number in sorted(texts)]
        if "" in words:
            raise ValueError(f"level {sorted(texts)[words.index('')]} has an empty text")
        if len(set(words)) != len(words):
            raise ValueError("two levels have the same text")

    def spoken(self, texts: Mapping[int, str]) -> dict[int, str]:
        """Give what people choose from: number and words of every level in use, worst first."""
        if self.described == "goal":
            signs = load_signs()
            return {
                level.number: texts.get(level.number, signs[level.meaning].plain)
                for level in self.levels
            }
        return {number: texts[number] for number in sorted(texts)}


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are the same to a reader: no level may say what another says."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


class _File(Record):
    meanings: Mapping[Meaning, Sign]
    scales: Annotated[tuple[Scale, ...], Field(min_length=1)]


@cache
def load() -> Mapping[str, Scale]:
    """Give every scale by its code. Raises DataFileError, which names line and mend."""
    return MappingProxyType({scale.code: scale for scale in _read(FILE).scales})


@cache
def load_signs() -> Mapping[Meaning, Sign]:
    """Give smiley, stars, light and plain words of every meaning, worst first."""
    return MappingProxyType({meaning: _read(FILE).meanings[meaning] for meaning in MEANINGS})


def as_json() -> dict[str, Any]:
    """Give every scale as plain JSON values: levels with their labels, the worst first."""
    return {
        scale.code: {
            "levels": [{"level": level.level, "label": level.label} for level in scale.levels]
        }
        for scale in load().values()
    }


def as_text() -> str:
    """Give every scale as lines for a screen: its name, and below it each level with its label."""
    return "\n".join(
        "\n".join([scale.name, *(f"{level.level:>4}  {level.label}" for level in scale.levels)])
        for scale in load().values()
    )


@cache
def _read(path: Path) -> _File:
    return load_data_file(path, _File, rules=(_complete,), nouns={"scales": "scale"})


def _complete(source: Source, file: _File) -> Iterator[Problem]:
    for meaning in MEANINGS:
        if meaning not in file.meanings:
            yield source.problem(("meanings",), f"have no {meaning}", "add it")
    codes = [scale.code for scale in file.scales]
    for position, code in enumerate(codes):
        if code in codes[:position]:
            yield source.problem(("scales", position, "code"), "stands here twice", "change one")
    if DEFAULT not in codes:
        yield source.problem(("scales",), f"have no {DEFAULT}, the default", "add it")
