"""Commands of `./keuzehulp`: mostly in this process, for starting Python takes most of the time."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from bot.settings import ROOT

Run = Callable[..., "Done"]


@dataclass
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def keuzehulp(*words: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the real thing, from another folder."""
    return subprocess.run(
        [ROOT / "keuzehulp", *words],
        input=typed,
        env=os.environ | {f"KEUZEHULP_{name}": value for name, value in settings.items()},
        capture_output=True,
        encoding="utf-8",
        cwd="/",
        timeout=120,
        check=False,
    )
