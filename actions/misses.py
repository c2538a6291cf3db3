"""What was not understood: asked back in plain words, and twice means a person is offered."""

from __future__ import annotations

from dataclasses import replace

from actions.interruptions import may_lead_away
from actions.next_step import advance
from actions.tasks import road
from actions.turn import Button, Turn, payload

MEANINGS = 3
"""At most so many possible meanings are shown."""


def not_understood(turn: Turn) -> None:
    """Ask back once; the second time in a row offer a person and go on.

    What was wrongly taken for danger may have been nothing but that: then only go on.
    """
    if turn.heard.again:
        return
    misses = turn.dialogue.misses + 1
    step = turn.dialogue.step
    if misses >= 2:
        turn.say("utter_offer_person", buttons=[turn.button("buttons.person", "human_contact")])
        if step == "question" and turn.dialogue.question:
            turn.known = turn.known.skipped(turn.dialogue.question)
            advance(turn)
        elif step == "chips":
            advance(turn)  # what nobody confirmed is not wanted; the questions find out
        else:
            # the question of a task comes again: its buttons are the way on
            turn.dialogue = replace(turn.dialogue, misses=0, quiet=step not in road.STEPS)
        return
    meanings = nearest(turn)
    asked = step in ("question", "chips", "which", *road.STEPS)
    if meanings and (not asked or may_lead_away(turn)):
        turn.dialogue = replace(turn.dialogue, misses=misses, quiet=step not in road.STEPS)
        turn.say(
            "utter_which_meaning",
            buttons=[Button(title, payload(intent)) for title, intent in meanings],
        )
        return
    turn.say("utter_not_understood")
    stored = step == "chosen"  # what was chosen is told once, a list is put again
    turn.dialogue = replace(turn.dialogue, misses=misses, quiet=False, listed=stored)


def nearest(turn: Turn) -> tuple[tuple[str, str], ...]:
    """The likeliest meanings, as plain words and intent, best first; the same words only once."""
    topics = ("meanings", "meanings_of_a_coach") if turn.for_coach else ("meanings",)
    likely: dict[str, str] = {}
    for intent, _ in turn.heard.ranking:
        for topic in topics:
            if turn.phrases.has(f"{topic}.{intent}"):
                likely.setdefault(turn.phrases(f"{topic}.{intent}"), intent)
    return tuple(likely.items())[:MEANINGS]
