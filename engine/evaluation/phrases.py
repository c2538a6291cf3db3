"""The evaluation phrases in `tests/nlu/`: one file a stratum."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

NOT_STRATA = frozenset({"recorded.yml", "known_failures.yml"})


@dataclass(frozen=True)
class Phrase:
    """What somebody says and what a careful werkcoach hears in it."""

    text: str
    who: str
    intent: str
    kenmerken: frozenset[str]
    entities: frozenset[tuple[str, str]] | None
    """Name and value, each value of a list by itself; None where nobody labelled them."""
    stratum: str


def load(folder: Path) -> list[Phrase]:
    """All phrases, stratum by stratum."""
    return [
        _phrase(entry, file.stem)
        for file in sorted(folder.glob("*.yml"))
        if file.name not in NOT_STRATA
        for entry in read(file)
    ]


def read(file: Path) -> Any:
    """What a YAML file holds."""
    return YAML(typ="safe").load(file)


def pairs(entities: dict[str, Any]) -> frozenset[tuple[str, str]]:
    """Names and values; lists are taken apart, and letters are compared without capitals."""
    return frozenset(
        (name, str(value).lower())
        for name, values in entities.items()
        for value in (values if isinstance(values, list) else [values])
    )


def _phrase(entry: dict[str, Any], stratum: str) -> Phrase:
    return Phrase(
        text=entry["text"],
        who=entry["who"],
        intent=entry["intent"],
        kenmerken=frozenset(entry["kenmerken"]),
        entities=pairs(entry["entities"]) if "entities" in entry else None,
        stratum=stratum,
    )
