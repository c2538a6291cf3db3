"""Which values a no rules out: of "niet in Tiel of Buren" both, of "niet Tiel maar Buren" one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from components.values.found import Found

_JOINT = re.compile(r",? (?:en|of|noch|en/of) (?:ook )?(?:in |voor |met |een |de )?| ?/ ?")
_YET = re.compile(r"^ (?:wel|mag|kan|is|lijkt|past|graag)\b")


def denied(
    text: str, found: Iterable[Found], says_no: Callable[[str, str], bool]
) -> frozenset[Found]:
    """Those with a no before or behind them, and those that "of" or "en" joins to one.

    `says_no` tells it of the words before and after a value.
    """
    runs: list[list[Found]] = []
    for value in sorted(found, key=lambda one: one.start):
        before = runs[-1][-1] if runs else None
        if before and _is_joined(text, before, value):
            runs[-1].append(value)
        else:
            runs.append([value])
    return frozenset(
        value
        for run in runs
        if any(says_no(text[: one.start], text[one.end :]) for one in run)
        for value in run
    )


def _is_joined(text: str, before: Found, value: Found) -> bool:
    between = text[before.end : value.start]
    return _JOINT.fullmatch(between) is not None and _YET.match(text[value.end :]) is None
