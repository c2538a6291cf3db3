"""The name of a client, in what a coach asks: a word with a capital that is no sentence's first.

Where that says little (a choice, a question about help) only what is said beside it makes a word
a name: there the names of firms, towns and languages stand too. A new case has no client yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.lang.nl.stop_words import STOP_WORDS

from components.data import read
from components.values.files import files
from components.values.found import Found, Heard
from components.values.instruments import is_help
from components.values.known_names import (
    REPORTS,
    is_known,
    known_names,
    prefixed,
    without_genitive,
)
from components.values.places import named_places

ABOUT_A_CLIENT = REPORTS | {
    "set_goal",
    "goals_list",
    "checkin_start",
    "progress_show",
    "invite_client",
    "third_party_score",
    "caseload_overview",
    "pause_prompts",
    "change_prompt_time",
}
AT_AN_HOUR = frozenset({"pause_prompts", "change_prompt_time"})
"""Intents in which a number is a time or a year, not that of a file."""
NARROWS = "refine_practical"
NAMES_HELP = frozenset(
    {"choose", "compare", "instrument_details", "rate_instrument", "explain_term", "why_this"}
)
"""Intents in which a word with a capital is rather the name of help."""
ASIDE = NAMES_HELP | {NARROWS, "diagnosis_instrument"}
"""Intents in which a coach may name whom it is about."""
_PARTICLE = r"(?:van|de|den|der|ter|ten|el|al)"
_NAME = re.compile(
    rf"(?<![\w'-])(?:[A-ZÀ-Þ]\. ?(?:{_PARTICLE} )*)?[A-ZÀ-Þ][\w'-]*[a-zà-ÿ]"
    rf"(?: (?:{_PARTICLE} )*[A-ZÀ-Þ][a-zà-ÿ]+)?(?![\w'])(?: [A-Z]\.(?= ))?"
)
_FIRST = re.compile(r"(?P<word>\S+) (?:[a-zà-ÿ]+ )*")
_SURNAME = re.compile(r"(?:(?P<sure>Van de[nr])|Van de|De[nr]?|El|Te[nr]|Van) [A-ZÀ-Þ]")
_TITLE = re.compile(r"\b(?:mw|mevr|mvr|dhr|mnr|kln?|cl|nr|fam)\.$", re.IGNORECASE)
_DOES = re.compile(
    r"^: |^ ?(?:=|→)|"
    r"^(?:'s)? (?:heeft|is|zit|zat|staat|stond|wil|gaat|ging|kan|kon|moet|doet|deed|krijgt|scoort|"
    r"was|had|mag|blijft|bleef|loopt|valt|viel|zegt|haalt|haalde|kwam|komt|overtrof|vindt|"
    r"toevoegen|uitnodigen|op (?:plus|min|nul|een|één|twee|drie|[0-3]|[+-]))(?!\w)"
)
_SCORED = re.compile(
    r"^ (?:een |'?n )?(?:plus|min|nul|één|twee|drie|vier|vijf|\d|[+-] ?\d)(?![\w])(?! keer|x)"
)
_FARED = re.compile(
    r"^ (?:(?:deze|vorige|afgelopen) week|iets|wel|wat|geen|nog|weer|ook|al|stil|een stap(?:je)?|"
    r"(?:de|het|'t|t)?zelfde|vooruit\w*|achteruit\w*|stilstand|verbeterd|verbetering|gegroeid|"
    r"gelijk|stabiel|terug\w*|beter|slechter|hoger|lager|(?:eind|tussen|nul)meting|doel)\b"
)
_HAS_GOAL = re.compile(r"^(?:'s)? (?:(?:haar|zijn|z'n|d'r) )?\w*doel\b")
_PERSON_DOES = re.compile(
    r"^ (?:wil|zoekt|woont|durft|slaapt|drinkt|piekert|spreekt|praat|snapt|vergeet|solliciteert|"
    r"heeft (?:\d+|een|twee|drie|vier|geen|nog nooit|altijd|schulden|moeite|last)|"
    r"is (?:klaar|[1-6]\d|bang|gestopt|moeder|vader)|komt (?:te laat|niet)|"
    r"zit (?:op|in|thuis|nog)|belt (?:nooit|niet)|statushouder|"
    r"kan (?:pas|(?:niet|geen|amper|nauwelijks) (?:\w+ )?\w+en))\b"
)
_WHOSE = re.compile(
    r"\b(?:klant|kandidaat|cli[eë]nte?|deelnemer|deelneemster|kln|cl|mw|mevr|mevrouw|dhr|mnr|"
    r"meneer|de heer|namens|(?:het )?(?:profiel|dossier|plan) van)\.? $|"
    r"\b(?:iets|aanbod|traject|first|doe|past|passend) (?:voor|vr|bij) $",
    re.IGNORECASE,
)
_TO_ME = re.compile(r" (?:me|mij|ons)\b")
_CHOSEN_FOR = re.compile(
    r"\b(?:\d|eerste|tweede|derde|laatste|vastleggen|noteren|opnemen|inplannen|het|geworden|wordt) "
    r"(?:voor|vr|bij) $"
)
_FOR_AT_HEAD = re.compile(r"^(?:voor|vr|bij) $", re.IGNORECASE)
_CHOOSES = re.compile(r"^(?: ?→|:| (?:kiest|gaat voor|neemt|pakt|krijgt|wil))(?!\w)")
_IS_CHOSEN = re.compile(
    r"^(?::| (?:gaan|kiezen|nemen|mag|wordt|graag|doe|de|het|kies|nummer|nr)\b)"
)
LONGEST_ABBREVIATION = 5


def is_name(words: str) -> bool:
    """Whether this can be somebody's name: no day, no month, and no word that everybody uses."""
    if words.isupper() and len(words) <= LONGEST_ABBREVIATION:
        return False
    word = words.casefold()
    return not (word in _ordinary() or word in STOP_WORDS)


def calls_me(after: str) -> bool:
    """Whether what is said after a name makes it a coach's: "kan Anja me bellen"."""
    return _TO_ME.match(after) is not None


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(read("geen_namen")["words"])


@cache
def _word_like() -> tuple[str, ...]:
    return tuple(read("geen_namen")["endings"])


def clients(heard: Heard) -> Iterator[Found]:
    """The entity `client`, as written; at the start only when the name does something."""
    if heard.intent not in ABOUT_A_CLIENT | ASIDE:
        return
    yield from files(heard, bare=heard.intent in ABOUT_A_CLIENT - AT_AN_HOUR)
    taken = [(place.start, place.end) for place in named_places(heard)]
    known = known_names(heard) if heard.intent in ABOUT_A_CLIENT else []
    for start, end in known:
        yield Found("client", heard.cased[start:end], start, end)
    taken += known
    for start, end in _names(heard.cased):
        inside = any(first < end and start < last for first, last in taken)
        whole = prefixed(heard.cased, start)
        can_be = whole < start or is_name(heard.cased[start:end])
        if not inside and can_be and _is_said_of(heard, start, end):
            name = without_genitive(heard.cased[whole:end], heard.text[end:])
            yield Found("client", name, whole, whole + len(name))


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Where words with a capital stand that may be a name: of "Voor Ahmed Yilmaz" the last two."""
    at = 0
    while match := _NAME.search(text, at):
        start, at = _start(match, text), match.end()
        if start > match.start() and (rest := _NAME.match(text, start)):
            at = rest.end()
        yield start, at


def _start(match: re.Match[str], text: str) -> int:
    """Where the name begins: in "Doelen van Hanneke" at the last word, in "De Vries" at "De"."""
    first = _FIRST.match(match[0])
    if first is None or _is_surname(match, text):
        return match.start()
    word = first["word"]
    opens = _opens(text, match.start())
    of_somebody = first[0].endswith(" van ") and not _DOES.search(text[match.end() :])
    common = not (is_name(word) or word.endswith("."))
    is_none = word.casefold() in _ordinary() or (opens and (of_somebody or common))
    return match.start() + (first.end() if is_none else 0)


def _is_surname(match: re.Match[str], text: str) -> bool:
    """Whether a name begins with "Van den" or "De": at the start only when it does something."""
    surname = _SURNAME.match(match[0])
    if surname is None:
        return False
    if surname["sure"] or not _opens(text, match.start()):
        return True
    return _DOES.search(text[match.end() :]) is not None


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here, so that a capital says nothing."""
    before = text[:start].rstrip()
    if _TITLE.search(before):
        return False
    return not before.strip(".!?\n") or before.endswith((".", "!", "?"))


def _is_said_of(heard: Heard, start: int, end: int) -> bool:
    """Whether a word with a capital here is somebody: by what is asked, or by what it does."""
    after = heard.cased[end:]
    name, opens = heard.text[start:end], _opens(heard.cased, start)
    if is_help(name) or calls_me(after):
        return False
    if heard.intent in ASIDE:
        return _is_named_aside(heard, start, end)
    if not opens or is_known(name) or _DOES.search(after):
        return True
    if heard.intent in REPORTS and _SCORED.search(after):
        return True
    if name.endswith(_word_like()):
        return False
    told = _FARED if heard.intent in REPORTS else _HAS_GOAL
    return told.search(after) is not None


def _is_named_aside(heard: Heard, start: int, end: int) -> bool:
    """Whether somebody is named in a case, a choice or a question about help."""
    before, after = heard.cased[:start], heard.cased[end:]
    opens = _opens(heard.cased, start)
    if _WHOSE.search(before):
        return True
    if heard.intent == NARROWS:
        does = opens and _PERSON_DOES.search(after) and not heard.text[start:end].endswith("en")
        meant = _FOR_AT_HEAD.search(before) and not heard.text[start:end].endswith(_word_like())
        headed = not before and after.startswith(": ")
        return bool(does or meant or headed)
    if heard.intent == "choose" and (
        _CHOSEN_FOR.search(before) or (opens and _CHOOSES.search(after))
    ):
        return True
    return bool(_FOR_AT_HEAD.search(before) and _IS_CHOSEN.search(after))
