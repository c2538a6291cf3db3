"""How it went, in one word."""

import re
from collections.abc import Iterator

from components.values.found import Found, Heard
from components.values.levels import SCORES
from components.values.phrases import phrases

_DENIED = re.compile(r"\b(?:niet|nie)(?: echt| veel| helemaal)? $")


_WENT_WELL = re.compile(r"(?:ging|gaat|gaan) (?:het )?(?:al )?(?:goed|lekker|prima|best goed)")
_THEN = (
    r"(?:\w+[dt]en?|had(?:den)?|was|waren|kon|kwam|ging|deed|"
    r"zat|lag|liep|sliep|stond|wist|mocht|moest|wou|zei)"
)
_WHO = r"(?:ik|hij|ze|zij|we|wij|ie|er|het|die|mijn|meneer|mevrouw|mw|dhr|cl)"
_TELLS_OF_THEN = re.compile(rf" {_THEN} {_WHO}\b")
_THEN_AND_NOW = re.compile(
    rf"\b(?:eerst|vroeger|voorheen|(?:in|aan|bij) (?:het begin|de start|het eerste)|toen)\b"
    rf"(?: \w+){{0,4}}? {_THEN}\b[^?]{{3,70}}?\b(?:nu|inmiddels|tegenwoordig|ondertussen)\b"
    rf"(?P<now>[^?]{{2,50}})"
)
_GONE = re.compile(
    r"\b(?:niet|nie|geen|nooit|niks|niets)\b(?: \w+)? meer\b|\bniet eens|\bniets\b|\bnooit\b"
)
_COME = re.compile(r"\b(?:wel|al|vaker|soms|af en toe|meestal|makkelijker|elke|iedere)\b")
_NUMBER = re.compile(r"(?<![\w,.])[0-3](?![\w,.:])")


def directions(heard: Heard) -> Iterator[Found]:
    """The entity `direction`, from `engine/data/richtingen.yml`; "niet slechter" says none.

    Beside a number "ging goed" says no more than the number does.
    """
    found = list(_named(heard))
    yield from found or _compared(heard)


def _named(heard: Heard) -> Iterator[Found]:
    for direction in phrases(heard, "direction", "richtingen"):
        if _WENT_WELL.fullmatch(heard.text, direction.start, direction.end) and _NUMBER.search(
            heard.text
        ):
            continue
        if direction.value == "start" and _TELLS_OF_THEN.match(heard.text, direction.end):
            continue
        if not _DENIED.search(heard.text[: direction.start]):
            yield direction


def _compared(heard: Heard) -> Iterator[Found]:
    """What then and now say together: "in het begin durfde ik niet, nu soms wel"."""
    match = _THEN_AND_NOW.search(heard.text) if heard.intent in SCORES else None
    if match is None:
        return
    if _GONE.search(match["now"]):
        yield Found("direction", "worse", *match.span())
    elif _COME.search(match["now"]):
        yield Found("direction", "better", *match.span())
