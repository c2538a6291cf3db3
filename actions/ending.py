"""The end of a conversation."""

from __future__ import annotations

from actions.turn import Turn


def say_goodbye(turn: Turn) -> None:
    """Say goodbye and tell the gateway that this conversation is finished."""
    kept = turn.dialogue.shown or turn.dialogue.chosen
    turn.dialogue = turn.dialogue.at("finished")
    turn.say("utter_goodbye" if kept else "utter_goodbye_empty", custom={"finished": True})
