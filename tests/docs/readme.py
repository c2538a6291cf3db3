"""What README shows is what happens: its blocks are replayed and compared, or written anew.

A block ```text client (or coach) is a conversation: its lines after "jij>" are said, and the
rest is what the bot answers. A block ```console is a command after "$" and what it prints.
"""

import re
import subprocess
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from bot.settings import ROOT
from caseload.models import Role
from tests.stack import Replies, Stack

README = ROOT / "README.md"
WIDTH = 96
YOU, BOT, INDENT = "jij> ", "bot> ", "     "
UNBROKEN = "\N{NO-BREAK SPACE}"
BLOCK = re.compile(r"^```(text client|text coach|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
VARYING = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d|(?<=\"confidence\": )[\d.]+")


@dataclass(frozen=True)
class Block:
    """One block as it stands in the file."""

    kind: str
    text: str
    start: int
    end: int


def blocks(readme: str) -> list[Block]:
    """Every block that can be replayed, in order."""
    return [Block(found[1], found[2], *found.span(2)) for found in BLOCK.finditer(readme)]


def replay(block: Block, stack: Stack) -> str:
    """Say or run again what a block says, and give the block as it is now."""
    if block.kind == "console":
        return _run(block, stack)
    said = [line.removeprefix(YOU) for line in block.text.splitlines() if line.startswith(YOU)]
    lines: list[str] = []
    with stack.talk(Role(block.kind.split()[1])) as talk:
        lines += _shown(talk.open())
        for text in said:
            lines += ["", YOU + text, *_shown(talk.say(text))]
    return "\n".join(lines) + "\n"


def steady(text: str) -> str:
    """The text without what differs from day to day: moments, and digits of a confidence."""
    return VARYING.sub("#", text)


def _run(block: Block, stack: Stack) -> str:
    command = block.text.splitlines()[0]
    ran = subprocess.run(
        ["bash", "-c", command.removeprefix("$ ")],
        cwd=ROOT,
        env=dict(stack.env),
        capture_output=True,
        text=True,
        check=True,
    )
    return f"{command}\n{ran.stdout}"


def _shown(replies: Replies) -> Iterator[str]:
    for number, reply in enumerate(replies):
        lines = [part for line in reply["text"].splitlines() for part in _wrapped(line)]
        for place, line in enumerate(lines):
            yield ((BOT if place + number == 0 else INDENT) + line).rstrip()
        if reply["buttons"]:
            yield from (INDENT + line for line in _wrapped(_titles(reply["buttons"])))


def _titles(buttons: list[dict[str, str]]) -> str:
    """All on one line, which may only be cut between two buttons."""
    return " ".join("[" + button["title"].replace(" ", UNBROKEN) + "]" for button in buttons)


def _wrapped(line: str) -> list[str]:
    parts = textwrap.wrap(line, WIDTH - len(INDENT), break_long_words=False)
    return [part.replace(UNBROKEN, " ") for part in parts] or [""]
