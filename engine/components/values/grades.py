"""Grades from 1 to 10 for an instrument, and levels of a goal's scale."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.numbers import NUMBER, number

RATES = "rate_instrument"
SCORES = frozenset({"checkin_score", "correct_score"})
HIGHEST_LEVEL = 3  # of a goal's scale; a higher number is a grade
SHORT = 4  # words: an answer to "how did it go?", whatever else it is taken for

_UNIT = (
    r"(?! ?(?:x\b|keer|dag|uur|u\b|wk|week|weken|maand|mnd|jaar|jr\b|euro|kilo|km|minu|%|procent|"
    r"mensen|klanten|van de (?!10|tien)|sterren|"
    r"(?!dus|was|is|als|eens|ons|soms|geven|vinden|alles|niets|tegen|plus|anders|meteen|tussen|"
    r"wegens|minstens|punten|hebben|zijn|houden|binnen|maken|zetten|staan|worden|invullen|noteren)"
    r"[a-zë]{2,}(?:en|ën|s|tjes|jes)\b))"
)
_SMALL = (
    r"(?<!\w)(?<!mijn )(?<!m\'n )(?<!mn )"
    r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)t?je\b"
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

_DIGIT = r"(?P<number>[0-3]|nul|één|twee|drie)"
_SIGNED = re.compile(
    r"(?<![\w.,])(?P<sign>[+-] ?|plus |min |minus )(?P<number>[0-3]|nul|een|één|twee|drie)(?!\w)"
)
_END = (
    r"(?=\s*(?:[.,;!?)]|$)|\s(?:zijn|van(?! de)|deze|gehaald|gegaan|denk|dan|hoor|helaas|ipv|"
    r"in plaats|"
    r"maar|dus|"
    r"geen|dat|graag|aub|svp|op de|op een|staan|staat|blijft|gebleven|geworden|zetten|zet|invullen|"
    r"omdat|want|en|voor|bij|nu|vandaag|ongeveer|ofzo|of zo|als|was|is)\b)"
)
_BARE_LEVEL = re.compile(rf"(?<![\w.,+/-])(?<!week ){_DIGIT}(?![\w,.]\w)(?!\w){_END}")
_NAMED_LEVEL = re.compile(
    r"(?<!taal)(?<!mbo )\b(?:niveau|level|stand) (?:[0-3]|nul|een|één|twee|drie)\b"
)
_LEFT = re.compile(r"\bvan $")
_GOES_ON = re.compile(r"^ (?:naar|tot)\b")


def grades(heard: Heard) -> Iterator[Found]:
    """The entity `cijfer`: 1 to 10, halves and tenths as well."""
    for match in _GRADE.finditer(heard.text):
        before, said = heard.text[: match.start()], match["number"]
        graded = bool(_GRADED.search(before))
        is_article = said in _ARTICLES and (not graded or _COUNT.match(heard.text, match.end()))
        if is_article or not (graded or heard.intent in {RATES, *SCORES}):
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


def levels(heard: Heard) -> Iterator[Found]:
    """The entity `level`; of "niet 2 maar 1" and of "van 2 naar 1" only the 1."""
    for match in _levels(heard):
        before, after = heard.text[: match.start()], heard.text[match.end() :]
        if _DENIED.search(before) or (_LEFT.search(before) and _GOES_ON.search(after)):
            continue
        level = int(number(match["number"]))
        minus = (match.groupdict().get("sign") or "").startswith(("-", "min"))
        yield Found("level", -level if minus else level, match.start("number"), match.end())


def _levels(heard: Heard) -> list[re.Match[str]]:
    """Levels with a sign; without one where there are none, and after them as their correction."""
    signed = list(_SIGNED.finditer(heard.text))
    last = signed[-1].end() if signed else 0
    return signed + [match for match in _unsigned(heard) if match.start() >= last]


def _unsigned(heard: Heard) -> Iterator[re.Match[str]]:
    if heard.intent in SCORES:
        yield from _BARE_LEVEL.finditer(heard.text)
    elif heard.words <= SHORT and (named := _NAMED_LEVEL.search(heard.text)):
        yield from re.compile(r"(?P<number>[0-3]|nul|een|één|twee|drie)\b").finditer(
            heard.text, named.start()
        )
