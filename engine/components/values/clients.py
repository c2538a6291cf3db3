"""The name of a client, in what a coach asks: a word with a capital that is no sentence's first.

In a case ("Fatuma kan niet lezen") only what is said beside it makes a word a name: there the
names of firms, towns and languages stand too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.lang.nl.stop_words import STOP_WORDS

from components.values.found import Found, Heard
from components.values.places import places

ABOUT_A_CLIENT = frozenset(
    {
        "set_goal",
        "goals_list",
        "checkin_start",
        "checkin_score",
        "correct_score",
        "progress_show",
        "invite_client",
        "third_party_score",
        "caseload_overview",
        "choose",
        "pause_prompts",
        "change_prompt_time",
    }
)
CASES = frozenset(
    {"find_instrument", "refine_practical", "diagnosis_instrument", "rate_instrument"}
)
"""Intents in which a coach may name whom it is about."""
_NAME = re.compile(
    r"(?<![\w'-])(?:[A-ZÀ-Þ]\. ?(?:(?:van|de|den|der|el|al) )*)?[A-ZÀ-Þ][\w'-]*[a-zà-ÿ]"
    r"(?: (?:(?:van|de|den|der|ter|ten|el|al) )*[A-ZÀ-Þ][a-zà-ÿ]+)?(?![\w'])"
)
_FIRST = re.compile(r"(?P<word>\S+) (?:[a-zà-ÿ]+ )*")
_TITLE = re.compile(r"\b(?:mw|mevr|mvr|dhr|mnr|kl|cl|nr|fam)\.$", re.IGNORECASE)
_DOES = re.compile(
    r"^: |"
    r"^(?:'s)? (?:heeft|is|zit|zat|staat|wil|gaat|ging|kan|kon|moet|doet|deed|krijgt|scoort|was|"
    r"kwam|haalt|haalde|toevoegen|uitnodigen|"
    r"op (?:plus|min|nul|een|één|twee|drie|[0-3]|[+-]))(?!\w)"
)
_PERSON_DOES = re.compile(
    r"^ (?:wil|zoekt|woont|durft|slaapt|drinkt|piekert|spreekt|praat|snapt|vergeet|solliciteert|"
    r"heeft (?:\d+|een|twee|drie|vier|geen|nog nooit|altijd)|"
    r"is (?:klaar|[1-6]\d|bang|gestopt|moeder|vader)|"
    r"zit (?:op|in|thuis)|kan (?:niet|geen|amper|nauwelijks) (?:\w+ )?\w+en)\b"
)
_WHOSE = re.compile(
    r"\b(?:klant|kandidaat|cli[eë]nte?|deelnemer|deelneemster|"
    r"(?:iets|aanbod|traject|first|doe|past|passend) (?:voor|bij)) $|^voor $",
    re.IGNORECASE,
)
LONGEST_ABBREVIATION = 5
_NEVER = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|januari|februari|maart|april|mei|juni|juli|"
    r"augustus|september|oktober|november|december|nederlands?e?|nederland|telegram|whatsapp|"
    r"ik|je|jij|hij|zij|ze|wij|we|u|dit|dat|die|deze|het|de|een|er|wie|wat|mijn|coach|klant|"
    r"kandidaat|cli[eë]nte?|deelnemer|meneer|mevrouw|score|niveau|voortgang|update|correctie|"
    r"vraag|uitnodiging|resultaat|naam|stand|level|cijfer|doel|budget|werk",
    re.IGNORECASE,
)


def is_name(words: str) -> bool:
    """Whether this can be somebody's name: no day, no month, and no word that everybody uses."""
    if words.isupper() and len(words) <= LONGEST_ABBREVIATION:
        return False
    return not (_NEVER.fullmatch(words) or words.casefold() in STOP_WORDS)


def clients(heard: Heard) -> Iterator[Found]:
    """The entity `client`, as written; at the start only when the name does something."""
    if heard.intent not in ABOUT_A_CLIENT | CASES:
        return
    taken = [(place.start, place.end) for place in places(heard)]
    for match in _NAME.finditer(heard.cased):
        start, end = _without_preposition(match, heard.cased)
        inside = any(first < end and start < last for first, last in taken)
        name = heard.cased[start:end]
        if not inside and is_name(name) and _is_said_of(heard, start, end):
            yield Found("client", name, start, end)


def _without_preposition(match: re.Match[str], text: str) -> tuple[int, int]:
    """The span of the name: of "Doelen van Hanneke" the last word, of "mw De Vries" both."""
    first = _FIRST.match(match[0])
    if first is None or not _opens(text, match.start()):
        return match.span()
    of_somebody = first[0].endswith(" van ") and not _DOES.search(text[match.end() :])
    is_none = of_somebody or not is_name(first["word"])
    return match.start() + (first.end() if is_none else 0), match.end()


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here, so that a capital says nothing."""
    before = text[:start].rstrip()
    if _TITLE.search(before):
        return False
    return not before.strip(".!?\n") or before.endswith((".", "!", "?"))


def _is_said_of(heard: Heard, start: int, end: int) -> bool:
    """Whether a word with a capital here is somebody: by what is asked, or by what it does."""
    before, after = heard.cased[:start], heard.cased[end:]
    opens = _opens(heard.cased, start)
    if heard.intent in CASES:
        tells = opens and heard.intent == "find_instrument"
        return bool(_WHOSE.search(before) or (tells and _PERSON_DOES.search(after)))
    return not opens or _DOES.search(after) is not None
