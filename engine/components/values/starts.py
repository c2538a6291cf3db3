"""When it has to start, in the words said: "volgende maand", "vanaf september", "zsm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.numbers import NUMBER

REFINE = "refine_practical"
WRITTEN_OUT = {
    "zsm": "zo snel mogelijk",
    "z.s.m.": "zo snel mogelijk",
    "asap": "zo snel mogelijk",
    "vlg": "volgende",
    "vlgde": "volgende",
    "vlgnde": "volgende",
    "volg": "volgende",
    "wk": "week",
    "wkn": "weken",
    "mnd": "maand",
    "jan": "januari",
    "febr": "februari",
    "feb": "februari",
    "mrt": "maart",
    "apr": "april",
    "aug": "augustus",
    "sept": "september",
    "sep": "september",
    "okt": "oktober",
    "nov": "november",
    "dec": "december",
}

_MONTH = (
    r"(?:jan(?:uari)?|febr?(?:uari)?|maart|mrt|apr(?:il)?|mei|juni|juli|aug(?:ustus)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PERIOD = r"(?:week|wk|maand|mnd|jaar|kwartaal)"
_START = re.compile(
    rf"(?<!\w)(?:zsm|z\.s\.m\.|asap|zo (?:snel|gauw) mogelijk|per direct|direct|meteen|gelijk|"
    rf"(?:deze|dit|komende|volgende?|vlgn?de|vlg) {_PERIOD}|"
    rf"(?:na|voor) (?:de|het|mijn) (?:zomer(?:vakantie)?|vakantie|kerst|winter|herfst|lente)|"
    rf"(?:over|binnen) {NUMBER} (?:weken|week|wkn|wk|maand(?:en)?|mnd)|"
    rf"(?:(?:begin|half|eind|{NUMBER}) )?{_MONTH})(?!\w)"
)
_ABOUT_START = re.compile(
    r"\b(?<!op )(?:start\w*|begin(?:t|nen)?|beginne|vanaf|beschikbaar|inzetbaar|instromen|instroom|"
    r"aan de slag|terecht)\b"
)
_VAGUE = re.compile(r"direct|meteen|gelijk|binnen .*")


def starts(heard: Heard) -> Iterator[Found]:
    """The entity `start`, where somebody narrows or speaks of starting."""
    about_start = bool(_ABOUT_START.search(heard.text))
    for match in _START.finditer(heard.text):
        vague = _VAGUE.fullmatch(match[0]) is not None and heard.words > 3
        if about_start or (heard.intent == REFINE and not vague):
            said = " ".join(WRITTEN_OUT.get(word, word) for word in match[0].split())
            yield Found("start", said, *match.span())
