"""A bare number where a question has buttons: the place of one, or how many weeks are asked."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from actions.asking import ask
from actions.hearing import Heard, hear
from actions.turn import Button, Turn

NUMBER = re.compile(r"(?:de |nummer |nr\.? |knop )?(\d{1,2})[.!]?")

SKIPS = ("/unsure", "/prefer_not_say")
"""Payloads of the ways not to answer: they have no number."""

COUNTED = {"max_wait": ("start", "{} weken"), "max_weeks": ("max_weken", "{}")}
"""Questions that ask a number of weeks: the entity that tells it, and how."""


def by_number(turn: Turn) -> Heard | None:
    """The answer that is meant; None where no number is, or where a list has numbers of its own."""
    said = NUMBER.fullmatch(turn.heard.text.casefold().strip())
    if said is None or turn.dialogue.step != "question" or turn.dialogue.on_screen:
        return None
    number = int(said[1])
    if turn.dialogue.question in COUNTED:
        entity, words = COUNTED[turn.dialogue.question]
        value = {entity: (words.format(number),)}
        return replace(turn.heard, intent="refine_practical", confidence=1.0, entities=value)
    buttons = _answers(turn)
    return _pressed(buttons[number - 1]) if 0 < number <= len(buttons) else None


def _answers(turn: Turn) -> list[Button]:
    """The buttons of the question as it was put."""
    again = replace(turn, replies=[])
    ask(again)
    buttons = [button for reply in again.replies for button in reply.buttons]
    return [button for button in buttons if button.payload not in SKIPS]


def _pressed(button: Button) -> Heard:
    intent, brace, entities = button.payload.removeprefix("/").partition("{")
    values = json.loads(brace + entities) if brace else {}
    return hear(
        {
            "text": button.payload,
            "intent": {"name": intent, "confidence": 1.0},
            "entities": [{"entity": name, "value": value} for name, value in values.items()],
        }
    )
