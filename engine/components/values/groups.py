"""Target groups, only when the word itself is said; an age is none."""

import re
from collections.abc import Iterator

from components.values.denied import denied
from components.values.found import Found, Heard
from components.values.phrases import phrases

_DENIED = re.compile(
    r"\b(?:niet|nie|geen|zonder|behalve)"
    r"(?: (?:voor|met|bij|alleen|speciaal|echt|meer|een|de|groep))* $"
)


def groups(heard: Heard) -> Iterator[Found]:
    """The entity `doelgroep`, from `engine/data/doelgroepen.yml`; "niet voor jongeren" is none."""
    no = frozenset(denied_groups(heard))
    return (group for group in _named(heard) if group not in no)


def denied_groups(heard: Heard) -> Iterator[Found]:
    """The groups that somebody is not of, or that it should not be for."""
    yield from denied(heard.text, _named(heard), _says_no)


def _named(heard: Heard) -> list[Found]:
    found = phrases(heard, "doelgroep", "doelgroepen")
    return sorted(found, key=lambda group: group.start)


def _says_no(before: str, after: str) -> bool:
    del after
    return _DENIED.search(before) is not None
