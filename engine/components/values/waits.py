"""Whether a length of time is one to wait: "wachttijd max 3 weken", "binnen 3 weken starten"."""

import re

_SMALL = (
    r"(?:is|van|voor|mag|mogen|moet|moeten|kan|kunnen|wil|liefst|graag|echt|wel|al|er|hij|ze|zij|"
    r"ik|we|het|dat|die|zijn|duren|tijd|klant|cl|mw|dhr|meneer|mevrouw)"
)
_TO_WAIT = r"wacht(?:en|t|tijd(?:en)?|lijst(?:en)?|rij|duur)?"
_TO_START = (
    r"(?:op|in)?start(?:en|t|datum|moment)?|begin(?:nen|t)?|beginne|aanvang|instappen|"
    r"instrom(?:en|ing)|instroom|terecht"
)
_BEFORE = re.compile(rf"\b(?:{_TO_WAIT}|{_TO_START}):?(?: {_SMALL})* $")
_AFTER = re.compile(rf"^(?: {_SMALL})* (?:{_TO_WAIT}|{_TO_START}|van start)\b")


def is_wait(before: str, after: str) -> bool:
    """Whether the time between these words is how long it may take before it begins."""
    return bool(_BEFORE.search(before) or _AFTER.search(after))
