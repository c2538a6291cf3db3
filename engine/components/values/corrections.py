"""A value that is taken back in the same message: "op vrijdag, eh nee, toch zaterdag"."""

from __future__ import annotations

import re
from itertools import pairwise

from components.values.found import Found, Heard

SCORE = frozenset({"level", "cijfer"})
"""Both are the score where somebody tells how it went."""
ONE_AT_A_TIME = (
    SCORE,
    *(
        {kind}
        for kind in ("dag", "direction", "gemeente", "max_kosten", "max_weken", "start", "tijd")
    ),
)
"""Kinds of which somebody means one."""
CHOOSES = "choose"
CORRECTS = "correct_score"

_TAKEN_BACK = re.compile(
    r"\b(?:(?:eh|ehm|o|oh|ah|pardon),? (?:nee|wacht)|nee|neen|ho|wacht|sorry|pardon|foutje?|fout|"
    r"verkeerd|vergist?\w*|correctie|ik bedoel(?:de)?|bedoel ik|klopt niet|"
    r"(?:het|dat|'t|t) (?:moet|moest)|(?:moet|moest) (?:zijn|worden)|"
    r"doe (?:toch )?maar|maak (?:er|daar)|liever|zeg|toch maar|of toch|nou vooruit)\b"
)
_WAS = re.compile(r"\b(?:was|waren|stond|stonden)(?: \w+)?(?: op| een)? $")
_NOW = re.compile(r"\bnu\b")
_FORMER = re.compile(
    r"\b(?:(?<!het )(?<!dat )(?<!\bt )was|stond|had|ipv|in plaats van|niet|nie|geen)"
    r"(?: (?:ik|hij|ze|zij|je|er|nog|eerst))?(?: op| een| u?n| de)? (?:plus |min |minus |[+-])?$"
)
_REMOVED = re.compile(r"^ (?:weg|eraf|eruit|klopt niet)\b")


def corrected(heard: Heard, found: list[Found]) -> list[Found]:
    """The values without those that words such as "nee" or "wacht" take back for a later one."""
    kinds = (*ONE_AT_A_TIME, {"instrument"}) if heard.intent == CHOOSES else ONE_AT_A_TIME
    dropped = {
        earlier
        for kind in kinds
        for earlier, later in pairwise([value for value in found if value.entity in kind])
        if _is_taken_back(heard.text, earlier, later)
    }
    if heard.intent == CORRECTS:
        for kind in (SCORE, {"direction"}):
            dropped |= _wrong(heard.text, [value for value in found if value.entity in kind])
    return [value for value in found if value not in dropped]


def _is_taken_back(text: str, earlier: Found, later: Found) -> bool:
    """Whether the later one is put in its place: "2, nee 3", "was een 8, nu een 5"."""
    if _TAKEN_BACK.search(text, earlier.end, later.start):
        return True
    past = _WAS.search(text[: earlier.start])
    return past is not None and _NOW.search(text, earlier.end, later.start) is not None


def _wrong(text: str, scores: list[Found]) -> set[Found]:
    """All but the one that it must become: the last that is not said to have been there."""
    right = [score for score in scores if not _is_former(text, score)] or scores
    return set(scores) - {*right[-1:]}


def _is_former(text: str, score: Found) -> bool:
    return bool(_FORMER.search(text[: score.start]) or _REMOVED.search(text[score.end :]))
