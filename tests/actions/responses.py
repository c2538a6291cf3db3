"""The words for people as Rasa picks them: a response, for a role and a wording."""

import itertools
import string
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
ROLES = ("client", "coach")
WORDINGS = ("plain", "simple")
READERS = tuple(itertools.product(ROLES, WORDINGS))

Variation = Mapping[str, Any]


def read_yaml(path: Path) -> Any:
    return YAML(typ="safe").load(path)


def load_responses() -> dict[str, Sequence[Variation]]:
    """Every response of data/responses with its variations; a name in two files is an error."""
    found: dict[str, Sequence[Variation]] = {}
    for path in sorted((ROOT / "data" / "responses").glob("*.yml")):
        for name, variations in read_yaml(path)["responses"].items():
            assert name not in found, f"{name} stands in two files"
            found[name] = variations
    return found


def matching(variations: Sequence[Variation], role: str, wording: str) -> list[Variation]:
    """What Rasa draws lots between: variations whose conditions hold, else those without any."""
    slots = {"role": role, "wording": wording}
    meant = [
        variation
        for variation in variations
        if variation.get("condition")
        and all(slots.get(one["name"]) == one["value"] for one in variation["condition"])
    ]
    return meant or [variation for variation in variations if not variation.get("condition")]


def variables(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


RESPONSES = load_responses()


def read(name: str, given: Mapping[str, str], role: str, wording: str = "plain") -> str:
    """What this reader sees; a variable that nobody filled in is an error, for Rasa shows it."""
    (variation,) = matching(RESPONSES[name], role, wording)
    text: str = variation["text"]
    missing = variables(text) - given.keys()
    assert not missing, f"{name} misses {', '.join(sorted(missing))}"
    return text.format_map(given)
