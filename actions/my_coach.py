"""Who somebody's coach is: told at once, and never taken for the wish to speak the coach."""

from __future__ import annotations

from dataclasses import replace

from actions.knowing import fits
from actions.turn import Turn


def tells_my_coach(turn: Turn) -> bool:
    """Tell the name where it is asked; the dialogue stays where it is."""
    if not asked(turn):
        return False
    say_name(turn)
    turn.dialogue = replace(turn.dialogue, listed=turn.dialogue.step in ("advice", "chosen"))
    return True


def asked(turn: Turn) -> bool:
    """Whether a client asks for the name: "hoe heet mijn coach"."""
    return not (turn.for_coach or turn.heard.pressed) and fits(turn, "who_is_my_coach")


def say_name(turn: Turn) -> None:
    """The name, or that it is not known here."""
    coach = turn.who.coach_name
    name = turn.phrases("facts.my_coach", coach=coach) if coach else turn.phrases("facts.no_coach")
    turn.say("utter_explain", explanation=name)
