"""How long things are kept, and whether they count for a benefit: asked often, told truly."""

from __future__ import annotations

from dataclasses import replace

from actions.knowing import fits
from actions.turn import Turn


def tells_what_is_kept(turn: Turn) -> bool:
    """Answer it; the dialogue stays where it is. False where no such thing is asked."""
    if turn.heard.pressed or turn.heard.kenmerken or turn.heard.intent == "crisis":
        return False
    if fits(turn, "how_long_kept"):
        days = {"days": turn.periods.conversations.days, "silent": turn.periods.people.days}
        turn.say("utter_explain", explanation=turn.phrases("facts.kept_so_long", **days))
    elif fits(turn, "for_the_benefit"):
        turn.say("utter_explain", explanation=turn.phrases("facts.for_the_benefit"))
    else:
        return False
    turn.dialogue = replace(turn.dialogue, listed=turn.dialogue.step in ("advice", "chosen"))
    return True
