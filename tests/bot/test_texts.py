import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.settings import ROOT
from bot.texts import load, say

CODE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))


def keys(texts: dict[str, Any], path: str) -> Iterator[str]:
    for name, value in texts.items():
        if isinstance(value, dict):
            yield from keys(value, f"{path}.{name}")
        else:
            yield f"{path}.{name}"


def test_every_text_that_the_code_names_exists() -> None:
    known = {key for file in ("texts", "cli", "telegram") for key in keys(load(file), file)}
    named = set(re.findall(r'say\(\s*"([a-z_.]+)"', CODE))

    assert len(named) > 30
    assert named <= known


def test_a_text_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("texts.gateway.nothing")
    with pytest.raises(KeyError):
        say("texts.gateway")


def test_a_variable_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("texts.gateway.too_long")
