"""Scores of a goal's scale: a level from -1 to 3, on GAS from -3 to +3; higher is a grade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard

SCORES = frozenset({"checkin_score", "correct_score"})
OF_OTHERS = "third_party_score"
HIGHEST_LEVEL = 3  # of a goal's scale; a higher number is a grade
SHORT = 4  # words: an answer to "how did it go?", whatever else it is taken for

_COUNTS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_VALUES = {word: value for value, word in enumerate(_COUNTS)} | {"één": 1, "eén": 1}
_RANKS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5}

_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = re.compile(rf"(?<![\w.,+/€-])(?P<number>10|\d|{_WORD})(?P<small>(?:l?et|t)?je)?(?![\w-])")
_SIGNED = re.compile(
    r"(?<![\w.,])(?P<sign>[+-] ?|plus |min |minus )(?P<number>[0-3]|nul|een|één|twee|drie)(?!\w)"
)
_RANKED = re.compile(
    rf"\b(?P<number>{'|'.join(_RANKS)}) (?:vakje|trede|trap|smiley|gezichtje|niveau|balkje)\b"
)
_NAMED_LEVEL = re.compile(
    r"(?<!taal)(?<!mbo )\b(?:niveau|level|stand) (?P<number>[0-3]|nul|een|één|twee|drie)\b"
)
_SCALE = r"(?:score|scoort|niveau|level|stand|trede|schaal|cijfer)"
_ON_SCALE = re.compile(rf"(?:{_SCALE}(?: is| van|:)? |\been |[,:=] ?|^)$")
_LEAD = re.compile(
    rf"(?:\b(?:een|u?n|op|naar|bij(?: de)?|zet|geef|noteer|maak|maak er|wordt|werd|dikke|"
    rf"magere|krappe|ruime|nette|{_SCALE}(?: is| van|:)?)|"
    r"'n|[=:>→]) ?$"
)
_GIVEN = re.compile(
    r"\b(?:op(?: een| de)?|met een|geeft(?: \S+){0,3}(?: een)?|gaf(?: \S+){0,3}(?: een)?|een|n|"
    r"scoort|zegt|"
    r"vindt|noteert|score|niveau|level|cijfer|naar) $|[:=] $"
)
_OTHER = re.compile(
    r"(?:\b(?:(?<!deze )week|wk|doel|doel (?:was|is)|vraag|fase|punt|groep|klas|mbo|kind|mijn|m'n|"
    rf"half|om|laatste|eerste|alle|zelfs|(?:van|uit) de|(?:\d|{_WORD}) (?:van|uit|op))|/) $"
)
_COUNTED = re.compile(
    r" ?(?:x|keer|maal|uur|u|wk|week|maand|mnd|jaar|jr|dag|euro|kilo|km|minu\w*|mensen|"
    r"jan\w*|feb\w*|maart|april|mei|ju[nl]i|aug\w*|sept?\w*|okt\w*|nov\w*|dec\w*|"
    r"(?!rekenen|uitkomen|halen|eindigen|opschrijven|zetten|staan|willen|komen|hangen|moeten|maken|worden|invullen|noteren|vastleggen|geven|houden|"
    r"binnen|helaas|sinds|wegens|wezen|eens|dus|was|is|als)"
    r"[a-zë]{2,}(?:en|ën|s|jes))(?!\w)| ?[%€]|[:.,]\d"
)
_CLOSES = re.compile(
    r"\s*(?:[.,](?!\d)|[:;!?)]|$)|\s(?:zijn|van(?! de)|deze|gehaald|gegaan|denk|dan|hoor|"
    r"helaas|ipv|in plaats|maar|dus|geen|dat|graag|aub|svp|op (?!\d|tijd|school|één|het rekest)\w+|"
    r"staan|staat|blijft|gebleven|geworden|zetten|zet|invullen|invoeren|omdat|want|en|voor|vr|bij|nu|vandaag|"
    r"zou|bedoel\w*|bedoelde|dacht|vind|vond|lijkt|wordt|werd|geef|geeft|krijgt|mee|noteren|"
    r"gewoon|zoals|net (?:als|zo)|had (?:ik|het) (?:\w+ )?(?:moeten|willen|bedoeld|gezegd)|"
    r"ongeveer|ofzo|of zo|als|was|is|moet|moest|moeten|wezen|geloof|worden|hoort|maken)\b"
)
_OF_FIVE = re.compile(
    r"(?: ?/ ?| (?:punt(?:je|en|jes)? )?(?:van|uit|op) (?:de )?)(?:5|vijf)(?! \w+en\b| keer)(?!\w)"
)
_DENIED = re.compile(
    r"\b(?:niet|nie|geen|ipv|in plaats van|i\.p\.v\.)(?: een| u?n| op| naar| de)? "
    r"(?:niveau |level )?$"
)
_OF_SCHOOL = re.compile(
    r"\b(?:zoon|dochter|kind|kleinkind|kleinzoon)\w* (?:\w+ )?(?:had|haalde|kreeg) (?:een |n )?$"
)
_FOR_EXAM = re.compile(
    r" (?:op|voor|bij) (?:(?:de|het|mijn|m'n|een|zijn|haar) )?\w*"
    r"(?:toets|examen|tentamen|proefwerk|dictee|overhoring)(?:en)?\b"
)
_ENDS = re.compile(r"\s*(?:[.,!?;]|$)")
_LEFT = re.compile(r"\bvan (?:een )?$")
_GOES_ON = re.compile(r"^ (?:naar|tot|en (?:nu|sta|zit))\b")


def levels(heard: Heard) -> Iterator[Found]:
    """The entities `level` and `cijfer`; of "niet 2 maar 1" and of "van 2 naar 1" only the 1."""
    for match in _scores(heard):
        before, after = heard.text[: match.start()], heard.text[match.end() :]
        if _DENIED.search(before) or (_LEFT.search(before) and _GOES_ON.search(after)):
            continue
        score = _value(match["number"])
        minus = (match.groupdict().get("sign") or "").startswith(("-", "min"))
        entity = "level" if score <= HIGHEST_LEVEL else "cijfer"
        yield Found(entity, -score if minus else score, match.start("number"), match.end())


def _value(said: str) -> int:
    return int(said) if said.isdigit() else {**_VALUES, **_RANKS}[said]


def _scores(heard: Heard) -> list[re.Match[str]]:
    """Scores with a sign; without one where there are none, and after them as their correction."""
    reports = heard.intent in SCORES or heard.intent == OF_OTHERS
    signed = [
        match
        for match in _SIGNED.finditer(heard.text)
        if reports or not (match["sign"].endswith(" ") and _COUNTED.match(heard.text, match.end()))
    ]
    last = signed[-1].end() if signed else 0
    return signed + [match for match in _unsigned(heard) if match.start() >= last]


def _unsigned(heard: Heard) -> Iterator[re.Match[str]]:
    if heard.intent == OF_OTHERS:
        yield from (match for match in _NUMBER.finditer(heard.text) if _is_given(heard, match))
    elif heard.intent in SCORES:
        yield from _RANKED.finditer(heard.text)
        yield from (match for match in _NUMBER.finditer(heard.text) if _is_score(heard, match))
    elif heard.words <= SHORT:
        yield from _NAMED_LEVEL.finditer(heard.text)


def _is_given(heard: Heard, match: re.Match[str]) -> bool:
    """Whether somebody else gives it: "zijn begeleider zegt een 2", "scoort hem op 1"."""
    before, after = heard.text[: match.start()], heard.text[match.end() :]
    said = _GIVEN.search(before) and not _COUNTED.match(after)
    return bool(said) and match["number"] != "een" and not _OTHER.search(before)


def _is_score(heard: Heard, match: re.Match[str]) -> bool:
    """Whether a number is said as a score: "op 2", "een drie", "4 van de 5", "Noor 2"."""
    before, after = heard.text[: match.start()], heard.text[match.end() :]
    if _OTHER.search(before) or _OF_SCHOOL.search(before) or _FOR_EXAM.match(after):
        return False
    if match["number"] == "een":
        return bool(_ON_SCALE.search(before) and _ENDS.match(after))
    led = _LEAD.search(before) and not _COUNTED.match(after)
    return bool(led or _CLOSES.match(after) or _OF_FIVE.match(after))
