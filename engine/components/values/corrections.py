"""A value that is taken back in the same message: "op vrijdag, eh nee, toch zaterdag"."""

from __future__ import annotations

import re
from itertools import pairwise

from components.values.found import Found, Heard

ONE_AT_A_TIME = ("cijfer", "dag", "gemeente", "level", "max_kosten", "max_weken", "start", "tijd")
"""Kinds of which somebody means one."""
CHOOSES = "choose"

_TAKEN_BACK = re.compile(
    r"\b(?:(?:eh|ehm|o|oh|ah|pardon),? (?:nee|wacht)|nee|neen|ho|wacht|sorry|pardon|foutje?|fout|"
    r"verkeerd|vergist?\w*|correctie|ik bedoel(?:de)?|bedoel ik|klopt niet|"
    r"(?:het|dat|'t) (?:moet|moest)|"
    r"doe (?:toch )?maar|maak (?:er|daar)|liever|toch maar|of toch|nou vooruit)\b"
)


def corrected(heard: Heard, found: list[Found]) -> list[Found]:
    """The values without those that words such as "nee" or "wacht" take back for a later one."""
    kinds = (*ONE_AT_A_TIME, "instrument") if heard.intent == CHOOSES else ONE_AT_A_TIME
    dropped = {
        earlier
        for entity in kinds
        for earlier, later in pairwise([value for value in found if value.entity == entity])
        if _TAKEN_BACK.search(heard.text, earlier.end, later.start)
    }
    return [value for value in found if value not in dropped]
