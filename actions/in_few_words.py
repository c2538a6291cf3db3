"""A word or two that mean something here, whatever they sound like alone: "waar?", "leuk", "nu"."""

from __future__ import annotations

from actions.dialogue import Step
from actions.knowing import bare_length, bare_wait, fits
from actions.starting import weeks_until
from actions.turn import Turn

ASPECTS = ("waar", "wanneer", "duur", "kosten", "wie")
"""What a bare question over a list may ask."""

PLEASED_AT: frozenset[Step] = frozenset({"advice", "argument"})
"""Steps where "leuk" is no small talk and no goodbye."""

THANKS = "thanks"


def mean_something(turn: Turn) -> bool:
    """Whether one of these is said here."""
    if pleased(turn) or tells_a_wait(turn):
        return True
    return any(of(turn) is not None for of in (bare_question, bare_length, bare_wait))


def bare_question(turn: Turn) -> str | None:
    """The aspect that is asked of the list in a word or two: "waar is dit"."""
    over_a_list = turn.dialogue.step == "advice" and bool(turn.dialogue.on_screen)
    if turn.heard.pressed or not over_a_list:
        return None
    return next((aspect for aspect in ASPECTS if fits(turn, f"asks_{aspect}")), None)


def pleased(turn: Turn) -> bool:
    """Whether somebody is pleased: over a list about it, and where a reason is asked the reason."""
    here = turn.dialogue.step in PLEASED_AT and not turn.heard.pressed
    thanked = turn.dialogue.step == "advice" and turn.heard.intent == THANKS
    return here and not thanked and fits(turn, "pleased")


def tells_a_wait(turn: Turn) -> bool:
    """Whether a word or two say how soon, where that is asked: "nu" sounds like an end."""
    asked = turn.dialogue.step == "question" and turn.dialogue.question == "max_wait"
    few = turn.heard.short and not turn.heard.pressed
    return asked and few and weeks_until(turn.heard.text, turn.now()) is not None
