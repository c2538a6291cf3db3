"""How long it may take at most, in weeks: "max 3 maanden", "hooguit een half jaar"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.limits import AFTER, SOFT, STRONG, is_least
from components.values.numbers import NUMBER, number

NARROWS = frozenset({"refine_practical", "more_options"})
WEEKS_A_YEAR = 52
FEW = 3  # "een paar weken"

_UNIT = (
    r"(?:we(?:ek?|ke?)(?:n|e|jes?|ies?|s)?|wkn?|wk|maan?d(?:en|jes?|s)?|mnde?n?|kwarta(?:al|len)|"
    r"ja(?:ar|ren)(?:tje)?|jr|dag(?:en|je)?|semester)"
)
_SPAN = re.compile(
    rf"(?P<limit>(?<!\w)(?:{STRONG}|{SOFT}) (?:de |een periode van |tussen )?)?(?:"
    rf"(?P<half>(?:een |1 |1/2 |½ |'n )?half(?: |-)?(?:jaar(?:tje)?|jr))|"
    rf"(?P<quarters>(?:een )?drie ?kwart jaar)|"
    rf"(?P<quarter>(?:een |'n )?(?:kwart(?: |-)?jaar|(?<!vorig )(?<!dit )"
    rf"(?<!eerste )(?<!tweede )(?<!derde )(?<!vierde )kwartaal))|"
    rf"(?:(?P<few>(?:een |'n )?paar |enkele )|"
    rf"(?:(?P<least>{NUMBER}) ?(?:-|à|a|tot|of|"
    rf"en) ?)?(?P<number>{NUMBER}) ?(?P<halves>(?:en (?:een )?halve? )?))"
    rf"(?P<unit>{_UNIT})(?: of (?P<about>{NUMBER}))?|"
    rf"(?P<bare>{_UNIT}) of (?P<bare_about>{NUMBER}))(?!\w)\.?"
    rf"(?P<most>{AFTER})?"
)
_OTHER = re.compile(
    r"^(?:(?! en\b)[^,.;]){0,20}\b(?:start|weg\b|vakantie|ziek|begin|beginnen|thuis|"
    r"geleden|oud|werkloos|gewerkt|werk|"
    r"in de week|per week|terug|schoonmaak|ervaring)\b"
)
_BEFORE = re.compile(
    r"\b(?:over|al|sinds|na|elke|iedere|per|om de|pas|vorige|afgelopen|laatste|deze|dit|"
    r"volgende?|komende) "
    r"(?:de |zo'n |ruim )?$"
)


_IN = re.compile(r"\b(?:in|na) $")
_DONE = re.compile(
    r"^(?: \w+){0,2}? (?:gedaan|klaar|af|afgerond|rond|voorbij|doen|gebeurd|gepiept|kunnen|leren)\b"
)


def durations(heard: Heard) -> Iterator[Found]:
    """The entity `max_weken`; without a limit word only where somebody narrows."""
    for match in _SPAN.finditer(heard.text):
        before, after = heard.text[: match.start()], heard.text[match.end() :]
        done = _IN.search(before) and _DONE.search(after)
        limited = bool(match["limit"] or match["most"] or done)
        if not limited and (heard.intent not in NARROWS or _is_day(match)):
            continue
        if match["most"] is None and _OTHER.search(after):
            continue
        if not _BEFORE.search(before) and not is_least(before, after):
            yield Found("max_weken", _weeks(match), *match.span())


def _is_day(match: re.Match[str]) -> bool:
    return (match["unit"] or match["bare"] or "").startswith("dag")


def _weeks(match: re.Match[str]) -> int:
    if match["half"]:
        return WEEKS_A_YEAR // 2
    if match["quarters"]:
        return WEEKS_A_YEAR * 3 // 4
    if match["quarter"]:
        return WEEKS_A_YEAR // 4
    unit = match["unit"] or match["bare"]
    count = (
        FEW if match["few"] else number(match["bare_about"] or match["about"] or match["number"])
    )
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
