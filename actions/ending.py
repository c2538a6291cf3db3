"""The end of a conversation."""

from __future__ import annotations

from actions.turn import Turn


def say_goodbye(turn: Turn) -> None:
    """Say goodbye and tell the gateway that this conversation is finished."""
    turn.dialogue = turn.dialogue.at("finished")
    turn.say("utter_goodbye", custom={"finished": True})
