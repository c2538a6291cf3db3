"""A day of the week, "vandaag" or "morgen", where a moment is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.starts import NARROWS, is_about_start

CHOOSES_MOMENT = frozenset({"change_prompt_time", "pause_prompts", "human_contact", None})
TELLS = frozenset(
    {
        "find_instrument",
        "checkin_score",
        "checkin_start",
        "correct_score",
        "set_goal",
        "frustration",
        "out_of_scope",
        "greet",
        "bye",
        "stop",
        "thanks",
    }
)
"""Intents in which a day or a time is part of what is told."""
ABBREVIATES = frozenset({"change_prompt_time", "pause_prompts"})
PAUSES = "pause_prompts"
CALLS = "human_contact"
SHORT = 5  # words: an answer to "which day?", whatever else it is taken for

_SPELLED = {
    "maandag": "maa?n|moan|mao?n",
    "dinsdag": "dins|diens|dings",
    "woensdag": "woe?n?s?|goens|woons",
    "donderdag": "don?der|dunder",
    "vrijdag": "vrij|vrei|vrie",
    "zaterdag": "zat?ter|zaoter|satur|zater",
    "zondag": "zon|zun",
}
_SHORT = {day[:2]: day for day in _SPELLED} | {
    short: day
    for day in _SPELLED
    for short in (day[:3], day[:4], day.removesuffix("dag"))
    if short not in {"don", "zon", "zond", "donder"}
}
_WORDS = frozenset({"vrij", "zat", "maan"})
"""Abbreviations that are words as well."""
_DAY = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{day}>{spelled})' for day, spelled in _SPELLED.items())})"
    r"da*(?:gh?|ch|k)(?:s|en|je)?(?:(?:mid|voormid|namid)dag|ochtend|avond|nacht|mo?rge?n|s)?\b"
)
_NEAR = re.compile(
    r"(?<![\w'])(?<!de )(?<!elke )(?<!iedere )(?<!vroege )"
    r"(?P<day>vandaag|morgen)(?:ochtend|middag|avond|vroeg)?\b"
)
_ABBREVIATION = re.compile(
    rf"(?<![\w'])(?P<day>{'|'.join(sorted(_SHORT, key=len, reverse=True))})\b(?!')"
    r"(?! (?:vroeg|laat|snel|veel|vaak|maar|niet))"
)
_DENIED = re.compile(
    r"\b(?:niet|nie|geen|ipv|in plaats van|van(?! op)|behalve|zonder|"
    r"(?<!doe )(?<!en )(?<!maar )dan|sinds)(?: meer)?(?: op)?(?: de)?(?: \w+dag)? $"
)
_AS_IT_IS = re.compile(
    r"\b(?:waarom (?:\w+ ){0,3}|nu (?:krijg|komt?|stuur|app|vraag)t? (?:\w+ ){0,3}(?:op |om )|"
    r"(?:krijg|komt?|stuurt?|appt?|vraagt?) (?:\w+ ){0,2}(?:nu|altijd|steeds) (?:op |om )?|"
    r"\b(?:u|je|jij|jullie) (?:stuurt?|sturen|appt?|appen|vraagt?|vragen) (?:\w+ ){0,3}(?:op|om) )$"
)
_BUSY = re.compile(
    r"\b(?:werkt?|zit|sta|staat|sport) (?:op )?(?:(?:de )?\w+dag,? (?:en |t/m |tot )?)*$"
)
_REASON = re.compile(r"\b(?:want|omdat)\b(?:(?! (?:dus|doe|liever|graag|wil)\b)[^,.;])*$")
_ASKED = re.compile(
    r"(?<!ik )\b(?:kan|kunn?(?:de)?|ken|mag|zou)(?: \w+){0,2} (?:niet|nie)(?: op)? $"
)
_KEPT = re.compile(
    r"^(?:en|s|')?,? ?(?:altijd|nooit|"
    r"niet(?! even| eens| gewoon| een keer| (?:op )?(?:een )?ander)|werk(?:t)? ik|"
    r"heb ik(?! (?:geen|niks|vrij|tijd|wel tijd|ruimte|even|een gaatje|pauze))|"
    r"zit ik(?! (?:op kantoor|thuis|klaar|vrij))|sport ik|"
    r"moet ik|"
    r"kan (?:ik |het |bij mij )?(?:niet|nie|nooit)|past (?:niet|nie|me niet)|"
    r"komt (?:niet|me niet|slecht)|"
    r"(?:kijk|slaap|eet|kook|breng|haal|train|fiets|rij|douche|bid) ik|"
    r"(?:(?:'?s ?(?:ochtends|morgens|middags|avonds)|in de (?:ochtend|middag|avond)),? ?)?"
    r"(?:(?:das|da's|dat is|is|vind ik) )?"
    r"(?:veel |me |echt )?te (?:vroeg|laat|druk)|"
    r"geen (?!probleem|punt|bezwaar)|werkt (?:niet|nie)|is er (?:niemand|niets|niks|geen)|"
    r"is (?:niet|nie|te|lastig|druk|vol|slecht|rot)|lukt (?:niet|nie)|gaat (?:niet|nie|me niet))\b"
)


_FREE_AFTER = re.compile(
    r" (?:(?:ben|kan|heb|zit|werk) (?:ik|we)|(?:past|schikt|komt) (?:me|mij|ons|het|goed|prima))\b"
)
_HOUR_AFTER = re.compile(r" (?:om |rond |na |vanaf )?\d")
_BEEN = re.compile(
    r"^(?:ochtend|middag|avond)?,? ?(?:(?:al|ook|nog|weer|net) )*(?:gebeld|gehad|geweest|"
    r"gemaild|gevraagd|"
    r"langsgeweest|gesproken|was|waren|had|hadden|kreeg|belde|stond|heeft|weer(?=[.,!]))(?!\w)"
)
_COME_THEN = re.compile(
    r"^[^?]*\b(?:(?:stuur|bel|kom|app|mail|laat|langskomen|bellen)\b[^.?!,]{0,20}\bdan\b|"
    r"dan (?:mag|kan|kun|bel|kom|stuur) (?!ik|niet)\w+)"
)
_THE_ONE_OF = re.compile(r"\b(?:check|berichte?n?|berichtjes?|vra(?:ag|gen)|appjes?|die) van $")
_BEFORE_NOW = re.compile(r"\b(?:afgelopen|vorige|gisteren(?: en)?|sinds)(?: week)? $")


def days(heard: Heard) -> Iterator[Found]:
    """The entity `dag`; an abbreviation only where a moment is chosen ("vr 52" is a woman)."""
    if not chooses_moment(heard) or (heard.intent in NARROWS and is_about_start(heard)):
        return
    for match in _DAY.finditer(heard.text):
        if match.lastgroup and is_chosen(heard, match):
            yield Found("dag", match.lastgroup, *match.span())
    for match in _NEAR.finditer(heard.text):
        if heard.intent not in NARROWS and is_chosen(heard, match):
            yield Found("dag", match["day"], *match.span())
    if heard.intent in ABBREVIATES | {CALLS}:
        for match in _ABBREVIATION.finditer(heard.text):
            if _is_day(heard, match) and is_chosen(heard, match):
                yield Found("dag", _SHORT[match["day"]], *match.span())


def _is_day(heard: Heard, match: re.Match[str]) -> bool:
    """Whether an abbreviation is a day: "vrij 15.00", "do ben ik er"; "zo ben ik" is none."""
    if _HOUR_AFTER.match(heard.text, match.end()):
        return True
    if heard.intent != CALLS:
        return match["day"] not in _WORDS
    can = _FREE_AFTER.match(heard.text, match.end())
    return can is not None and match["day"] not in _WORDS | {"zo"}


def chooses_moment(heard: Heard) -> bool:
    """Whether a day or a time in this message can be one that somebody asks for."""
    if heard.intent in CHOOSES_MOMENT:
        return True
    return heard.intent in NARROWS or (heard.intent not in TELLS and heard.words <= SHORT)


def is_chosen(heard: Heard, match: re.Match[str]) -> bool:
    """Whether it is no moment that is ruled out: "niet op", "maandag werk ik", "is te laat"."""
    before, after = heard.text[: match.start()], heard.text[match.end() :]
    if heard.intent == PAUSES:
        return _THE_ONE_OF.search(before) is None  # there "zondag niet" is what is asked
    if _BEFORE_NOW.search(before) or _BEEN.search(after):
        return False
    denied = _DENIED.search(before) and not _ASKED.search(before)
    if _COME_THEN.search(after):
        return True
    told = any(pattern.search(before) for pattern in (_AS_IT_IS, _BUSY, _REASON))
    return not (denied or told or _KEPT.search(after))
