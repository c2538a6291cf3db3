"""How long it may take at most, in weeks: "max 3 maanden", "hooguit een half jaar"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.numbers import NUMBER, number

REFINE = "refine_practical"
WEEKS_A_YEAR = 52

_LIMIT = (
    r"(?:max(?:imaal|imum)?\.?|hooguit|hoogstens|tot|onder|binnen|korter dan|minder dan|"
    r"niet (?:langer|meer) dan)"
)
_SPAN = re.compile(
    rf"(?P<limit>\b{_LIMIT} (?:de )?)?(?:"
    rf"(?P<half>(?:een |1 |1/2 |½ )?half(?: |-)?(?:jaar(?:tje)?|jr))|"
    rf"(?P<few>(?:een |'n )?paar weken)|"
    rf"(?P<number>{NUMBER}) ?(?P<unit>we(?:ek|ke)(?:n|jes?)?|wkn?|wk|maand(?:en|jes?)?|mnd|"
    rf"jaar|jr|dagen)(?: of (?P<about>{NUMBER}))?)\b\.?"
    rf"(?P<most>(?: is)?(?: echt| wel)?(?: het| mijn| de)? "
    r"(?:langste?|max(?:imum|imaal)?|grens)\b)?"
)
_OTHER = re.compile(
    r"^.{0,20}\b(?:start|begin|beginnen|thuis|geleden|oud|werkloos|gewerkt|werk|"
    r"in de week|per week)\b"
)
_BEFORE = re.compile(r"\b(?:over|al|sinds|na|elke|per|om de|pas|vorige|afgelopen) (?:de )?$")


def durations(heard: Heard) -> Iterator[Found]:
    """The entity `max_weken`; without a limit word only where somebody narrows."""
    for match in _SPAN.finditer(heard.text):
        if not (match["limit"] or match["most"]) and heard.intent != REFINE:
            continue
        before, after = heard.text[: match.start()], heard.text[match.end() :]
        if not _BEFORE.search(before) and not _OTHER.search(after):
            yield Found("max_weken", _weeks(match), *match.span())


def _weeks(match: re.Match[str]) -> int:
    if match["half"]:
        return WEEKS_A_YEAR // 2
    if match["few"]:
        return 3
    count, unit = number(match["about"] or match["number"]), match["unit"]
    if unit.startswith("m"):
        return round(count * WEEKS_A_YEAR / 12)
    if unit.startswith("j"):
        return round(count * WEEKS_A_YEAR)
    return round(count / 7) or 1 if unit == "dagen" else round(count)
