"""Clauses that say a problem is not there, or not any more.

A negation alone says little: "ik kan niet slapen" and "geen werk" are problems. Only a denied
problem counts, or something that is said to go well. The words are in `data/denials.yml`.
"""

import re
from functools import cache

from components.data import read


def is_denied(clause: str) -> bool:
    """Whether the lower-case `clause` says that what it names is no problem."""
    return any(pattern.search(clause) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = read("denials")
    problem, area = ("|".join(map(re.escape, words[kind])) for kind in ("problems", "areas"))
    return tuple(
        re.compile(rf"\b(?:{pattern.format(problem=problem, area=area)})\b")
        for pattern in words["patterns"]
    )
