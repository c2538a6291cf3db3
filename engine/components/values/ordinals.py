"""Which instrument of the list is meant: "die tweede", "nummer 3", "de laatste"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard

BARE = frozenset({"choose", "compare", "instrument_details", "why_this", "add_instrument"})
ABOUT_LIST = BARE | {"rate_instrument", "more_options", "send_list", "affirm", "deny"}
LAST = "last"

_NUMBERS = {
    "1": "een|één|1|eerste|1e|1ste|bovenste",
    "2": "twee|2|tweede|twede|2e|2de|middelste",
    "3": "drie|3|derde|3e|3de",
    "4": "vier|4|vierde|4e|4de",
    "5": "vijf|5|vijfde|5e|5de",
    LAST: "laatste|onderste|achterste",
}
_RANKS = (
    r"(?:eerste|tweede|twede|derde|vierde|vijfde|laatste|bovenste|middelste|onderste|achterste|"
    r"[1-5](?:e|de|ste))"
)
_CARDINALS = r"(?:een|één|twee|drie|vier|vijf|[1-5])"
_NOT_AN_INSTRUMENT = (
    r"(?! ?(?:keer|stap|dag|week|weken|maand|jaar|uur|gesprek|antwoord|vraag|plaats|van de|"
    r"instantie|kind|x\b|%|euro))"
)
_POINTED = re.compile(
    rf"(?<!\w)(?:(?:die|de|dat|deze|het) )?{_RANKS}(?!\w){_NOT_AN_INSTRUMENT}|"
    rf"(?<!\w)(?:nummer(?:tje)?|nr\.?|optie|no\.?|keuze) ?{_CARDINALS}(?!\w)"
)
_BARE = re.compile(rf"(?<![\w,.€+-])[1-5](?![\w,.]\w)(?!\w){_NOT_AN_INSTRUMENT}")
_VALUES = {word: value for value, words in _NUMBERS.items() for word in words.split("|")}


def ordinals(heard: Heard) -> Iterator[Found]:
    """The entity `instrument` by its number, where a list is talked about."""
    if heard.intent not in ABOUT_LIST and heard.words > 3:
        return
    spans = [match.span() for match in _POINTED.finditer(heard.text)]
    if heard.intent in BARE:
        inside = [span for match in _BARE.finditer(heard.text) for span in [match.span()]]
        spans += [s for s in inside if not any(a <= s[0] < b for a, b in spans)]
    for start, end in spans:
        value = ordinal(heard.text[start:end])
        if value:
            yield Found("instrument", value, start, end)


def ordinal(words: str) -> str | None:
    """The number in a list that `words` point at, "last" for the last, None for a name."""
    match = re.fullmatch(
        r"(?:(?:die|de|dat|deze|het|nummer(?:tje)?|nr\.?|no\.?|optie|keuze) ?)?(\w+)", words.lower()
    )
    return _VALUES.get(match[1]) if match else None
