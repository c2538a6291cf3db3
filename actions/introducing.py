"""What this is and who sees it, said once in a conversation."""

from __future__ import annotations

from dataclasses import replace

from actions.turn import Turn


def introduce(turn: Turn) -> None:
    """Introduce the bot, where that was not done yet."""
    if not turn.dialogue.introduced:
        turn.say("utter_introduction")
        turn.dialogue = replace(turn.dialogue, introduced=True)
