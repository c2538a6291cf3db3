"""A kind line first: for who is fed up at once or feels low, and for a loss or illness at home."""

from __future__ import annotations

from dataclasses import replace

from actions.dialogue import Step
from actions.knowing import fits
from actions.turn import Turn
from catalogue.known import Known

AT: frozenset[Step] = frozenset({"open", "chips", "question", "advice", "chosen"})
"""Steps where people may tell anything; a reason or a remark is somebody's own words."""

FEW_WORDS = 8
"""A longer message tells what is the matter."""

CASE_WORDS = 12
"""Words; so long a text of a coach is a case."""

COMFORTS = {"loss": "utter_condolences", "ill": "utter_get_well", "low": "utter_feels_low"}


def fed_up_at_once(turn: Turn) -> bool:
    """Whether somebody begins with "ik ben er klaar mee": with what, nobody knows yet."""
    dialogue = turn.dialogue
    first = dialogue.step == "open" and not (dialogue.introduced or dialogue.misses)
    short = len(turn.heard.text.split()) <= FEW_WORDS and not turn.heard.kenmerken
    nothing_yet = first and turn.known == Known() and not turn.heard.pressed
    return nothing_yet and short and fits(turn, "fed_up")


def ask_what_is_the_matter(turn: Turn) -> None:
    """Ask it kindly, with a person and the end within reach."""
    person = [] if turn.for_coach else [turn.button("buttons.person", "human_contact")]
    turn.say("utter_fed_up", buttons=[*person, turn.button("buttons.stop", "stop")])
    turn.dialogue = replace(turn.dialogue, quiet=True, misses=1)


def forgives(turn: Turn) -> bool:
    """Answer a "sorry" that stands alone; what was asked is then asked again."""
    if turn.heard.pressed or turn.heard.intent == "crisis" or not fits(turn, "only_sorry"):
        return False
    turn.say("utter_explain", explanation=turn.phrases("facts.no_harm"))
    return True


def sad_news(turn: Turn) -> str | None:
    """The line for what is sad and told here, by its response."""
    if turn.heard.pressed or turn.dialogue.step not in AT:
        return None
    if turn.for_coach and (turn.heard.kenmerken or len(turn.heard.text.split()) >= CASE_WORDS):
        return None  # what happened to a client is part of the case
    return next((line for name, line in COMFORTS.items() if fits(turn, name)), None)


def comfort(turn: Turn) -> None:
    """Say that line, where there is one."""
    if line := sad_news(turn):
        turn.say(line)


def comforted(turn: Turn) -> bool:
    """Whether this turn began with such a line."""
    return any(turn.said(line) for line in COMFORTS.values())
