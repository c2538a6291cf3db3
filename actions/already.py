"""What is asked over a list that is so already: said, and not taken for something else."""

from __future__ import annotations

from dataclasses import replace

from actions.hearing import FALLBACK
from actions.knowing import repeated, says
from actions.turn import Turn
from actions.wording import condition, listed, topics

REPEATS = frozenset({"refine_practical", "find_instrument", "deny", FALLBACK})
"""Intents of who only says again what the list keeps to."""


def asked_already(turn: Turn) -> bool:
    """Say that the list keeps to it, where nothing is named but what it was made of."""
    codes = {kenmerk.code for kenmerk in turn.heard.kenmerken}
    if turn.corrected or turn.heard.intent not in REPEATS or codes - turn.known.wanted:
        return False
    again = [condition(turn, name) for name in repeated(turn)]
    again = [topics(turn, codes), *again] if codes else again
    if again:
        say_already(turn, listed(again))
    return bool(again)


def say_already(turn: Turn, what: str) -> None:
    """Say that the list keeps to this, and leave it on the screen."""
    turn.say("utter_explain", explanation=turn.phrases("facts.known_already", conditions=what))
    turn.dialogue = replace(turn.dialogue, listed=True)


def least_already(turn: Turn) -> bool:
    """ "Goedkoper" or "korter" where the first one cannot be less: said, not misunderstood."""
    if turn.corrected or not any(
        says(turn, name) for name in ("max_cost", "max_weeks", "max_wait")
    ):
        return False
    turn.say("utter_least_already")
    return True
