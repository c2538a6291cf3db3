"""How long it may take, or may be waited, at most: "max 3 maanden", "wachttijd max 3 weken"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.limits import ABOUT, AFTER, SOFT, STRONG, is_least
from components.values.numbers import NUMBER, number
from components.values.starts import SEEKS
from components.values.waits import is_wait

NARROWS = frozenset({"refine_practical", "more_options"})
WEEKS_A_YEAR = 52
FEW = 3  # "een paar weken"

_UNIT = (
    r"(?:we(?:ek?|ke?)(?:n|e|jes?|ies?|s)?|wkn?|wk|maan?d(?:en|jes?|s)?|mnde?n?|kwarta(?:al|len)|"
    r"ja(?:ar|ren)(?:tje)?|jr|dag(?:en|je)?|semester)"
)
_MEASURED = r"(?:(?:door)?looptijd|duur|lengte|wachttijd)(?: is| van)?:?"
_SPAN = re.compile(
    rf"(?P<limit>(?<!\w)(?:(?P<strong>{STRONG})(?: |(?<=[<=≤:]))(?:{_MEASURED} )?|{SOFT} )"
    rf"(?:de |een periode van |tussen |{ABOUT} )?)?(?:"
    rf"(?P<half>(?:een |1 |1/2 |½ |'n )?half(?: |-)?(?:jaar(?:tje)?|jr))|"
    rf"(?P<quarters>(?:een )?drie ?kwart jaar)|"
    rf"(?P<quarter>(?:een |'n )?(?:kwart(?: |-)?jaar|(?<!vorig )(?<!dit )"
    rf"(?<!eerste )(?<!tweede )(?<!derde )(?<!vierde )kwartaal))|"
    rf"(?:(?P<few>(?:een |'n )?paar |enkele )|"
    rf"(?:(?P<least>{NUMBER}) ?(?:-|à|a|tot|of|"
    rf"en) ?)?(?P<number>{NUMBER}) ?(?P<halves>(?:en (?:een )?halve? )?))"
    rf"(?P<unit>{_UNIT})(?: of (?P<about>{NUMBER}))?|"
    rf"(?P<bare>{_UNIT}) of (?P<bare_about>{NUMBER})|"
    rf"(?P<single>weekje|maandje|jaartje|(?:week|maand|jaar)(?! ?\d)))(?!\w)\.?"
    rf"(?P<most>{AFTER})?"
)
_OTHER = re.compile(
    r"^(?:(?! en\b)[^,.;]){0,20}\b(?:start|weg\b|vakantie|ziek|begin|beginnen|thuis|"
    r"geleden|oud|werkloos|gewerkt|werk|"
    r"in de week|per week|terug|schoonmaak|ervaring|"
    r"zat(?! *(?:[.,;!]|$))|stond|moest|wachtte|gewacht|wachten|duurde)\b"
)
_BEFORE = re.compile(
    r"\b(?:over|al|sinds|na|elke|iedere|per|om de|pas|vorige|afgelopen|laatste|deze|dit|"
    r"volgende?|komende) "
    r"(?:de |zo'n |ruim )?$"
)


_REFUSED = re.compile(r"\b(?:niet|nie|geen)(?: [^\s.,;!?]+){0,3} van $")
_OF_WHICH = re.compile(r"\b(?:in|per|de|het|elke|iedere|een|deze|vorige|volgende|komende) $")
_IN = re.compile(r"\bin $")
_DONE = re.compile(
    r"^(?: \w+){0,2}? (?:gedaan|klaar|af|afgerond|rond|voorbij|doen|gebeurd|gepiept|kunnen|leren|"
    r"bekeken|gefi(?:x|ks)t|lukken)\b"
)
_FROM_NOW = re.compile(r"\b(?:in|na|over) $")
_WISHED_DONE = re.compile(
    r"^ (?:wil|wou|moet|zou|mag) (?:\w+ ){0,6}?"
    r"(?:klaar|af|van ?af|afgerond|rond|voorbij|achter de rug|gebeurd|gefi(?:x|ks)t|opgelost)\b"
)
_HAVE_BEFORE = re.compile(
    r"\b(?:heb|hebben|heeft|krijg|krijgt|krijgen|geef|is er|zijn er|er is|er zijn) "
    r"(?:(?!in |na )\w+ ){0,3}$"
)
_TIME_AFTER = re.compile(
    r"^ (?:(?:de )?tijd\b(?! geleden)|(?:hier|daar)voor\b|om (?:[^,.;]+ )?te \w+)|"
    r"^ (?:heb|hebben|heeft|krijg|krijgt|krijgen|is|geef) (?:\w+ ){1,3}?"
    r"(?:(?:de )?tijd|(?:hier|daar)voor|om (?:[^,.;]+ )?te \w+)\b"
)
_WAITING = re.compile(r"\bwachttijd:?(?: (?:van|is|mag|tot))* $")
_HAD = re.compile(r"\b(?:gehad|gewacht|gekregen)\b")
_HEAD = re.compile(r"(?:^|[,.;!] )$")
_ENDS = re.compile(r" *(?:[.,;!]|$)")
A_WEEK = 7  # days: fewer may be days of a week


def durations(heard: Heard) -> Iterator[Found]:
    """The entity `max_weken`; without a limit word only where somebody narrows.

    Of a time to wait it is the entity `start`, as "binnen 3 weken".
    """
    for match in _SPAN.finditer(heard.text):
        before, after = heard.text[: match.start()], heard.text[match.end() :]
        waits = is_wait(before, after) or "wachttijd" in match[0]
        given = _is_given(heard, match)
        limited = bool(match["limit"] or match["most"] or given)
        if not limited and (heard.intent not in NARROWS or not _says_how_long(match)):
            continue
        if match["single"] and not _is_one(match, before):
            continue
        if match["most"] is None and not given and not waits and _OTHER.search(after):
            continue
        apart = given or not _BEFORE.search(before)
        if not apart or _REFUSED.search(before) or is_least(before, after):
            continue
        if not waits:
            yield Found("max_weken", _weeks(match), *match.span())
        elif heard.intent in SEEKS and (limited or _WAITING.search(before)):
            yield Found("start", f"binnen {_weeks(match)} weken", *match.span())


def _is_one(match: re.Match[str], before: str) -> bool:
    """Whether "maand" alone is one month: "max maand", "maandje maximaal"; not "per week"."""
    alone = match["single"].endswith("je") and match["most"] and not _OF_WHICH.search(before)
    return bool(match["strong"] or alone)


def _is_given(heard: Heard, match: re.Match[str]) -> bool:
    """Whether it must be done by then, or there is no more time: "ik heb zes weken de tijd"."""
    before, after = heard.text[: match.start()], heard.text[match.end() :]
    from_now = _FROM_NOW if heard.intent in NARROWS else _IN
    done = from_now.search(before) and _DONE.search(after)
    wished = _FROM_NOW.search(before) and _WISHED_DONE.search(after)
    in_years = (match["unit"] or "").startswith("j")  # then it is a life that is told
    time = None if in_years or _HAD.search(after) else _TIME_AFTER.search(after)
    have = time and (_HAVE_BEFORE.search(before) or re.match(r" (?:heb|krijg|is|geef)", after))
    return bool(done or wished or have)


def _says_how_long(match: re.Match[str]) -> bool:
    """Whether it is a length by itself; days may be those of a week, unless they are all said."""
    if not (match["unit"] or match["bare"] or "").startswith("dag"):
        return True
    alone = _HEAD.search(match.string[: match.start()]) and _ENDS.match(match.string, match.end())
    return bool(alone and match["number"] and number(match["number"]) >= A_WEEK)


def _weeks(match: re.Match[str]) -> int:
    if match["half"]:
        return WEEKS_A_YEAR // 2
    if match["quarters"]:
        return WEEKS_A_YEAR * 3 // 4
    if match["quarter"]:
        return WEEKS_A_YEAR // 4
    unit = match["unit"] or match["bare"] or match["single"]
    said = match["bare_about"] or match["about"] or match["number"] or "een"
    count = FEW if match["few"] else number(said)
    if match["halves"]:
        count += 0.5
    return max(1, round(count * _weeks_in(unit)))


def _weeks_in(unit: str) -> float:
    if unit.startswith("m"):
        return WEEKS_A_YEAR / 12
    if unit.startswith("j"):
        return WEEKS_A_YEAR
    if unit.startswith("k"):
        return WEEKS_A_YEAR / 4
    if unit.startswith("s"):
        return WEEKS_A_YEAR / 2
    return 1 / 7 if unit.startswith("d") else 1
