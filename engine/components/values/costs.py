"""What it may cost at most, in whole euros a person: "gratis", "max € 500", "een paar tientjes"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.limits import ABOUT, AFTER, SOFT, STRONG, is_least, is_most
from components.values.numbers import NUMBER, number

NARROWS = frozenset({"refine_practical", "more_options"})
ASKS_PRICE = frozenset(
    {
        "instrument_details",
        "compare",
        "out_of_scope",
        "add_instrument",
        "help",
        "bot_challenge",
        "explain_term",
        "rate_instrument",
        "report",
    }
)
FEW = 3  # "een paar tientjes"
LEAST_BARE = 50  # euros: a lower number without a sign of money may be anything
LEAST_IN_STORY = 100
YEARS = range(1940, 2041)  # "tot 2009 was hij kok"
BY_NAME = {
    "tientje": 10,
    "tientjes": 10,
    "vijfje": 5,
    "twintigje": 20,
    "vijftigje": 50,
    "honderdje": 100,
    "joet": 10,
    "joetje": 10,
    "donnie": 10,
    "geeltje": 25,
    "barkie": 100,
    "meier": 100,
    "rooie rug": 1000,
    "mille": 1000,
    "ton": 100_000,
    "k": 1000,
    "duizend": 1000,
    "honderd": 100,
}

_PAY = r"(?:betalen?|betale|uitgeven|kwijt zijn|neerleggen|dokken|lappen)"
_NOTHING = r"(?:niks|niets|nix|geen (?:geld|cent|euro)|nul euro|0 euro)"
_FREE = re.compile(
    r"(?<!niet )(?<!niet per se )\b(?:grat[iu]e?s+|kosteloo?s|kosteloze|"
    r"(?:voor|om) (?:niks|niets|nop|noppes|niet)(?=[ .,!?]*$)|voor (?:niks|niets|nop|noppes)|"
    r"(?:zonder|geen) (?:eigen )?(?:kosten|bijdrage|betaling)|"
    r"zonder (?:(?:te|dat (?:ik|wij|we|hij|ze|zij|je)|hoeft?|moet|er(?: \w+)?|iets|wat|zelf|"
    r"voor) )*(?:betaa?le?n?|betaalt|dokken|bijbetalen)|"
    rf"(?:mag|moet|kan|zal|dat|die|het|hoeft|wat) "
    rf"(?:(?:het|mij|me|eigenlijk|echt|liefst|gewoon|verder|helemaal|ook|wel|dan) ){{0,3}}?"
    rf"{_NOTHING} (?:te )?kost\w*|"
    rf"(?:iets|wat|wa|die|dat) kost (?:me |mij )?{_NOTHING}(?! te| meer)|"
    r"kosten(?: zijn| is|:)? (?:nihil|nul|0|niks|geen)|"
    rf"{_NOTHING}(?: \w+){{0,3}} {_PAY}|(?:betaal|betalen) {_NOTHING})"
    r"(?!\w)(?! hoeft (?:het )?niet)"
)
_LIMITED = (
    rf"(?:(?<!\w)(?:(?P<limit>{STRONG})(?: |(?<=[<=≤:])|(?=€))|(?P<soft>{SOFT}) )"
    rf"(?:de |het |een budget van |(?:kosten|prijs|bedrag)(?: is| van)?:? |{ABOUT} )?)?"
)
_EUROS = (
    r"(?P<after> ?(?:e(?!\w)|euro(?:'?s|otjes|tjes)?|euri(?:e?s)?|eur|€|piek|pop|p\.?p\.?|"
    r"per (?:persoon|klant|kandidaat|"
    r"deelnemer|traject)|all[ -]?in(?:clusief)?|"
    r"(?:in|ex)cl(?:usief|\.)? btw|(?:in )?totaal)(?!\w)|,-{1,2}|,00|\.-)?"
)
_UNIT = (
    r"(?:weken|week|wkn|wk|maand|mnd|jaar|jr|dag|uur|u\b|keer|x\b|km|kilometer|kilo|%|procent|"
    r"minu|plus|"
    r"kwarta|halfj|half jaar|kinderen|mensen|deelnemers|plaatsen|personen|kwart|minuten|punten)"
)
_NAMED = "|".join(sorted(BY_NAME, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"{_LIMITED}(?P<before>(?:€|eur) ?)?(?:"
    rf"(?:(?P<few>(?:een |'n )?paar |enkele )|(?P<times>{NUMBER}) ?)(?P<named>{_NAMED})(?!\w)|"
    rf"(?:een )?briefje van (?P<note>{NUMBER})|"
    rf"(?:een )?euro of (?P<about>{NUMBER})|"
    rf"(?P<number>{NUMBER})){_EUROS}(?! ?-?{_UNIT})(?!\w)(?P<most>{AFTER})?"
)
_PER_TIME = re.compile(
    r"^,? ?(?:euro |€ )?(?:per|in de|p/|elke|iedere) ?(?:week|maand|mnd|uur|dag|jaar)"
)
_OF_DEBT = re.compile(
    r"^,? (?:aan |in de |in het )?(?:schuld|boete|achterstand|rood|borg|huur|loon|salaris|"
    r"inkomen|uitkering|"
    r"leefgeld|min|minnetje)"
)
_TO_LIVE = re.compile(
    r"(?:schuld\w*|boetes?|achterstand|huur|loon|salaris|verdien\w*|rondkomen|leef|leven)"
    r"(?: \w+){0,2} (?:van |is |met )?(?:maar )?$"
)
_DEBT = re.compile(r"schuld|boete|achterstand|rood")
_REFUSED = re.compile(r"\bnog $|\bnog niet(?: voor)? $")
_AFFORDS = re.compile(
    r"^(?: \w+){0,2}? (?:missen|betalen|betale|uitgeven|te besteden|beschikbaar|doe ik het|"
    r"is er|heb ik)\b"
)
_SPENT = re.compile(r"^(?: \w+){0,2}? (?:missen|betalen?|uitgeven|te besteden)\b")
_ONLY = re.compile(r"\b(?:maar|slechts|enkel|alleen)(?: een)? $|\ber (?:\w+ ){0,3}$")
_ARTICLES = frozenset({"een", "n", "'n"})
_DATE = re.compile(r"\b(?:de|den) $")
_AVAILABLE = re.compile(r"^ (?:beschikbaar|te besteden|(?:op|in) (?:het|mijn|ons) budget)\b")
_MAY = re.compile(r"\bmag(?: \w+){0,3} $")
_COST = re.compile(r"^ (?:\w+ )?(?:kosten|kost)\b")
_MONEY = re.compile(
    r"\b(?:betal\w+|betaal|kost\w*|missen|uitgeven|budget|prijs|besteden|duurder|goedkoper)\b"
)


def costs(heard: Heard) -> Iterator[Found]:
    """The entity `max_kosten`; a debt is no limit, and a bare number needs a limit or a sign."""
    if heard.intent not in ASKS_PRICE:
        for match in _FREE.finditer(heard.text):
            yield Found("max_kosten", 0, *match.span())
    for match in _AMOUNT.finditer(heard.text):
        if _is_limit(heard, match):
            yield Found("max_kosten", _euros(match), *match.span())


def _euros(match: re.Match[str]) -> int:
    if match["few"]:
        return FEW * BY_NAME[match["named"]]
    if match["named"]:
        return round(number(match["times"]) * BY_NAME[match["named"]])
    return round(number(match["note"] or match["about"] or match["number"]))


def _is_limit(heard: Heard, match: re.Match[str]) -> bool:
    before, after = heard.text[: match.start()], heard.text[match.end() :]
    if _PER_TIME.search(after) or _OF_DEBT.search(after) or _TO_LIVE.search(before):
        return False
    if is_least(before, after) or _REFUSED.search(before) or _is_none(match):
        return False
    money = any(match[sign] for sign in ("before", "after", "note", "about", "named"))
    may_cost = _MAY.search(before) and _COST.search(after)
    refused = (money or heard.intent in NARROWS) and is_most(before, after)
    strong = bool(match["limit"] or match["most"] or may_cost or refused)
    if money and (strong or match["soft"]):
        return heard.intent not in ASKS_PRICE or strong
    if strong:
        return _is_amount(heard, match) and (match["most"] is None or not _DEBT.search(heard.text))
    if match["soft"]:
        return _below(heard, match)
    spent = _ONLY.search(before) and _SPENT.search(after) and not _DEBT.search(heard.text)
    if money and (_AVAILABLE.search(after) or spent):
        return heard.intent not in ASKS_PRICE
    narrows = heard.intent in NARROWS and not _DEBT.search(heard.text)
    return narrows and (money or _is_afforded(match, after))


def _is_none(match: re.Match[str]) -> bool:
    """Whether it is no amount at all: the "een" of "een cursus", the "23e" of "de 23e"."""
    if match["number"] in _ARTICLES:
        return not (match["before"] or match["after"])
    below = match["limit"] or match["soft"] in {"onder", "beneden"}
    dated = match["number"] and match["after"] == "e" and not below
    return bool(dated and _DATE.search(match.string[: match.start("number")]))


def _is_afforded(match: re.Match[str], after: str) -> bool:
    """Whether it can be paid: "25 kan ik missen"; what somebody has may be anything but money."""
    if _SPENT.search(after):
        return True
    return _euros(match) >= LEAST_BARE and _AFFORDS.search(after) is not None


def _is_amount(heard: Heard, match: re.Match[str]) -> bool:
    return _euros(match) >= LEAST_BARE or bool(_MONEY.search(heard.text))


def _below(heard: Heard, match: re.Match[str]) -> bool:
    """Whether "tot 3000" is about money: where somebody narrows, or where it can be no year."""
    if _DEBT.search(heard.text) or match["soft"] in {"rond"}:
        return False
    if heard.intent in NARROWS:
        return _is_amount(heard, match) and (
            match["soft"] != "voor" or _AFFORDS.search(heard.text[match.end() :]) is not None
        )
    amount = _euros(match)
    in_story = heard.intent == "find_instrument" and match["soft"].startswith(("tot", "onder"))
    return in_story and amount >= LEAST_IN_STORY and amount not in YEARS
