"""A whole case that a coach types at once: where one begins, and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actions.dialogue import Step
from actions.hearing import HeardKenmerk
from actions.knowing import fits, says, tokens
from actions.turn import Turn

CASE_WORDS = 6
"""Words; a shorter message over a list is about the case that is on the screen."""

SHORTHAND = 2
"""Commas; after an age at the beginning so many parts are a case, however few the words."""

AGED = re.compile(
    r"\b(?:m|mn|v|vr|man|vrouw|mw|mevr|dhr|mnr|jongen|meisje)\.?,? (?:van )?\d\d\b"
    r"(?! ?(?:uur|weken|km|euro)\b)"
)
"""Somebody with an age, as a case begins: "vr 45", "mn 24", "man, 52"."""

_LEAD = re.compile(
    r"^(?:(?:ok|oke|oké|prima|goed|top|dank|bedankt|opnieuw|volgende|nieuwe|andere|casus|nu|dan)"
    r"[ ,.:!]+)*"
)
_PARTED = re.compile(
    r"[,;\n]|(?<!\bmevr)(?<!\bmw)(?<!\bdhr)(?<!\bmnr)(?<!\bfam)\.(?:\s|$)|\s[-–/|]\s|"
    r"\sen\s(?=(?:geen|niet|niets|liever|max|hooguit|start|binnen|alleen|wel|ook|graag)\b)",
    re.IGNORECASE,
)

OVER_A_LIST: frozenset[Step] = frozenset({"advice", "chosen"})
ASKED: frozenset[Step] = frozenset({"question", "chips"})
ANY_WORDS: frozenset[Step] = frozenset({"argument", "request"})
"""Steps where a sentence is asked: only the shorthand of a case is none."""


def is_new_case(turn: Turn) -> bool:
    """Whether a coach begins a case, over a list or instead of what is asked."""
    step = turn.dialogue.step
    if not turn.for_coach or turn.heard.pressed:
        return False
    if step in ANY_WORDS:
        return _in_shorthand(turn)
    announced = step in OVER_A_LIST | ASKED and says(turn, "new_case")
    return announced or (step in OVER_A_LIST and (_in_shorthand(turn) or _tells_of_somebody(turn)))


def _in_shorthand(turn: Turn) -> bool:
    """ "Vr 45, Tiel, taal zwak": an age at the beginning, and parts."""
    text = turn.heard.text.casefold()
    begin = _LEAD.match(text)
    aged = AGED.match(text, begin.end() if begin else 0)
    return aged is not None and text.count(",") >= SHORTHAND


def _tells_of_somebody(turn: Turn) -> bool:
    """A person and what is going on, in more than a few words."""
    text = turn.heard.text.casefold()
    if len(text.split()) < CASE_WORDS:
        return False
    person = tokens(text) & set(turn.phrases.words("new_person"))
    return bool(person and turn.heard.kenmerken) or bool(AGED.search(text))


def parts(text: str) -> list[str]:
    """The parts, in order; an abbreviation such as "mw." ends none."""
    return [part.strip() for part in _PARTED.split(text) if part.strip()]


def spelled_out(turn: Turn) -> Iterator[HeardKenmerk]:
    """The kenmerken that a part names in just the words that people use: "agressie".

    A diagnosis by itself tells no kenmerk, and "geen groep" is a condition.
    """
    heard = {kenmerk.code for kenmerk in turn.heard.kenmerken}
    for part in parts(turn.heard.text):
        if fits(turn, "no_group", part) or fits(turn, "case_diagnosis", part):
            continue
        for code, kenmerk in turn.taxonomy.kenmerken.items():
            named = part.casefold() in (word.casefold() for word in kenmerk.words)
            if named and code not in heard:
                heard.add(code)
                yield HeardKenmerk(code, 1.0, part)
