"""The name of a client, in what a coach asks: a word with a capital that is no sentence's first."""

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
_NAME = re.compile(r"(?<![\w'-])[A-ZÀ-Þ][\w'-]*[a-zà-ÿ](?: [A-ZÀ-Þ][a-zà-ÿ]+)?(?![\w'])")
_DOES = re.compile(
    r"^(?:'s)? (?:heeft|is|zit|zat|staat|wil|gaat|ging|kan|kon|moet|doet|deed|krijgt|scoort|was|"
    r"kwam|haalt|haalde|toevoegen|uitnodigen)\b"
)
LONGEST_ABBREVIATION = 5
_NEVER = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|januari|februari|maart|april|mei|juni|juli|"
    r"augustus|september|oktober|november|december|nederlands?e?|nederland|telegram|whatsapp|"
    r"ik|je|jij|hij|zij|ze|wij|we|u|dit|dat|die|deze|het|de|een|er|wie|wat|mijn|coach",
    re.IGNORECASE,
)


def is_name(words: str) -> bool:
    """Whether this can be somebody's name: no day, no month, and no word that everybody uses."""
    if words.isupper() and len(words) <= LONGEST_ABBREVIATION:
        return False
    return not (_NEVER.fullmatch(words) or words.casefold() in STOP_WORDS)


def clients(heard: Heard) -> Iterator[Found]:
    """The entity `client`, as written; at the start only when the name does something."""
    if heard.intent not in ABOUT_A_CLIENT:
        return
    taken = [(place.start, place.end) for place in places(heard)]
    for match in _NAME.finditer(heard.cased):
        first = not heard.cased[: match.start()].strip(" .!?\n")
        after_stop = heard.cased[: match.start()].rstrip().endswith((".", "!", "?"))
        if (first or after_stop) and not _DOES.search(heard.cased[match.end() :]):
            continue
        inside = any(start < match.end() and match.start() < end for start, end in taken)
        if not inside and is_name(match[0]):
            yield Found("client", match[0], *match.span())
