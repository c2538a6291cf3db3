"""What comes first by an order in plain words: "papiertje eerst, baan daarna"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from components.data import read
from components.values.found import Found, Heard

LIFE = "life_first"
WORK = "work_first"
FURTHEST = 3  # parts of a sentence from what comes first to what comes later

_FIRST = re.compile(
    r"\b(?:eerst|voorop|voorrang|prioriteit|om te beginnen|begin(?:nen|t)? (?:\w+ )?(?:met|bij)|"
    r"focus(?: \w+){0,2} op|"
    r"op (?:de eerste plaats|(?:nummer |plek |plaats |stap )?(?:1|een|één)(?! \w))|"
    r"(?:nummer|stap) (?:1|een|één)|"
    r"bovenaan|volgorde)\b|\bga(?:at|an)(?: \w+){0,3}? voor(?= *$)"
)
_FIRST_WORD = re.compile(
    r"eerst|voor|prioriteit|begin|nummer|\bop (?:1|een|één)\b|bovenaan|stap|volgorde|focus"
)
_LATER = re.compile(
    r"\b(?:dan|daarna|daarnaa|erna|later|latr|vervolgens|nadien|straks|pas|volg(?:t|en)|"
    r"kom(?:t|en) (?:\w+ )?(?:wel|nog)|zien we|kan (?:\w+ )?wachten|moet (?:\w+ )?wachten|"
    r"wacht|niet eerder|latere zorg|schui(?:f|ft|ven) (?:\w+ )?(?:door|op)|doorgeschoven|"
    r"on hold|in de wacht|laag pitje|uitgesteld|"
    r"(?:even|nu|nog|voorlopig) (?:nog |even )?(?:niet|geen)|geen (?:optie|haast)|niet haalbaar|"
    r"niet aan de orde|(?:stap|fase|punt) (?:2|twee))\b|^ ?voor(?:dat)?\b"
)
_CUT = re.compile(
    r"[,.;:!?>/]+|\ben\b|\bmaar\b|"
    r"(?= (?:dan|(?:pas )?daarna|vervolgens)\b(?!(?: pas| wel)? *(?:[,.;:!?]|$)))|"
    r"(?= voor(?:dat)? (?:we|ik|hij|ze|zij|ie|je|er|u|mw|mevr|dhr|meneer|mevrouw|die|iemand)\b)"
)
_MUCH_LATER = re.compile(
    r"\b(?:dan|daarna) pas\b|\bpas (?:daarna|dan|later|stap|fase|in (?:stap|fase))\b|"
    r"\b(?:komt|komen|volgt|volgen|doen? (?:ik|we)|is|zijn|kan|kunnen|mag|mogen)(?: \w+)? "
    r"(?:daarna|later|erna|stap (?:2|twee)|fase (?:2|twee)|voor later|van later zorg)\b|"
    r"\bstaat (?:\w+ )?(?:on hold|in de wacht|op een laag pitje)"
)
"""What says by itself that it comes after what was named before it."""
_NOT_REVERSED = re.compile(r"\bniet andersom\b|\b(?:in )?die volgorde\b")
_ABOVE = re.compile(
    r"(?P<first>[^,.;?]{3,40}?) (?:(?:heeft|hebben|krijgt|krijgen) (?:\w+ )?"
    r"(?:prioriteit|voorrang) (?:boven|op)|"
    r"(?:gaat|gaan) (?:bij mij |nu |altijd |echt )?(?:voor|vóór|boven)|"
    r"(?:komt|komen|staat|staan) (?:bij mij |nu )?(?:vóór|eerder dan)|"
    r"(?:is|zijn) (?:nu |eerst |even )?belangrijker (?:dan|als|as)) "
    r"(?P<second>(?:(?! naar | om te )[^,.;?])+)(?=[,.;?]|$)"
)
_NOT_BEFORE = re.compile(
    r"\b(?:niet|geen|nie) (?P<second>[^,.;?]{3,25}?),? (?:voordat (?P<first>[^,.;?]+)|"
    r"voor (?P<done>[^,.;?]+ (?:is|zijn|heb|heeft|hebben|ben)(?= *(?:[,.;?]|$))))"
)
_WITHOUT = re.compile(
    r"\bzonder (?P<first>[^,.;?]{3,25}?) (?:komt er |is er |krijg ik )?geen (?P<second>[^,.;?]+)"
    r"(?=[^?]*\beerst\b)"
)
_PAST = re.compile(r"\b(?:was|waren|had|hadden|werkte|deed|ging|gingen|kreeg|zat|heb|hebben|ben)\b")
_NEEDS = re.compile(r"\b(?:nodig|wil|moet|ga|graag)\b")
_DENIED = re.compile(r"\b(?:niet|nie|geen|waarom)(?: \w+){0,2} $")
_SETTLED = re.compile(
    r"\b(?:weg|af|regelen|geregeld|oplossen|opgelost|in orde|op orde|op de rit|op de rails|rond|"
    r"stoppen|gestopt|aanpakken|rustig|afronden|afgerond|opruimen|verhuizen|uitzoeken)\b"
)
_ONLY_AFTER = re.compile(
    r"\bpas (?:weer )?(?P<second>[^,.;]{3,25}?) "
    r"(?:als|na|nadat|zodra|wanneer) (?P<first>[^,.;]+)"
)
_CAN = re.compile(r"\bk(?:a|o)n(?:nen)?\b[^,.;]*$")
_THE_REST = re.compile(r"\b(?:rest|verder|zien|kijken|alles|andere)\b")


class _Part(NamedTuple):
    words: str
    start: int


def order(heard: Heard) -> Iterator[Found]:
    """The entity `route`: what is said to come before something else."""
    parts = list(_parts(heard.text)) if _FIRST_WORD.search(heard.text) else []
    for at, part in enumerate(parts):
        marker = _FIRST.search(part.words)
        if marker is None or _is_told(part.words, marker):
            continue
        first = _subject(part.words, marker.end()) or _last_subject(part.words[: marker.start()])
        goes_on = parts[at + 1 :] and _is_joined(heard.text, part, parts[at + 1])
        if first is None and (goes_on or marker[0] == "volgorde") and parts[at + 1 :]:
            first = _subject(parts[at + 1].words)
        for before, later in pairwise(parts[at : at + 1 + FURTHEST]):
            whole = later.words
            if before is not part and _subject(whole) is None:
                whole = f"{before.words} {whole}"  # "werk, daar denk ik pas daarna aan"
            route = _LATER.search(later.words) and _route(part.words, first, whole)
            if route:
                start, end = part.start + marker.start(), later.start + len(later.words)
                yield Found("route", route, start, end)
                return
    yield from _much_later(heard.text)
    yield from _in_one(heard.text)


def _much_later(text: str) -> Iterator[Found]:
    """An order by what comes second: "alleen leren nu, werken is pas stap 2"."""
    later_word = _LATER if _NOT_REVERSED.search(text) else _MUCH_LATER
    for before, later in pairwise(_parts(text) if later_word.search(text) else ()):
        first, second = _last_subject(before.words), _subject(later.words)
        past = _PAST.search(before.words) or _PAST.search(later.words)
        if first and second and first != second and not past and later_word.search(later.words):
            yield Found("route", first, before.start, later.start + len(later.words))
            return


def _in_one(text: str) -> Iterator[Found]:
    """Both in one part: "pas werken als mijn schulden weg zijn", "school gaat voor werk"."""
    for pattern in (_ONLY_AFTER, _NOT_BEFORE, _ABOVE, _WITHOUT):
        match = pattern.search(text)
        if match and not _CAN.search(text[: match.start()]):
            first = _subject(match["first"] or match.groupdict().get("done") or "")
            second = _subject(match["second"])
            if first and second and first != second:
                yield Found("route", first, *match.span())
                return


def _is_joined(text: str, part: _Part, other: _Part) -> bool:
    """Whether "en" alone stands between two parts that are no order: "met word en excel"."""
    between = text[part.start + len(part.words) : other.start].strip()
    return between == "en" and _LATER.search(other.words) is None


def _parts(text: str) -> Iterator[_Part]:
    edges = [0]
    for cut in _CUT.finditer(text):
        edges += [cut.start(), cut.end()]
    edges.append(len(text))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if text[start:end].strip():
            yield _Part(text[start:end], start)


def _is_told(words: str, marker: re.Match[str]) -> bool:
    """Whether it was so, or is not so: "ik heb eerst gewerkt", "ik hoef niet eerst"."""
    past = _PAST.search(words) and not _NEEDS.search(words)
    return bool(past or _DENIED.search(words[: marker.start()]))


def _route(words: str, first: str | None, later: str) -> str | None:
    """The route in which `first` comes before what `later` is about."""
    second = _subject(later)
    if first and first != second:
        return first if second or _THE_REST.search(later) else None
    return LIFE if not first and second == WORK and _SETTLED.search(words) else None


def _subject(words: str, start: int = 0) -> str | None:
    """The route of the first word after `start` that belongs to one."""
    match = _subjects().search(words, start)
    return match.lastgroup if match else None


def _last_subject(words: str) -> str | None:
    found = list(_subjects().finditer(words))
    return found[-1].lastgroup if found else None


@cache
def _subjects() -> re.Pattern[str]:
    kinds = (
        rf"(?P<{route}>{'|'.join(words)})" for route, words in read("volgorde")["subjects"].items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)")
