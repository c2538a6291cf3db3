"""README is true.

`KEUZEHULP_UPDATE_DOCS=1 .venv/bin/python -m pytest tests/docs` writes its blocks anew.
"""

import os
import re

import pytest
import typer.main

from bot.cli import app
from bot.settings import PREFIX, ROOT, Settings
from tests.docs.readme import README, blocks, replay, steady
from tests.stack import Stack

GUIDE = ROOT / "docs" / "handleiding.md"
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def test_what_it_shows_is_what_happens(stack: Stack) -> None:
    readme = README.read_text(encoding="utf-8")
    now = [(block, replay(block, stack)) for block in blocks(readme)]
    changed = [(block, text) for block, text in now if steady(text) != steady(block.text)]
    if os.environ.get("KEUZEHULP_UPDATE_DOCS") == "1":
        for block, text in reversed(changed):
            readme = readme[: block.start] + text + readme[block.end :]
        README.write_text(readme, encoding="utf-8")
        return

    assert [block.kind for block, _ in now].count("console") >= 4
    assert {"text client", "text coach"} <= {block.kind for block, _ in now}
    assert [steady(text) for _, text in changed] == [steady(block.text) for block, _ in changed]


def test_every_command_is_explained() -> None:
    readme = README.read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]

    assert [name for name in commands if f"./keuzehulp {name}" not in readme] == []


def test_every_setting_is_explained() -> None:
    readme = README.read_text(encoding="utf-8")
    names = [PREFIX + name.upper() for name in Settings.model_fields]

    assert [name for name in names if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("page", [README, GUIDE], ids=lambda page: page.name)
def test_no_link_is_broken(page) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))

    assert links
    assert [link for link in links if not (page.parent / link).exists()] == []
