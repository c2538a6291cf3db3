"""Names that are known by themselves: initials, first names without a capital, "van", "el"."""

from __future__ import annotations

import re
from functools import cache

from components.data import read
from components.values.found import Heard

REPORTS = frozenset({"checkin_score", "correct_score"})

_INITIALS = re.compile(
    r"(?<![\w.])(?!(?:T\.O\.V|I\.V\.M|M\.B\.T|N\.V\.T|A\.U\.B|S\.V\.P|Z\.S\.M|O\.A|E\.D|B\.V|N\.V|"
    r"T\.A\.V|N\.A\.V|W\.W|I\.P\.V)\b)(?:[A-ZÀ-Þ]\.){1,3}[A-ZÀ-Þ](?:\.|(?!\w))"
    r"(?: (?:(?:van|de[nr]?|ter|ten|el) )*[A-ZÀ-Þ][a-zà-ÿ]+)?"
)
_TITLE = (
    r"\b(?:[Mm]evrouw|[Mm]evr|[Mm]vr|[Mm]w|[Dd]hr|[Mm]nr|[Mm]eneer|(?:[Dd]e )?[Hh]eer|[Ff]amilie|"
    r"[Ff]am|[Kk]lant|[Kk]ln?|[Kk]andidaat|[Cc]li[eë]nte?|[Cc]l)\.? "
)
_SURE_PREFIX = re.compile(r"(?<!\w)(?P<prefix>(?:el|ten|ter|van (?:de[nr]|het|'t)) )$")
_PREFIX = re.compile(
    rf"{_TITLE}(?P<prefix>(?:van(?: de[nr]?| het| 't)?|de[nr]?|el|al|ten|ter|te|ben|bin|ait|aït|"
    r"abu|in 't|op de[nr]?|uit de[nr]?|von|da|dos|di|la|le) )$"
)
_WORD = re.compile(r"(?<![\w'-])[^\W\d_][\w-]{2,}(?![\w-])")
_OF = re.compile(rf"(?:\b(?:voor|vr|van|v|namens|aan) |{_TITLE})$")
_WITH = re.compile(r"\b(?:met|bij|over|hoe (?:staat|gaat|doet|is)|en) $")
_HEAD = re.compile(r"(?:^|[.!?:,\n] ?|\b(?:update|score|check-?in|stand|doelenmeter|net|dat) )$")
_GENITIVE = re.compile(r"^ (?:\w+ )?(?:doel\w*|score\w*|stand|voortgang|grafiek\w*|cijfers?)\b")


def known_names(heard: Heard) -> list[tuple[int, int]]:
    """Where initials stand, and first names that are written without a capital."""
    initials = [match.span() for match in _INITIALS.finditer(heard.cased)]
    return initials + [
        match.span()
        for match in _WORD.finditer(heard.text)
        if match[0] in _first_names()
        and heard.cased[match.start()].islower()
        and _is_meant(heard, heard.text[: match.start()])
    ]


def _is_meant(heard: Heard, before: str) -> bool:
    """Whether a first name here is whom it is about: in a report not who was there as well."""
    if _OF.search(before) or _HEAD.search(before):
        return True
    return heard.intent not in REPORTS and _WITH.search(before) is not None


def is_known(name: str) -> bool:
    """Whether it begins with a first name that is known as one; in lower case."""
    return name.split()[0] in _first_names()


def prefixed(text: str, start: int) -> int:
    """Where a surname begins with what stands before it: "van Dijk" after a title, "el Amrani"."""
    match = _SURE_PREFIX.search(text[:start]) or _PREFIX.search(text[:start])
    return match.start("prefix") if match else start


def without_genitive(name: str, after: str) -> str:
    """The name alone: in "Dilans doel" it is Dilan."""
    alone = name.removesuffix("s").rstrip("'")
    names = _first_names()
    owns = name.endswith("'s") or (name.lower() not in names and alone.lower() in names)
    return alone if name.endswith("s") and owns and _GENITIVE.match(after) else name


@cache
def _first_names() -> frozenset[str]:
    return frozenset(read("voornamen")["names"])
