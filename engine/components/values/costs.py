"""What it may cost at most, in whole euros a person: "gratis", "max € 500", "onder de 750 euro"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.numbers import NUMBER, number

REFINE = "refine_practical"
ASKS_PRICE = frozenset({"instrument_details", "compare", "out_of_scope", "add_instrument"})

_FREE = re.compile(
    r"\b(?:gratis|kosteloos|kosteloze|voor niks|voor niets|voor nop|zonder kosten|"
    r"(?:mag|moet|kan) (?:niks|niets|geen geld) kost\w*)\b"
)
_LIMIT = (
    r"(?:max(?:imaal|imum)?\.?|hooguit|hoogstens|niet (?:meer|duurder|hoger) dan|"
    r"niet (?:boven|over)|goedkoper dan|(?:het )?budget(?: is| van)?:?)"
)
_SOFT_LIMIT = r"(?:tot(?: en met)?|onder|beneden|binnen|minder dan)"
_UNIT = (
    r"(?:weken|week|wkn|wk|maand|mnd|jaar|jr|dag|uur|u\b|keer|x\b|km|kilometer|%|procent|minu|plus)"
)
_LIMITED = rf"(?:\b(?:(?P<limit>{_LIMIT})|(?P<soft>{_SOFT_LIMIT})) (?:de |het )?)?"
_EUROS = r"(?P<after> ?(?:euro(?:'s)?|eur|€)(?!\w)|,-|,00)?"
_AMOUNT = re.compile(
    rf"{_LIMITED}(?P<before>€ ?)?(?P<number>{NUMBER}){_EUROS}(?! ?-?{_UNIT})(?!\w)"
)
_DEBT = re.compile(r"schuld|boete|achterstand|rood")


def costs(heard: Heard) -> Iterator[Found]:
    """The entity `max_kosten`; a debt is no limit, and a bare number needs a limit or a sign."""
    if heard.intent not in ASKS_PRICE:
        for match in _FREE.finditer(heard.text):
            yield Found("max_kosten", 0, *match.span())
    for match in _AMOUNT.finditer(heard.text):
        if _is_limit(heard, match):
            yield Found("max_kosten", round(number(match["number"])), *match.span())


def _is_limit(heard: Heard, match: re.Match[str]) -> bool:
    limited = bool(match["limit"] or (match["soft"] and heard.intent == REFINE))
    euros = bool(match["before"] or match["after"])
    if euros and (match["limit"] or match["soft"]):
        return True
    if _DEBT.search(heard.text):
        return False
    if limited:
        return number(match["number"]) >= 50
    return euros and heard.intent == REFINE
