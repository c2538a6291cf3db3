"""A sentence that somebody gives as an answer: a goal, a level, a reason."""

from __future__ import annotations

from collections.abc import Callable

from actions.turn import Turn
from doelenmeter.matching import amounts

LONGEST = 160
"""Characters; a level has to fit on a button and in a picture."""

NO_SENTENCE = ("affirm", "deny", "unsure", "prefer_not_say", "step_back")
"""Short answers that tell nothing to keep."""


def told(turn: Turn) -> str:
    """What was typed, on one line and without markup; empty where it tells nothing."""
    heard = turn.heard
    if heard.pressed or (heard.short and heard.intent in NO_SENTENCE and not amounts(heard.text)):
        return ""
    words = " ".join(heard.text.replace("*", " ").split())
    return words if any(character.isalnum() for character in words) else ""


def plain(turn: Turn) -> str:
    """What was typed in small letters, without signs and without words of politeness."""
    signs = "".join(c if c.isalnum() or c.isspace() else " " for c in turn.heard.text.casefold())
    polite = turn.phrases.words("polite")
    return " ".join(word for word in signs.split() if word not in polite)


def hears(take: Callable[[Turn, str], None]) -> Callable[[Turn], bool]:
    """Hear a sentence and hand it on; one that is too long is asked back shorter."""

    def hear(turn: Turn) -> bool:
        words = told(turn)
        if not words:
            return False
        if len(words) > LONGEST:
            turn.say("utter_shorter_please")
        else:
            take(turn, words)
        return True

    return hear


def unsure(turn: Turn) -> bool:
    """Whether somebody does not know, or would rather not say."""
    heard = turn.heard
    return heard.intent in ("unsure", "prefer_not_say") and (heard.pressed or heard.short)
