"""When it has to start, in the words said: "volgende maand", "vanaf september", "zsm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.numbers import NUMBER
from components.values.waits import is_wait

NARROWS = frozenset({"refine_practical", "more_options"})
SEARCH = "find_instrument"
SEEKS = NARROWS | {SEARCH, "choose", "affirm", "deny", None}
"""Intents in which somebody may say when help must start; elsewhere goals and questions begin."""
WRITTEN_OUT = {
    "zsm": "zo snel mogelijk",
    "z.s.m.": "zo snel mogelijk",
    "asap": "zo snel mogelijk",
    "vlg": "volgende",
    "vlgde": "volgende",
    "vlgnde": "volgende",
    "volg": "volgende",
    "'n": "een",
    "wk": "week",
    "wkn": "weken",
    "mnd": "maand",
    "jan": "januari",
    "febr": "februari",
    "feb": "februari",
    "mrt": "maart",
    "apr": "april",
    "aug": "augustus",
    "sept": "september",
    "sep": "september",
    "okt": "oktober",
    "nov": "november",
    "dec": "december",
    "ná": "na",
    "vóór": "voor",
}

_MONTH = (
    r"(?:jan(?:uari)?|febr?(?:uari)?|maart|mrt|apr(?:il)?|mei|juni|juli|aug(?:ustus)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PERIOD = (
    r"(?:week|wk|maand|mnd|jaar|kwartaal|schooljaar|zomer|winter|lente|herfst|voorjaar|najaar)"
)
_WHICH = r"(?:deze|dit|komende?|aankomende?|eerstkomende|volgende?|vlgn?de|vlg)"
_OWN = r"(?:de|het|mijn|m'n|mn|me|onze|'t|t)"
_SEASON = (
    r"(?:\w*vakantie|zomer|kerst(?:mis|dagen)?|winter|herfst|lente|voorjaar|najaar|bouwvak|"
    r"feestdagen|pasen|ramadan|suikerfeest|carnaval|oud en nieuw|nieuwjaar|jaarwisseling)"
)
_EVENT = (
    r"(?:verhuizing|bevalling|operatie|verlof|zwangerschapsverlof|examens?|inburgering|bruiloft|"
    r"verbouwing|oogst|pluk|scheiding|revalidatie|behandeling|opleiding|proefperiode)"
)
_SPAN = rf"(?:(?:een |'n )?(?:paar|half)|(?:een )?anderhalve|{NUMBER}) ?"
_DAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_START = re.compile(
    r"(?<!\w)(?:"
    r"(?P<soon>zsm|z\.s\.m\.|asap|zo (?:snel|gauw|vlug|spoedig) (?:als )?mogelijk|"
    r"zodra (?:het kan|mogelijk)|(?:geen|zonder|korte)(?: lange)? wacht(?:tijd|lijst)|"
    r"per (?:direct|ommegaande)|direct|meteen|gelijk|onmiddellijk|nu meteen|nu direct)|"
    rf"(?P<part>(?:begin|half|medio|eind|einde|midden) (?:van )?"
    rf"(?:{_WHICH}|de|het|dit) {_PERIOD}|einde? (?:v\.?d\.? )?{_PERIOD})|"
    rf"(?P<period>(?:in )?(?:het (?:nieuwe|volgende)|{_WHICH}) {_PERIOD})|"
    rf"(?P<season>(?:n[aá]|v(?:oo|óó)r|rond) (?:{_OWN} )?{_SEASON})|"
    rf"(?P<within>(?:in|vanaf) (?:de|het) (?:zomer|winter|lente|herfst|voorjaar|najaar)|"
    rf"vanaf de \w*vakantie)|"
    rf"(?P<numbered>(?:in )?(?:week|wk) \d{{1,2}}|"
    rf"(?:in )?(?:de )?(?:eerste|tweede|derde|vierde|laatste|1e|2e|3e|4e) week (?:van )?{_MONTH}|"
    rf"(?:in )?(?:het )?(?:eerste|tweede|derde|vierde|laatste) kwartaal)|"
    rf"(?P<event>n[aá] {_OWN} (?:\w+ )?{_EVENT})|"
    rf"(?P<ahead>(?:over|binnen) {_SPAN}(?:dagen|weken|week|wkn|wk|maand(?:en|je)?|mnd|jaar)"
    rf"(?: of {NUMBER})?)|"
    rf"(?P<whole>(?:(?<=^)|(?<=[.,;:!?] ))(?:zomer|winter|herfst|lente|voorjaar|najaar)"
    rf"(?= (?:is|mag|kan|graag|pas|past|lijkt|prima|ok)\b| *(?:[.,;!?]|$)))|"
    rf"(?P<month>(?:n[aá] |(?<!niet )(?<!nie )v(?:oo|óó)r )?"
    rf"(?:(?:begin|half|medio|eind|einde|(?:de )?{NUMBER}) )?{_MONTH}"
    rf"(?: 20\d\d)?)|"
    rf"(?P<day>overmorgen|morgen|(?:komende |aankomende |volgende )?{_DAY}))(?!\w)"
)
_ABOUT_START = re.compile(
    r"\b(?<!op )(?:start\w*|begin(?:t|nen)?|beginne|vanaf|beschikbaar|inzetbaar|instromen|instroom|"
    r"aan de slag|terecht|aanvang)\b(?! (?:\w+ ){0,2}met goede)"
)
_WANTED = re.compile(r"\b(?:per|vanaf|pas|pas in|niet voor|liefst|graag) (?:in |per |vanaf )?$")
_WISHED = re.compile(r"^(?: \w+){0,2}? (?:pas|wil|kan|mag|graag|liefst|zou|heb ik tijd)\b")
_THEN_SAID = re.compile(
    r"\b(?:sinds|afgelopen|vorige?|tot|elke|iedere|in|van|al|geboren|is) (?:de |het )?$"
)
_CLOSES = re.compile(
    r"^(?: (?:aub|svp|alsjeblieft|alstublieft|graag|pls|please|hoor|dus|h[eè]|joh))?"
    r"(?:\s*[.,;!?]|\s*$| ik\b)"
)
_BY_ITSELF = re.compile(
    r"(?:(?:^|[.,;:!?]) ?|\b(?:en|wel|graag|liefst|het liefst|gewoon|moet|mag) )"
    r"(?:(?:en|dan|maar|wel|het liefst|liefst|graag) )*$"
)
_VAGUE = re.compile(r"direct|meteen|gelijk|onmiddellijk|binnen .*")
_CAN = re.compile(r" (?:kan|kunnen|mag|mogelijk|beschikbaar)\b(?! (?:ik )?(?:niet|nie))")
_READY = re.compile(
    r"^(?: \w+){0,3}? (?:klaar|afgerond|afgelopen|uitgestroomd|uitstromen|rond|voorbij|"
    r"van ?af|achter de rug)\b"
)
_BEGINS = re.compile(
    r"^(?: (?:al|ook|gewoon|meteen|direct|kan|mag|kunnen|nog|zou|wel))* (?:begint|beginnen?|start)"
)
_EVEN = re.compile(r"^ (?:al|gelijk|meteen)(?= *(?:[.,;!?]|$))")
_AND_THEN = re.compile(r"\b(?:en|maar) dan (?:wel )?$")
_THAT = re.compile(r"\b(?:die|dat|wat|om|kan|wil|mag|zou)(?: (?:ik|er|ook|al|pas|vanaf|op|per))* $")
_IMPOSSIBLE = re.compile(
    r"^ (?:is (?:al )?(?:vol|te)|lukt niet|kan (?:ik )?niet|gaat niet|niet\b|klaar\b|"
    r"(?:pluk|werk|ben|zit|ga) ik\b(?! (?:vrij|klaar|thuis|weer)))"
)
_UNTIL = re.compile(
    r"\b(?:stop\w*|eindig\w*|afgelopen|verloopt|loopt af|sinds|uitstroom|uitstromen|"
    r"uitgestroomd|klaar|"
    r"afgerond)(?: \w+)? $|\b(?:tot|(?:budget|potje|geld) (?:van|voor)) (?:de |het )?$|"
    r"\bniet pas $"
)


def starts(heard: Heard) -> Iterator[Found]:
    """The entity `start`, where somebody narrows, speaks of starting or wants it then."""
    if heard.intent not in SEEKS:
        return
    about_start = is_about_start(heard)
    for match in _START.finditer(heard.text):
        before, after = heard.text[: match.start()], heard.text[match.end() :]
        even = match["day"] and heard.intent == SEARCH and _EVEN.search(after)
        if match["day"] and not (even or (about_start and _is_of_start(heard, before, after))):
            continue
        if _UNTIL.search(before) or _IMPOSSIBLE.search(after) or _is_beside(heard, match):
            continue
        if match["ahead"] and match[0].startswith("binnen") and is_wait(before, after):
            continue  # durations counts those weeks
        if even or about_start or _narrows(heard, match) or _asked(heard, match):
            said = match[0].removeprefix("in ").removeprefix("vanaf ")
            if match["numbered"] or match["month"]:
                said = said.removeprefix("de ")
            yield Found(
                "start",
                " ".join(WRITTEN_OUT.get(word, word) for word in said.split()),
                *match.span(),
            )


def _is_of_start(heard: Heard, before: str, after: str) -> bool:
    """Whether a day is one to begin on; in a story only as in "iets dat maandag kan starten"."""
    in_story = _THAT.search(before) is not None and _BEGINS.search(after) is not None
    return heard.intent in NARROWS or in_story


def _is_beside(heard: Heard, match: re.Match[str]) -> bool:
    """Whether it is the end that is meant, or "gelijk" in "gelijk volgende week"."""
    after = heard.text[match.end() :]
    if match["ahead"] and _READY.search(after):
        return True
    vague = _VAGUE.fullmatch(match[0]) is not None
    return vague and _START.match(after.lstrip()) is not None


def is_about_start(heard: Heard) -> bool:
    """Whether somebody speaks of beginning."""
    return _ABOUT_START.search(heard.text) is not None


def _narrows(heard: Heard, match: re.Match[str]) -> bool:
    wanted = _CAN.match(heard.text, match.end()) is not None
    closes = _CLOSES.search(heard.text[match.end() :]) is not None
    apart = closes and _BY_ITSELF.search(heard.text[: match.start()]) is not None
    vague = _VAGUE.fullmatch(match[0]) is not None and heard.words > 3
    return heard.intent in NARROWS and (wanted or (apart and not match["ahead"]) or not vague)


def _asked(heard: Heard, match: re.Match[str]) -> bool:
    """Whether a story says that it should be then: "per jan", "na de zomer wil ik"."""
    before, after = heard.text[: match.start()], heard.text[match.end() :]
    if match["soon"] and match["soon"].startswith("per "):
        return True
    if match["soon"]:
        return _VAGUE.fullmatch(match[0]) is None and _CLOSES.search(after) is not None
    if match["ahead"] or match["whole"]:
        return False
    if re.match(r" pas\b", after):
        return True
    if _AND_THEN.search(before) and _CLOSES.search(after):
        return True
    if _WANTED.search(before):
        return heard.intent != "report"
    return bool(match["season"] and not _THEN_SAID.search(before) and _WISHED.search(after))
