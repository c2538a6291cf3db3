"""The municipality where somebody is or wants to be, from any place in it.

A place is known by its name, by a short form, or by a name with a slip of the pen in it. A name
that is an ordinary word as well ("de buren", "er is alleen een ...") counts only with a capital
or right after a word such as "in"; of "niet Tiel maar Buren" only Buren counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from components.data import read
from components.spelling import sounds
from components.values.denied import denied
from components.values.found import Found, Heard

MIN_LENGTH = 6  # of a name, to recognise it misspelled
LIKENESS = 0.85
REMEMBERED = 10_000  # words, of which it is known what place they are like

SHORT = 4  # words: then it is an answer, whatever else it is taken for
ELSEWHERE = frozenset(
    {
        "out_of_scope",
        "privacy_question",
        "privacy_view",
        "privacy_delete",
        "thanks",
        "rate_instrument",
        "third_party_score",
        "checkin_score",
        "correct_score",
        "set_goal",
        "progress_show",
        "invite_client",
        "pause_prompts",
        "change_prompt_time",
    }
)
"""Intents in which a place is where somebody works, goes or was: no help is looked for there."""

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_AT = re.compile(
    r"\b(?:in|te|uit|naar|van|bij|rond|woont?|woonplaats|gemeente|plaats|dorp|naast) $"
)
_ARTICLE = re.compile(r"\b(?:de|mijn|onze|me|m'n|mn|hun|zijn|haar|je|uw|die|lieve) $")
_DENIED = re.compile(
    r"\b(?:niet|nie|geen|ipv|in plaats van|(?<!en )dan|behalve|(?<!net )(?<!vlak )buiten)"
    r"(?: meer)?(?: in| uit| naar)? $"
)
_REJECTED = re.compile(
    r"^ (?:(?:mag |kan |lukt |past )?(?:liever )?niet(?: meer)?|weg|eraf|val(?:len|t) af)"
    r"(?:[,.;]|$)"
)
_SURNAMED = re.compile(
    r"(?<=[^.!?\n] )Van (?:de[nr]? )?$|"
    r"\b(?:[Mm]e(?:vrouw|vr\.?|neer)|[Mm]w\.?|[Mm]nr\.?|[Dd]hr\.?|[Hh]eer|[Ff]amilie|[Ff]am\.?|"
    r"(?:achter)?naam(?: is|:)?|heet) (?:[Vv]an (?:de[nr]? )?)?$"
)
_JOINT = re.compile(r" (?:en|of|en/of|en ook) |, ?| ?[/&+] ?")
_AFTER_AN_AGE = re.compile(
    r"^(?:\w+: ?)?(?:m|mn|v|vr|mw|mevr|mevrouw|man|vrouw|dhr|mnr|meneer|cl|kln|klant|jongen|meisje)"
    r"\.?,? (?:van )?\d\d(?: ?jaar| ?jr)?,? $"
)
_AND_AROUND = re.compile(r"^ (?:of|en) (?:omgeving|omstreken|(?:daar )?in de buurt)\b")
_CALLED = re.compile(r"^ (?:heet|heette) (?:hij|ze|zij|ie)\b")


@dataclass(frozen=True)
class _Gazetteer:
    municipality: dict[str, str | None]  # by place, in lower case; None lies elsewhere
    words: frozenset[str]
    exact: re.Pattern[str]


def places(heard: Heard) -> Iterator[Found]:
    """The entity `gemeente`: the official name of one of the eight."""
    if heard.intent in ELSEWHERE and heard.words > SHORT:
        return
    no = frozenset(denied_places(heard))
    yield from (place for place in named_places(heard) if place not in no)


def denied_places(heard: Heard) -> Iterator[Found]:
    """Where somebody is not, or does not want to be: "niet in Tiel"."""
    yield from sorted(denied(heard.text, named_places(heard), _says_no), key=_first)


def named_places(heard: Heard) -> Iterator[Found]:
    """Every place that is named, wanted or not."""
    known = _gazetteer()
    taken: list[tuple[int, int]] = []
    for match in known.exact.finditer(heard.text):
        name = _plain(match[0])
        taken.append(match.span())
        if _is_surname(heard, match):
            continue
        within = known.municipality[name]
        if name in known.words and not _is_name(heard, match):
            continue
        if within:
            yield Found("gemeente", within, *match.span())
    for match in _WORD.finditer(heard.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        within = _misspelled(match[0])
        if within:
            yield Found("gemeente", within, *match.span())


def _is_name(heard: Heard, match: re.Match[str]) -> bool:
    before = heard.text[: match.start()]
    if _ARTICLE.search(before):
        return False
    capital = heard.cased[match.start()].isupper() and match.start() > 0
    around = _AND_AROUND.search(heard.text[match.end() :]) is not None
    return (
        capital
        or around
        or _is_listed(heard.text, match)
        or heard.words == 1
        or bool(_AT.search(before) or _AFTER_AN_AGE.search(before))
        or "de plaats" in heard.text
    )


def _is_listed(text: str, match: re.Match[str]) -> bool:
    """Whether another place stands right beside it: "op buren en culemborg"."""
    places_at = _gazetteer().exact
    joint = _JOINT.match(text, match.end())
    if joint and places_at.match(text, joint.end()):
        return True
    earlier = places_at.finditer(text[: match.start()])
    return any(_JOINT.fullmatch(text, other.end(), match.start()) for other in earlier)


def _is_surname(heard: Heard, match: re.Match[str]) -> bool:
    """Whether somebody is called so: "mevrouw Van Tiel", "Rossum heette hij"."""
    before, after = heard.cased[: match.start()], heard.text[match.end() :]
    return bool(_SURNAMED.search(before) or _CALLED.search(after))


def _says_no(before: str, after: str) -> bool:
    return bool(_REJECTED.search(after) or _DENIED.search(before))


def _first(place: Found) -> int:
    return place.start


@cache
def _gazetteer() -> _Gazetteer:
    data = read("gemeenten")
    municipality: dict[str, str | None] = {
        _plain(place): name for name, within in data["places"].items() for place in within
    }
    municipality.update(dict.fromkeys(data["elsewhere"]))
    for short, place in data["short"].items():
        municipality[short] = municipality[_plain(place)]
    names = sorted(municipality, key=len, reverse=True)
    pattern = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in names)
    exact = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")
    return _Gazetteer(municipality, frozenset(data["words"]), exact)


@cache
def _long_names() -> dict[str, list[str]]:
    """The names that are long enough to be known misspelled, by their first sound."""
    names: dict[str, list[str]] = {}
    for name in _gazetteer().municipality:
        if len(name) >= MIN_LENGTH:
            names.setdefault(sounds(name)[0], []).append(name)
    return names


@lru_cache(REMEMBERED)
def _misspelled(word: str) -> str | None:
    """The municipality of the name like `word`: same first sound, a letter or two off."""
    if len(word) < MIN_LENGTH - 1:
        return None
    likeness = {
        name: SequenceMatcher(None, word, name).ratio()
        for name in _long_names().get(sounds(word)[:1], ())
        if abs(len(name) - len(word)) <= 2
    }
    best = max(likeness, key=lambda name: likeness[name], default=None)
    return _gazetteer().municipality[best] if best and likeness[best] >= LIKENESS else None


def _plain(name: str) -> str:
    return name.lower().replace("-", " ")
