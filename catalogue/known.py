"""What is known so far about what somebody looks for: one immutable value, JSON in and out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any, Literal, Self

Form = Literal["alone", "group"]

KENMERK = "kenmerk:"
"""Prefix of the question id of a kenmerk: ``kenmerk:3.3``."""

PRACTICAL = ("gemeente", "doelgroepen", "form", "max_cost", "max_weeks", "max_wait")
"""Question ids of the practical conditions. Every question id is also the id of a condition."""

RULED_OUT = ("not_in", "unwanted")
"""Ids of what somebody says no to unasked: places and instruments. They are no questions."""

SETS = ("doelgroepen", *RULED_OUT)
"""Ids of conditions that are a set of values."""

WANTED = "wanted"
REFUSED = "refused"
"""The two answers to a kenmerk question that tell something."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that narrowing needs. ``None`` and empty mean: not known, so it excludes nothing.

    A refused kenmerk is never wanted: a no takes it out of what is wanted.
    """

    route: str | None = None
    wanted: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    gemeente: str | None = None
    also_in: frozenset[str] = frozenset()
    """Other places that are as good as `gemeente`."""
    not_in: frozenset[str] = frozenset()
    """Places that are not wanted: what is only there falls out."""
    unwanted: frozenset[str] = frozenset()
    """Codes of instruments that were said no to."""
    max_cost: int | None = None
    """Euro per person."""
    max_weeks: int | None = None
    """Weeks from first to last meeting."""
    max_wait: int | None = None
    """Weeks until it can start."""
    doelgroepen: frozenset[str] = frozenset()
    form: Form | None = None
    every_kenmerk: bool = False
    """Ask for all wanted kenmerken instead of at least one."""
    asked: tuple[str, ...] = ()
    """Ids of questions already put, in order."""
    open: frozenset[str] = frozenset()
    """Ids of questions answered "weet ik niet" or "zeg ik liever niet"."""
    said: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Kenmerk code to the person's own words."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "wanted", self.wanted - self.refused)
        object.__setattr__(self, "said", MappingProxyType(dict(self.said)))

    def answered(self, question: str, value: str | int) -> Self:
        """Put an answer in; the latest answer to a question counts.

        A kenmerk takes ``wanted`` or ``refused``, ``doelgroepen`` one more group. Raises
        ``ValueError`` for a question or an answer that does not exist.
        """
        asked = self.asked if question in self.asked else (*self.asked, question)
        known = replace(self, asked=asked, open=self.open - {question})
        if question.startswith(KENMERK) and value in (WANTED, REFUSED):
            code = {question.removeprefix(KENMERK)}
            if value == WANTED:
                return replace(known, wanted=self.wanted | code, refused=self.refused - code)
            return replace(known, wanted=self.wanted - code, refused=self.refused | code)
        if question == "doelgroepen":
            return replace(known, doelgroepen=self.doelgroepen | {str(value)})
        if question == "gemeente":
            known = replace(known, also_in=frozenset(), not_in=self.not_in - {str(value)})
        if question == "route" or question in PRACTICAL:
            return type(self).from_json(known.to_json() | {question: value})
        raise ValueError(f"no such answer: {question} = {value!r}")

    def skipped(self, question: str) -> Self:
        """Note "weet ik niet" or "zeg ik liever niet": asked, not answered, excludes nothing."""
        asked = self.asked if question in self.asked else (*self.asked, question)
        return replace(self.without(question), asked=asked, open=self.open | {question})

    def without(self, condition: str) -> Self:
        """Let one condition go: a question id, or ``kenmerken`` for all wanted ones.

        Raises ``ValueError`` for an id that does not exist.
        """
        if condition.startswith(KENMERK):
            code = {condition.removeprefix(KENMERK)}
            return replace(self, wanted=self.wanted - code, refused=self.refused - code)
        if condition == "kenmerken":
            return replace(self, wanted=frozenset())
        if condition in SETS:
            return self._with(**{condition: frozenset()})
        if condition == "gemeente":
            return replace(self, gemeente=None, also_in=frozenset())
        if condition == "route" or condition in PRACTICAL:
            return self._with(**{condition: None})
        raise ValueError(f"no such condition: {condition}")

    def _with(self, **changes: Any) -> Self:
        """The same with conditions changed that are named at run time."""
        return replace(self, **changes)

    def knows(self, question: str) -> bool:
        """Tell whether the question has an answer already, asked or told unasked."""
        if question.startswith(KENMERK):
            return question.removeprefix(KENMERK) in self.wanted | self.refused
        if question == "route" or question in (*PRACTICAL, *RULED_OUT):
            return getattr(self, question) not in (None, frozenset())
        raise ValueError(f"no such question: {question}")

    def to_json(self) -> dict[str, Any]:
        """Give plain JSON values; sets are sorted, so that equal values give equal text."""
        return {name.name: _plain(getattr(self, name.name)) for name in fields(self)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read what `to_json` gave; a missing key keeps its default.

        Raises ``ValueError`` that names every unknown key and every value of a wrong type.
        """
        if not isinstance(data, Mapping):
            raise ValueError("known: not an object")
        wrong = [key for key in data if key not in _READERS]
        wrong += [k for k, read in _READERS.items() if k in data and not read.accepts(data[k])]
        if wrong:
            raise ValueError(f"known: unknown or of a wrong type: {', '.join(map(str, wrong))}")
        return cls(**{key: _READERS[key].make(value) for key, value in data.items()})


def _plain(value: Any) -> Any:
    """Turn a value of a field into what JSON can hold."""
    match value:
        case frozenset():
            return sorted(value)
        case tuple():
            return list(value)
        case Mapping():
            return dict(sorted(value.items()))
    return value


@dataclass(frozen=True, slots=True)
class _Reader:
    """How one field is read from JSON."""

    accepts: Callable[[Any], bool]
    make: Callable[[Any], Any] = lambda value: value


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_words(value: Any) -> bool:
    return isinstance(value, Mapping) and all(map(_is_text, [*value, *value.values()]))


def _or_none(accepts: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or accepts(value)


_READERS = {
    "route": _Reader(_or_none(_is_text)),
    "wanted": _Reader(_is_texts, frozenset),
    "refused": _Reader(_is_texts, frozenset),
    "gemeente": _Reader(_or_none(_is_text)),
    "also_in": _Reader(_is_texts, frozenset),
    "not_in": _Reader(_is_texts, frozenset),
    "unwanted": _Reader(_is_texts, frozenset),
    "max_cost": _Reader(_or_none(_is_count)),
    "max_weeks": _Reader(_or_none(_is_count)),
    "max_wait": _Reader(_or_none(_is_count)),
    "doelgroepen": _Reader(_is_texts, frozenset),
    "form": _Reader(lambda value: value in (None, "alone", "group")),
    "every_kenmerk": _Reader(lambda value: isinstance(value, bool)),
    "asked": _Reader(_is_texts, tuple),
    "open": _Reader(_is_texts, frozenset),
    "said": _Reader(_is_words, dict),
}
