"""Which instrument somebody means: "die tweede", a name, or the one just spoken of."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, utils

from actions.turn import Turn
from catalogue.search import names

SURE = 80
"""Score (0 to 100) from which a typed name counts as an instrument's name."""

SURE_OF_A_WORD = 90
"""The same for one word of its name inside a longer text."""

LAST = "last"
"""How the engine calls "de laatste"; other places in a list are numbers."""

LONG_ENOUGH = 4
"""Letters; a shorter text names no instrument."""

TELLING = 8
"""Letters from which one word of a kind may stand for it: "budgetcoach", but not "verder"."""


def mentioned(turn: Turn) -> tuple[str, ...]:
    """Codes of the instruments that this message names, in the order of the message."""
    found: list[str] = []
    for value in turn.heard.entities.get("instrument", ()):
        code = _code(turn, value)
        if code and code not in found:
            found.append(code)
    if not found and not turn.heard.pressed and (code := _by_name(turn, turn.heard.text)):
        found.append(code)
    return tuple(found)


def refused(turn: Turn) -> tuple[str, ...]:
    """Codes of the instruments that the message says no to: by number, by name or by topic."""
    said = turn.heard.ruled_out.get("instrument", ())
    return tuple(code for value in said for code in _refused(turn, value))


def refused_unknown(turn: Turn) -> tuple[str, ...]:
    """What the message says no to and no instrument is called: "geen weerbaarheidstraining"."""
    said = turn.heard.ruled_out.get("instrument", ())
    names = (value for value in said if value != LAST and not value.isdigit())
    return tuple(name for name in names if not _refused(turn, name))


def _refused(turn: Turn, value: str) -> tuple[str, ...]:
    """The one that is called so; else those with its topic in their name: "geen taaltraining"."""
    if code := _code(turn, value):
        return (code,)
    endings = "|".join(turn.phrases.words("kinds_of_help"))
    topic = re.sub(rf"s?(?:{endings})$", "", value.casefold())
    if len(topic) < LONG_ENOUGH or topic == value.casefold():
        return ()
    kinds = names(turn.session)
    return tuple(code for code, kind, _ in kinds if topic in utils.default_process(kind).split())


def points_past(turn: Turn) -> bool:
    """Whether a number is said, also with a no, that nothing on the screen has."""
    heard = turn.heard
    said = (*heard.entities.get("instrument", ()), *heard.ruled_out.get("instrument", ()))
    return any((value == LAST or value.isdigit()) and not _code(turn, value) for value in said)


def meant(turn: Turn) -> str | None:
    """The one instrument that is meant: named, else the one spoken of, else the only one shown."""
    named = mentioned(turn)
    if named:
        return named[0]
    if any(value.isdigit() for value in turn.heard.entities.get("instrument", ())):
        return None  # "de vijfde" of three: asked back, never another one
    if turn.dialogue.focus:
        return turn.dialogue.focus
    shown = turn.dialogue.on_screen
    return shown[0] if len(shown) == 1 else None


def _code(turn: Turn, value: str) -> str | None:
    shown = turn.dialogue.on_screen
    if value == LAST:
        return shown[-1] if shown else None
    if value.isdigit():
        return shown[int(value) - 1] if 0 < int(value) <= len(shown) else None
    if any(value == code for code, _, _ in names(turn.session)):
        return value
    return _by_name(turn, value)


def _by_name(turn: Turn, text: str) -> str | None:
    """The instrument whose kind stands in the text; of equals, one that is on the screen."""
    words = utils.default_process(text)
    if len(words) < LONG_ENOUGH:
        return None
    best: tuple[float, bool, str] | None = None
    for code, kind, _ in names(turn.session):
        score = _likeness(words, utils.default_process(kind))
        candidate = (score, code in turn.dialogue.shown, code)
        if score >= SURE and (best is None or candidate[:2] > best[:2]):
            best = candidate
    return best[2] if best else _by_one_word(turn, words)


def _by_one_word(turn: Turn, text: str) -> str | None:
    """The only instrument that has a telling word of the text in its kind."""
    telling = [word for word in text.split() if len(word) >= TELLING]
    found = {
        code
        for code, kind, _ in names(turn.session)
        for part in utils.default_process(kind).split()
        if any(fuzz.ratio(word, part) >= SURE_OF_A_WORD for word in telling)
    }
    return found.pop() if len(found) == 1 else None


def _likeness(text: str, kind: str) -> float:
    """How well a kind stands in the text (0 to 100): one of its long words, or most of it."""
    if len(text) >= len(kind):
        return max(fuzz.partial_ratio(kind, text), fuzz.token_set_ratio(kind, text) - 10)
    long_words = [word for word in kind.split() if len(word) >= TELLING]
    return max((fuzz.ratio(text, word) for word in (kind, *long_words)), default=0.0)
