"""Every word that a person reads, from the data files."""

from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

DATA = Path(__file__).parent / "data"


@cache
def load(name: str) -> dict[str, Any]:
    """Read one file of texts: `texts` for the conversation and the page, `cli` for commands."""
    with (DATA / f"{name}.yml").open(encoding="utf-8") as file:
        texts: dict[str, Any] = YAML(typ="safe").load(file)
    return texts


def say(key: str, **values: object) -> str:
    """Give the text at `file.group.name`, with its {variables} filled in.

    Raises KeyError for a text that does not exist or a variable that was not given.
    """
    file, *path = key.split(".")
    found: Any = load(file)
    for part in path:
        found = found[part]
    if not isinstance(found, str):
        raise KeyError(key)
    return found.format_map(values).strip()
