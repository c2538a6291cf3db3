"""The word that somebody wants explained: "wat is een jobcoach", "wat betekent coping"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard

EXPLAIN = "explain_term"

_TAIL = (
    r"(?: (?:eigenlijk|precies|ook (?:al)?weer|nou(?: weer)?|nu|dan|toch|ook|hier|allemaal|ofzo|"
    r"voor iets|voor iemand))*"
)
_ARTICLE = r"(?:(?:een|de|het|'n|n|die|dat|t) )?"
_NAME = r"[\w][\w'-]*(?: [\w'-]+){0,3}?"
_ASKS = (
    r"wat? (?:is|zijn|was|beteken(?:t|d|en)?|houdt|wordt bedoeld met|"
    r"bedoel(?:en|t|de)? (?:je|jij|jullie|u|ze) met)(?: nou| eigenlijk| precies| dat| nu)?"
)
_TERM = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_ASKS} {_ARTICLE}['\"]?(?P<term>{_NAME})['\"]?{_TAIL}(?: in)?\s*(?:[?.!,]|$)",
        rf"^['\"]?(?P<term>{_NAME})['\"]?,? wat (?:is|beteken|bedoel|houdt dat in)",
        rf"\bwat is dat woord (?P<term>{_NAME})$",
        rf"^(?P<term>{_NAME}),? (?:dit woord )?(?:ik )?(?:begrijp|snap|ken) (?:ik )?niet",
        rf"\bover (?P<term>{_NAME}), wat is dat\b",
        rf"\bleg(?: me| mij)?(?: eens| even)? uit wat {_ARTICLE}(?P<term>{_NAME}) (?:is|bete)",
        rf"\bleg(?: me| mij)?(?: eens| even)? {_ARTICLE}(?P<term>{_NAME})(?: eens| even)? uit\b",
        rf"\b(?:kun|kan|wil) je {_ARTICLE}(?P<term>{_NAME})(?: eens| even)? uitleggen\b",
        rf"\b(?:uitleg|definitie|betekenis|afkorting|begrip)(?: van)? "
        rf"{_ARTICLE}(?P<term>{_NAME})\W*$",
        rf"^['\"]?(?P<term>{_NAME})['\"]? is wat\b",
        rf"^(?P<term>{_NAME}) betekenis$",
        rf"^(?P<term>{_NAME}),? (?:hoe (?:leg|zeg) ik|hoe zat dat|waar staat (?:die|dat) voor)\b",
        rf"\b(?:afkorting|woord) (?P<term>{_NAME}),? (?:wat|waar|hoe)\b",
        rf"\bover (?P<term>{_NAME})[.,]? wat is dat\b",
        rf"\bwaar staat (?P<term>{_NAME}) voor\b",
        rf"\b(?:snap|begrijp|ken|weet) (?:het |dit |dat )?woord (?P<term>{_NAME}) niet",
        rf"\bwoord (?P<term>{_NAME}) (?:snap|begrijp|ken) ik niet",
        rf"\bwat {_ARTICLE}(?P<term>{_NAME}) (?:betekent|is)$",
        rf"^(?P<term>{_NAME})\?+$",
    )
)
_PRONOUNS = frozenset(
    [
        "da",
        "dat",
        "dit",
        "het",
        "daarmee",
        "hiermee",
        "er",
        "die",
        "deze",
        "ik",
        "je",
        "wat",
        "woord",
        "snap",
    ]
)


def terms(heard: Heard) -> Iterator[Found]:
    """The entity `term`, in lower case and without its article."""
    if heard.intent != EXPLAIN:
        return
    for pattern in _TERM:
        match = pattern.search(heard.text)
        if match and not _PRONOUNS.intersection(match["term"].split()):
            yield Found("term", match["term"], *match.span("term"))
            return
