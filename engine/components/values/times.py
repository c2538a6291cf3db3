"""A time of the day as HH:MM: "half negen", "kwart over acht 's avonds", "13.00"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.numbers import WORDS

CHOOSES_TIME = "change_prompt_time"
TELLS_OF_LIFE = frozenset({"find_instrument", "crisis", "frustration"})
EARLIEST = 7  # without a part of the day, 7 to 12 is before noon and 1 to 6 after it

_HOURS = [word for word, value in WORDS.items() if value in range(1, 13) and len(word) > 2]
_HOUR = rf"(?:{'|'.join(sorted(_HOURS, key=len, reverse=True))}|\d{{1,2}})"
_MINUTES = r"(?:kwart|vijf|tien|twintig|\d{1,2})(?: ?min(?:uten|uut)?)?"
_TIME = re.compile(
    rf"(?<![\w.,:])(?P<om>(?:om|rond|tegen|vanaf) )?(?:"
    rf"(?P<h>\d{{1,2}})[:.](?P<m>[0-5]\d)(?: ?uur|u)?|"
    rf"(?:(?P<minutes>{_MINUTES}) (?P<side>over|voor) )?(?P<half>half )?(?P<hour>{_HOUR})"
    rf"(?P<unit> ?(?:uur|u))?)(?![\w:])"
)
_DURATION = re.compile(
    r"^ (?:per|te laat|gemist|lang|achter elkaar|in de week|werken|thuis|eerder|later)"
)
_PART = re.compile(r"(?P<early>ochtend|morgens|\bmorge\b)|(?P<late>middag|avond)|(?P<night>nacht)")


def times(heard: Heard) -> Iterator[Found]:
    """The entity `tijd`: every form where a moment is chosen, elsewhere only after "om"."""
    if heard.intent in TELLS_OF_LIFE:
        return
    for match in _TIME.finditer(heard.text):
        chosen = heard.intent == CHOOSES_TIME
        clock = match["h"] or match["minutes"] or match["half"] or match["unit"]
        if not clock or not (chosen or match["om"]):
            continue
        time = _time(match, heard.text)
        if time and not _DURATION.search(heard.text[match.end() :]):
            yield Found(
                "tijd", time, match.end("om") if match["om"] else match.start(), match.end()
            )


def _time(match: re.Match[str], text: str) -> str | None:
    hour = int(match["h"] or 0) or _number(match["hour"] or "0")
    offset = int(match["m"] or 0)
    if match["half"]:
        offset -= 30
    if match["minutes"]:
        minutes = _number(match["minutes"].split()[0])
        offset += minutes if match["side"] == "over" else -minutes
    if hour > 24 or (match["h"] and int(match["h"]) > 23):
        return None
    total = (hour * 60 + offset) % (24 * 60)
    if hour <= 12 and _is_late(total / 60, text, exact=bool(match["h"] and len(match["h"]) == 2)):
        total = (total + 12 * 60) % (24 * 60)
    return f"{total // 60:02}:{total % 60:02}"


def _is_late(hour: float, text: str, exact: bool) -> bool:
    """Whether twelve hours must be added to an hour said on a twelve-hour clock."""
    part = _PART.search(text)
    if part is None:
        return not exact and hour < EARLIEST
    return bool(part["late"]) and hour < 12


def _number(word: str) -> int:
    if word == "kwart":
        return 15
    return int(word) if word.isdigit() else int(WORDS[word])
