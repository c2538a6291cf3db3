"""A name of help that no example has, by what it is: "de rouwgroep", "dat koffieuurtje"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from components.data import read
from components.values.denied import denied
from components.values.found import Found, Heard
from components.values.ordinals import ordinal

ABOUT_HELP = frozenset(
    {"instrument_details", "compare", "why_this", "choose", "rate_instrument", "add_instrument"}
)
"""Intents in which a word for help names one; in a story it is only what somebody did."""

_BY_ITSELF = "training|cursus|workshop|traject|coaching|project|opleiding"
_NO_FIRST_WORD = (
    r"welke|volgens|tijdens|zonder|naast|tussen|gratis|kosten|geeft|krijg|start|begint|duurt|"
    r"vanuit|"
    r"binnen|moeten|waarom|wanneer|hoelang|waarvoor|eigen|geen|vond|vonden|tegen|andere|doelen|"
    r"nadelen|"
    r"voordelen|eisen|inhoud|zouden|konden|willen|kunnen|over|omdat|waar|prijs|onder|rapportcijfer|cijfer|locatie|adres|startdat(?:a|um)|bewijs|duur|"
    r"doorlooptijd|looptijd|deelnemers|aanbieder|voorwaarden|instroomeisen|aanmelding|aanmelden|"
    r"nummer|vergelijk|beoordeling|onderbouwing|ervaring(?:en)?|resultaten|minpunten|pluspunten"
)
_LEAD = re.compile(
    r"^(?:(?:de|het|die|dat|deze|dit|een|'n|n|mijn|zo'n|zon|jouw|jullie|onze|van|met) )+"
)


_NO_BEFORE = re.compile(
    r"\b(?<!waarom )(?:niet|nie|geen|zonder|behalve)"
    r"(?: (?:weer|nog|meer|met|naar|de|die|dat|een|zo'n))* $"
)
_NO_AFTER = re.compile(r"^ (?:wil ik |hoeft |liever |doe ik |kan )?(?:niet|nie)(?: meer)?\W*$")
_LACKS = re.compile(
    r"\b(?:heb|hebt|heeft|hebben|had|hadden|krijg\w*|kreeg|volg\w*|deed|kan|kon|is er|was er)"
    r"(?: \w+){0,3} $"
)


def instruments(heard: Heard) -> Iterator[Found]:
    """The entity `instrument`: a compound that ends in a word of `engine/data/hulpwoorden.yml`."""
    if heard.intent not in ABOUT_HELP:
        return
    for match in _named().finditer(heard.text):
        yield Found("instrument", match[0], *match.span())


def is_help(words: str) -> bool:
    """Whether these words name help by what it is: "jobs-training"."""
    return _named().search(words) is not None


def refused_help(heard: Heard) -> Iterator[Found]:
    """Help that is said no to in any message: "geen taaltraining"; what somebody lacks is none."""
    help_named = (
        Found("instrument", match[0], *match.span()) for match in _refusable().finditer(heard.text)
    )
    yield from denied(heard.text, help_named, is_refused)


def is_refused(before: str, after: str) -> bool:
    """Whether there is a no to help that is named between these; not where it is lacking."""
    no = _NO_BEFORE.search(before)
    return bool(_NO_AFTER.match(after) or (no and not _LACKS.search(before[: no.start()])))


@cache
def _refusable() -> re.Pattern[str]:
    heads = "|".join(sorted(read("hulpwoorden")["refused"], key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?!groeps?|privé|basis)[\w-]{{3,}}(?:{heads})(?![\w-])")


@cache
def _named() -> re.Pattern[str]:
    heads = "|".join(sorted(read("hulpwoorden")["heads"], key=len, reverse=True))
    others = (
        r"(?:maan|dins|woens|donder|vrij|zater|zon|feest|over)dag\w*|doelgroep(?:en)?|proefles|vandaag|middag|"
        r"effect\w*onderzoek"
    )
    about = r"(?: omgaan met \w+)?"
    return re.compile(
        rf"(?<![\w-])(?!(?:{_NO_FIRST_WORD})\b)(?:[\w-]{{5,}}(?<![^i]e)|cv|vca|nt2|ict) "
        rf"(?:{_BY_ITSELF})(?![\w-])"
        rf"|(?<![\w-])(?!(?:{others})\b)[\w-]{{3,}}(?:{heads})(?![\w-]){about}"
        rf"|(?<![\w-])(?:training|cursus|workshop) omgaan met \w+"
    )


def without_article(words: str) -> str:
    """The name alone: "die fietscursus" is a fietscursus."""
    return _LEAD.sub("", words.lower()).removesuffix(" na") if ordinal(words) is None else words
