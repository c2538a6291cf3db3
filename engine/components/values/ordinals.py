"""Which instrument of the list is meant: "die tweede", "nummer 3", "de laatste"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard

BARE = frozenset({"choose", "compare", "instrument_details", "why_this"})
ABOUT_LIST = BARE | {
    "add_instrument",
    "rate_instrument",
    "more_options",
    "send_list",
    "affirm",
    "deny",
}
YES = "affirm"
LAST = "last"
SHORT = 3  # words: then it is an answer, whatever else it is taken for
_ASKS = re.compile(r"(?:hoe|wat|waar|wie|wanneer|moet|kan|mag|kost|is|duurt|vertel)\b")

_NUMBERS = {
    "1": "een|één|1|eerste|1e|1ste|bovenste|eertse|eeste",
    "2": "twee|2|tweede|twede|tweedde|2e|2de|2ede|middelste",
    "3": "drie|3|derde|3e|3de",
    "4": "vier|4|vierde|4e|4de",
    "5": "vijf|5|vijfde|5e|5de",
    "6": "zes|6|zesde|6e|6de",
    "7": "zeven|7|zevende|7e|7de",
    "8": "acht|8|achtste|8e|8ste",
    "9": "negen|9|negende|9e|9de",
    LAST: "laatste|laaste|onderste|achterste",
}
_RANKS = (
    r"(?:eerste|eertse|eeste|tweede|twede|tweedde|laaste|derde|vierde|vijfde|zesde|zevende|achtste|negende|"
    r"laatste|bovenste|middelste|onderste|achterste|[1-9](?:e|de|ste))"
)
_CARDINALS = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|[1-9])"
_LETTERS = {"a": "1", "b": "2", "c": "3", "d": "4"}
_NOT_AN_INSTRUMENT = (
    r"(?!-op-)(?! ?(?:keer|stap(?!t)|dag|week|weken|wkn?\b|maand|mnd|jaar|uur|gesprek|"
    r"antwoord|vraag(?!t)|plaats(?!t)|"
    r"(?:jan|feb|mrt|maart|apr|mei|juni|juli|aug|sep|okt|nov|dec)\w*\b|"
    r"van de (?!lijst|rij|opties|twee|drie|vier|vijf|[2-5])|op (?:1|een|één)\b(?! rij)|"
    r"instantie|kind|x\b|%|euro|tijd|baan|werk(?!t)|indruk|bericht|mens|persoon|hulp|avond|ochtend|"
    r"afspraak|periode|paar|ronde|deel|poging|nacht|liedje|na laatste|(?:een |één )?na\b))"
)
_POINT = r"(?:nummer(?:tje|o)?|numero|nr\.?|optie|no\.?|keuze|letter|#)"
_POINTED = re.compile(
    rf"(?<!\w)(?<!na )(?:(?:die|de|dat|deze|het|den) )?{_RANKS}(?!\w){_NOT_AN_INSTRUMENT}|"
    rf"(?<!\w){_POINT} ?(?:{_CARDINALS}|[a-d])(?!\w)"
)
_FIRST_OR_LAST = re.compile(
    r"(?<!\w)(?:de |die )?(?P<side>eerste|bovenste|laatste|onderste) (?P<many>twee|drie|2|3)(?!\w)"
)
_ALSO = re.compile(
    rf"(?<!\w){_POINT}s? ?{_CARDINALS} (?:en|of|met|vs|tegen) (?P<other>{_CARDINALS})(?!\w)"
)
_BARE_NUMBER = rf"(?<![\w,.€+-])(?P<number>[1-5])(?![\w,.]\w)(?!\w){_NOT_AN_INSTRUMENT}"
_ANY_NUMBER = _BARE_NUMBER.replace("[1-5]", "[1-9]")
_BARE = re.compile(_BARE_NUMBER)
_PICKED = re.compile(
    r"(?:(?<!\w)(?:doe|neem|kies|pak|over) (?:ik |maar |dan |we )*(?:nummer |de )?|"
    rf"^(?:ja|ok|oke|oké|prima|goed),? (?:dan |maar )*){_ANY_NUMBER}"
)
"""A number behind a word that picks: "ja doe 1", also in what is only taken for a yes.

Also one that no list has: it must not be taken for another one.
"""
_REFUSED = re.compile(
    rf"(?<!\w)(?<!waarom )(?:niet|nie|geen) (?:voor )?{_BARE_NUMBER}|^(?P<first>[1-5]) niet\W*$"
)
_AT_HEAD = re.compile(r"^(?:twee|drie|vier|vijf)(?=[.,:]| (?:is|wordt|lijkt|klinkt|graag|neem)\b)")
_TWO_IN_WORDS = re.compile(
    r"(?<!\w)(?<!nummer )(?<!nummers )(?<!nr )(?<!nr\. )(?<!optie )(?P<one>een|één|twee|drie|"
    r"vier|vijf|[1-5]) (?:en|of|met|vs\.?|versus|tegen(?:over)?|naast) "
    r"(?P<two>twee|drie|vier|vijf)(?! \w+en\b)(?!\w)|(?<!\w)(?P<first>twee|drie|vier|vijf) "
    r"(?:en|of|met|vs\.?|versus|tegen(?:over)?|naast) (?P<digit>[1-5])(?!\w)"
)
_TOGETHER = re.compile(r"\b(?:deze|alle|andere|op|van de|jullie|met z'n) $")
_DENIED = re.compile(r"(?<!waarom )\b(?:niet|nie|geen|ipv|in plaats van) $")
_WORDS = ("one", "two", "first")
_VALUES = {word: value for value, words in _NUMBERS.items() for word in words.split("|")}
_LIST_TALK = re.compile(rf"(?<!\w){_POINT} ?{_CARDINALS}(?! \w*(?:liedje|hit|van))(?!\w)")
_NO_LIST = frozenset(
    {
        "out_of_scope",
        "bot_challenge",
        "greet",
        "crisis",
        "find_instrument",
        "set_goal",
        "checkin_score",
        "correct_score",
    }
)


def ordinals(heard: Heard) -> Iterator[Found]:
    """The entity `instrument` by its number, where a list is talked about."""
    spans = list(_spans(heard))
    for start, end in spans:
        value = ordinal(heard.text[start:end])
        if value and not is_denied(heard.text[:start]):
            yield Found("instrument", value, start, end)
    if spans and heard.intent in ABOUT_LIST:
        yield from _several(heard)


def denied_ordinals(heard: Heard) -> Iterator[Found]:
    """The numbers that are ruled out: of "niet de tweede" the second."""
    for start, end in _spans(heard):
        value = ordinal(heard.text[start:end])
        if value and is_denied(heard.text[:start]):
            yield Found("instrument", value, start, end)
    if heard.words <= SHORT and (match := _REFUSED.search(heard.text)):
        found = "number" if match["number"] else "first"
        yield Found("instrument", match[found], *match.span(found))


def _spans(heard: Heard) -> Iterator[tuple[int, int]]:
    """Where an instrument is pointed at; outside talk about a list only as "nummer 2"."""
    if heard.intent not in ABOUT_LIST and heard.words > SHORT:
        if heard.intent not in _NO_LIST or _ASKS.match(heard.text):
            yield from (match.span() for match in _LIST_TALK.finditer(heard.text))
        return
    pointed = [match.span() for match in _POINTED.finditer(heard.text)]
    picked = None if pointed else _PICKED.search(heard.text)
    if picked and heard.intent in {YES, *BARE}:
        pointed = [picked.span("number")]
    yield from pointed
    if heard.intent in BARE:
        yield from (match.span() for match in _AT_HEAD.finditer(heard.text))
        for match in _TWO_IN_WORDS.finditer(heard.text):
            yield from (match.span(name) for name in _WORDS if _is_word(match[name]))
        for match in _BARE.finditer(heard.text):
            inside = any(start <= match.start() < end for start, end in pointed)
            if not inside and not _TOGETHER.search(heard.text[: match.start()]):
                yield match.span()


def _is_word(said: str | None) -> bool:
    """Whether it is a number in letters: digits are read by themselves."""
    return said is not None and not said.isdigit()


def _several(heard: Heard) -> Iterator[Found]:
    """The ones beside the first: "nummer 1 en twee", "de eerste twee"."""
    for match in _ALSO.finditer(heard.text):
        if not match["other"].isdigit():
            yield Found("instrument", _VALUES[match["other"]], *match.span("other"))
    for match in _FIRST_OR_LAST.finditer(heard.text):
        if match["side"] in {"eerste", "bovenste"}:
            for number in range(2, int(_VALUES[match["many"]]) + 1):
                yield Found("instrument", str(number), *match.span("many"))


def is_denied(before: str) -> bool:
    """Whether what stands before rules it out: of "de eerste, niet de tweede" the second."""
    return _DENIED.search(before) is not None


def is_rank_of_something(words: str, after: str) -> bool:
    """Whether "de eerste" goes on as "keer", "week" and so on: no instrument at all."""
    return ordinal(words) is not None and re.match(_NOT_AN_INSTRUMENT, after) is None


def ordinal(words: str) -> str | None:
    """The number in a list that `words` point at, "last" for the last, None for a name."""
    match = re.fullmatch(
        rf"(?:(?:(?:die|de|dat|deze|het|den)\b|(?P<point>{_POINT})) ?)?(?P<which>\w+)",
        words.lower(),
    )
    if match is None:
        return None
    return _VALUES.get(match["which"]) or (_LETTERS.get(match["which"]) if match["point"] else None)
