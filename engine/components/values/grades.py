"""Grades from 1 to 10 for an instrument, and levels of a goal's scale."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.numbers import NUMBER, number

RATES = "rate_instrument"
SCORES = frozenset({"checkin_score", "correct_score"})
HIGHEST_LEVEL = 3  # of a goal's scale; a higher number is a grade

_UNIT = (
    r"(?! ?(?:x\b|keer|dag|uur|u\b|wk|week|weken|maand|mnd|jaar|euro|kilo|km|min|%|procent|"
    r"mensen|klanten|van de|sterren))"
)
_SMALL = r"(?<!\w)(?<!mijn )(?<!m\'n )(?<!mn )(?:een|vier|vijf|zes|zeven|acht|negen|tien)t?je\b"
_GRADE = re.compile(
    rf"(?P<number>(?<![\w.,])\d+[.,]\d\b|{NUMBER}(?: en een half)?|{_SMALL})(?!\w){_UNIT}"
)
_GRADED = re.compile(r"\b(?:rapport)?cijfer(?: van| is|:)? (?:een )?$")
_POINTED = re.compile(r"\b(?:nummer|nr\.?|optie|de|die)\s$")
_OF_SCALE = re.compile(r"\bvan (?:de )?$")
_DENIED = re.compile(r"\b(?:niet|nie|geen|ipv|in plaats van|i\.p\.v\.)(?: een| op| naar)? $")
_ARTICLES = frozenset({"een", "n", "'n"})

_SIGNED = re.compile(
    r"(?<![\w.,])(?P<sign>[+-] ?|plus |min )(?P<number>[0-3]|nul|een|één|twee|drie)(?!\w)"
)
_BARE_LEVEL = re.compile(
    r"(?<![\w.,+-])(?<!week )(?P<number>[0-3]|nul|twee|drie)(?![\w,.]\w)(?=\s*(?:[.,;!?)]|$)|"
    r"\s(?:zijn|van(?! de)|deze|gehaald|denk|dan|hoor|helaas|ipv|in plaats|maar|geen|dat|"
    r"graag|aub)\b)"
)


def grades(heard: Heard) -> Iterator[Found]:
    """The entity `cijfer`: 1 to 10, halves and tenths as well."""
    for match in _GRADE.finditer(heard.text):
        before, said = heard.text[: match.start()], match["number"]
        graded = bool(_GRADED.search(before))
        if not graded and (heard.intent not in {RATES, *SCORES} or said in _ARTICLES):
            continue
        if any(pattern.search(before) for pattern in (_POINTED, _OF_SCALE, _DENIED)):
            continue
        grade = _grade(said)
        told = said[0].isdigit() and grade > HIGHEST_LEVEL
        if heard.intent in SCORES and not graded and not told:
            continue
        if 1 <= grade <= 10:
            yield Found("cijfer", int(grade) if grade.is_integer() else grade, *match.span())


def _grade(said: str) -> float:
    """The number of `said`; "een zesje" is a 6 and "zeven en een half" a 7.5."""
    whole = said.removesuffix(" en een half")
    if whole != said:
        return number(whole) + 0.5
    if said.endswith("je"):
        return number(said.removesuffix("je").removesuffix("t"))
    return number(said.replace(".", ","))


def levels(heard: Heard) -> Iterator[Found]:
    """The entity `level`; of "niet 2 maar 1" only the 1."""
    signed = list(_SIGNED.finditer(heard.text))
    bare = _BARE_LEVEL.finditer(heard.text) if heard.intent in SCORES and not signed else []
    for match in [*signed, *bare]:
        if _DENIED.search(heard.text[: match.start()]):
            continue
        level = int(number(match["number"]))
        minus = match.groupdict().get("sign", "").startswith(("-", "min"))
        yield Found("level", -level if minus else level, *match.span())
