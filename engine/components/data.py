"""Word lists: one YAML file a topic in `engine/data/`."""

from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).resolve().parent.parent / "data"


@cache
def read(name: str) -> Any:
    """The contents of `engine/data/<name>.yml`."""
    return YAML(typ="safe").load(FOLDER / f"{name}.yml")
