"""Grades from 1 to 10 for an instrument."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.levels import SCORES
from components.values.numbers import NUMBER, number

RATES = "rate_instrument"

_UNIT = (
    r"(?! ?(?:x\b|keer|dag|uur|u\b|wk|week|weken|maand|mnd|jaar|jr\b|euro|kilo|km|minu|%|procent|"
    r"mensen|klanten|van (?:mijn|m'n|mn|onze|de|hun) (?:\w+ )?(?:klanten|mensen|kandidaten|"
    r"deelnemers|"
    r"cli[eë]nten)|van de (?!10|tien)(?:\d|\w+ (?:keer|dagen|mensen|klanten))|sterren(?! van)|"
    r"(?!rekenen|uitkomen|eindigen|halen|noemen|schatten|uitdelen|afronden|steken|hangen|overhouden|opschrijven|dus|was|is|als|eens|ons|soms|geven|krijgen|verdienen|scoren|vinden|toekennen|plakken|waarderen|blijven|komen|gaan|doen|eten|alles|niets|tegen|plus|anders|meteen|tussen|"
    r"beoordelen|belonen|becijferen|afsluiten|wegens|minstens|punten|hebben|zijn|houden|binnen|maken|zetten|staan|worden|invullen|noteren|"
    r"helaas|sterren)"
    r"[a-zë]{2,}(?:en|ën|s|tjes|jes)\b))"
)
_SMALL = (
    r"(?<!\w)(?<!mijn )(?<!m\'n )(?<!mn )"
    r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|[1-9])t?je\b"
)
_GRADE = re.compile(
    rf"(?P<number>(?<![\w.,/])\d+[.,]\d\b|{NUMBER}(?:½| en een half| komma {NUMBER})?|{_SMALL})"
    rf"(?!\w){_UNIT}"
)
_GRADED = re.compile(r"\b(?:rapport)?cijfer(?: van| is|:|tje)?,? (?:een )?$")
_POINTED = re.compile(r"\b(?:nummer|nr\.?|optie|de|die|keuze|week|fase|module|deel)\s$")
_OF_SCALE = re.compile(
    r"(?:\bvan (?:de )?|/ ?|\buit (?:de )?|\b(?:van|tussen) (?:de )?(?:1|een|één) (?:tot|en|t/m) "
    r"(?:en met )?)$|schaal (?:van|tot) $"
)
_COUNT = re.compile(rf" {NUMBER}")
_DENIED = re.compile(r"\b(?:niet|nie|geen|ipv|in plaats van|i\.p\.v\.)(?: een| op| naar)? $")
_ARTICLES = frozenset({"een", "n", "'n"})


def grades(heard: Heard) -> Iterator[Found]:
    """The entity `cijfer` for help that was had: 1 to 10, halves and tenths as well."""
    for match in _GRADE.finditer(heard.text):
        before, said = heard.text[: match.start()], match["number"]
        graded = bool(_GRADED.search(before))
        is_article = said in _ARTICLES and (not graded or _COUNT.match(heard.text, match.end()))
        if is_article or not (graded or heard.intent in {RATES, *SCORES}):
            continue
        if any(pattern.search(before) for pattern in (_POINTED, _OF_SCALE, _DENIED)):
            continue
        grade = _grade(said)
        if heard.intent in SCORES and grade.is_integer():
            continue  # of a goal's scale, in levels.py
        if 1 <= grade <= 10:
            yield Found("cijfer", int(grade) if grade.is_integer() else grade, *match.span())


def _grade(said: str) -> float:
    """The number of `said`; "een zesje" is a 6, "zeven en een half" and "7½" are a 7.5."""
    for half in (" en een half", "½"):
        if said.endswith(half):
            return number(said.removesuffix(half)) + 0.5
    if " komma " in said:
        whole, tenth = said.split(" komma ")
        return number(whole) + number(tenth) / 10
    if said.endswith("je"):
        return number(said.removesuffix("je").removesuffix("t"))
    return number(said.replace(".", ","))
