"""Who does not follow a question gets it again in simpler words."""

from __future__ import annotations

from actions.knowing import fits
from actions.turn import Turn


def says_it_simpler(turn: Turn) -> bool:
    """Say it simpler from here on, also for "ik niet begrijp"; what was asked is asked again."""
    if turn.heard.pressed or turn.heard.intent == "crisis" or not fits(turn, "does_not_follow"):
        return False
    say_simpler(turn)
    return True


def say_simpler(turn: Turn) -> None:
    """Tell that it comes simpler, and remember that for this conversation."""
    turn.say("utter_simpler")
    turn.simple = True
