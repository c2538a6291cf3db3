"""Commands of `./keuzehulp` in this process: starting Python anew takes most of the time."""

from collections.abc import Callable
from dataclasses import dataclass

Run = Callable[..., "Done"]


@dataclass
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str
