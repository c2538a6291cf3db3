"""A time of the day as HH:MM: "half negen", "kwart over acht 's avonds", "13.00", "na achten"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.days import CALLS, CHOOSES_MOMENT, chooses_moment, is_chosen
from components.values.found import Found, Heard
from components.values.numbers import WORDS

EARLIEST = 7  # without a part of the day, 7 to 12 is before noon and 1 to 6 after it
NOON = 12
DAY = 24 * 60  # minutes

_HOURS = {
    word: int(value) for word, value in WORDS.items() if value in range(1, 13) and len(word) > 2
}
_MISSPELLED = {"negn": 9, "zeuven": 7, "tein": 10, "tine": 10, "ach": 8, "twalf": 12}
_PLURAL = {
    "enen": 1,
    "tweeën": 2,
    "drieën": 3,
    "vieren": 4,
    "vijven": 5,
    "zessen": 6,
    "zevenen": 7,
    "achten": 8,
    "negenen": 9,
    "tienen": 10,
    "elven": 11,
    "twaalven": 12,
}
_WORDS = {**_HOURS, **_MISSPELLED, **_PLURAL}
_HOUR = rf"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))}|\d{{1,2}})"
_MINUTES = r"(?:kwart(?:ier)?|vijf|tien|twintig|\d{1,2})(?: ?min(?:uten|uut)?\.?)?"
_TIME = re.compile(
    rf"(?<![\w.,:])(?P<om>(?:om|rond|omstreeks|tegen|vanaf|na|voor|tussen|"
    rf"zo rond) (?:een uur of )?)?(?:"
    rf"(?P<h>\d{{1,2}})(?:[:.]|u|h| ?uur )(?P<m>[0-5]\d)(?: ?uur|u)?|"
    rf"(?:(?P<minutes>{_MINUTES}) (?P<side>over|ovr|voor|na) )?(?P<half>half ?)?(?P<hour>{_HOUR})"
    rf"(?P<unit> ?(?:uur|uurtje|u|h|am|pm))?)(?![\w:])(?!['’.,]\d)"
)
_DURATION = re.compile(
    r"^ (?:per|te laat|gemist|lang\b|achter elkaar|in de week|werken|zitten|lopen|staan|thuis|"
    r"eerder|later|van tevoren)"
)
_UNTIL = re.compile(r"\btot (?:een uur of )?$")
_AFTER_DAY = re.compile(
    r"(?:dag|vandaag|morgen|ochtend|middag|avond|\b(?:ma|di|wo|do|vr|za|zo)),? (?:bellen |bel )?$"
)
_AND = re.compile(rf"\btussen (?:{_HOUR}|\d{{1,2}}[:.]\d\d)(?: ?u(?:ur)?)? en $")
_TOGETHER = re.compile(r"\b(?:met (?:z'?n|zijn|ons|hun|de)|wij|ons) $")
_FREE_FROM = ("vanaf", "na ", "tussen")
_SET_TO = re.compile(r"\b(?:doe(?: dan)? maar|maak er|maak het|liever|bedoel(?:de)?) $")
_COUNTED = re.compile(r"^ ?(?:x\b|keer|weken|week|dag|maand|jaar|euro|minu|berichten|vragen|%)")
_PART_AFTER = re.compile(r" ?(?:'s |s|in de )?(?:ochtend|mo?rgens|middag|avond|nachts)")
_PART = re.compile(
    r"(?<!niet )(?<!niet in de )(?<!niet meer )(?:"
    r"(?P<early>och?t?end|soch?en[sd]|morgens|voormiddag|(?:de|"
    r"elke|vroege) morgen|\bmorge\b|\bam\b)|"
    r"(?P<late>middag|avond|na het eten|\bpm\b)|(?P<night>nacht))"
)


def times(heard: Heard) -> Iterator[Found]:
    """The entity `tijd`: every form where a moment is chosen, a bare hour only after "om"."""
    if not chooses_moment(heard):
        return
    for match in _TIME.finditer(heard.text):
        clock = match["h"] or match["minutes"] or match["half"] or match["unit"]
        if not _is_asked(heard, match) or not (clock or _is_hour(heard, match)):
            continue
        time = _time(match, heard.text)
        lasts = _DURATION.search(heard.text[match.end() :])
        until = _UNTIL.search(heard.text[: match.start()])
        free = heard.intent == CALLS and (match["om"] or "").startswith(_FREE_FROM)
        if time and not (lasts or until) and (free or is_chosen(heard, match)):
            start = match.end("om") if match["om"] else match.start()
            yield Found("tijd", time, start, match.end())


def _is_asked(heard: Heard, match: re.Match[str]) -> bool:
    """Whether a time here is one to write or to call at; of waiting "al 2 uur" is none."""
    before, after = heard.text[: match.start()], heard.text[match.end() :]
    if heard.intent == "change_prompt_time" or heard.intent not in CHOOSES_MOMENT:
        return True
    if match["om"] or _AFTER_DAY.search(before) or _AND.search(before):
        return True
    exact = match["h"] or match["minutes"] or match["half"]
    return heard.intent == CALLS and bool(exact or (match["unit"] and _PART_AFTER.match(after)))


def _is_hour(heard: Heard, match: re.Match[str]) -> bool:
    """Whether a bare number is an hour: "om 7", "na achten"; "een" is no number here."""
    if match["hour"] in {"een", "één"} or _COUNTED.search(heard.text[match.end() :]):
        return False
    after_om = bool(match["om"]) and not match["om"].startswith("voor")
    after_om = after_om or _AND.search(heard.text[: match.start()]) is not None
    after_om = after_om or _SET_TO.search(heard.text[: match.start()]) is not None
    if _TOGETHER.search(heard.text[: match.start()]):
        return False  # "met z'n tweeën"
    return match["hour"] in _PLURAL or (after_om and heard.intent in {"change_prompt_time", CALLS})


def _time(match: re.Match[str], text: str) -> str | None:
    hour = int(match["h"] or 0) or _number(match["hour"] or "0")
    offset = int(match["m"] or 0)
    if match["half"]:
        offset -= 30
    if match["minutes"]:
        minutes = _number(re.split(r"\W|min", match["minutes"])[0])
        offset += -minutes if match["side"] == "voor" else minutes
    if hour > 24 or (match["h"] and int(match["h"]) > 23):
        return None
    total = (hour * 60 + offset) % DAY
    exact = bool(match["h"] and len(match["h"]) == 2)
    if hour <= NOON and _is_other_half(total / 60, _part(match, text), exact=exact):
        total = (total + DAY // 2) % DAY
    return f"{total // 60:02}:{total % 60:02}"


def _part(match: re.Match[str], text: str) -> str | None:
    """The part of the day that is named nearest to the time."""

    def apart(part: re.Match[str]) -> int:
        return max(part.start() - match.end(), match.start() - part.end())

    nearest = min(_PART.finditer(text), key=apart, default=None)
    return nearest.lastgroup if nearest else None


def _is_other_half(hour: float, part: str | None, *, exact: bool) -> bool:
    """Whether twelve hours must be added to an hour said on a twelve-hour clock."""
    if part is None:
        return not exact and hour < EARLIEST
    if part == "night":
        return hour >= NOON
    return part == "late" and hour < NOON


def _number(word: str) -> int:
    if word.startswith("kwart"):
        return 15
    return int(word) if word.isdigit() else int({**WORDS, **_WORDS}[word])
