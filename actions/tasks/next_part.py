"""What a goal that is being made does not tell yet, in the order in which it is asked."""

from __future__ import annotations

from dataclasses import replace

from actions.dialogue import Step
from actions.tasks.sketch import Sketch, keep, of
from actions.tasks.task import note
from actions.turn import Turn
from doelenmeter import amounts, scales, smart
from doelenmeter.bounds import NoRoomError
from doelenmeter.said import sentence
from doelenmeter.scales import Meaning
from doelenmeter.smart import Part

IN_BETWEEN: tuple[Meaning, ...] = ("less", "more", "much_more", "worse")
"""Levels that are asked one by one where nothing can be counted, in this order."""


def advance(turn: Turn) -> None:
    """Ask what is missing; a goal that is complete is read back."""
    sketch = of(turn)
    if sketch.now and sketch.aim and not sketch.texts:
        sketch = _levels(turn, sketch)
        note(turn, sketch=sketch.to_json())
    turn.dialogue = turn.dialogue.at(_next(sketch))


def take(turn: Turn, sketch: Sketch) -> None:
    """Keep an answer and ask what is missing then."""
    keep(turn, sketch)
    advance(turn)


def missing_part(sketch: Sketch) -> Part | None:
    """What would make the goal clear, if it was not asked yet."""
    if sketch.texts:
        return None
    parts = smart.missing(sketch.title, measure=f"{sketch.measure} {sketch.aim}")
    wanted = (part for part in parts if part.code != "when" and part.code not in sketch.asked)
    return next(wanted, None)


def missing_level(sketch: Sketch) -> int | None:
    """The level to ask for now."""
    numbers = scales.load()[sketch.scale].meanings
    for meaning in IN_BETWEEN:
        left_out = meaning == "worse" and sketch.left_out
        if meaning in numbers and not left_out and numbers[meaning] not in sketch.texts:
            return numbers[meaning]
    return None


def _next(sketch: Sketch) -> Step:
    if not sketch.title:
        return "goal_title"
    if missing_part(sketch):
        return "goal_clear"
    if not sketch.setting:
        return "goal_where"
    if not sketch.kenmerk:
        return "goal_topic"
    if not sketch.texts:
        return "goal_now" if not sketch.now else "goal_aim"
    if not sketch.goal and not sketch.standard and missing_level(sketch) is not None:
        return "goal_level"
    return "goal_when" if sketch.target is None else "goal_read_back"


def _levels(turn: Turn, sketch: Sketch) -> Sketch:
    """Propose every level where it can be counted; else begin with start and goal.

    What leaves no room is asked once more, with goals that do.
    """
    way = amounts.way(sketch.now, sketch.aim)
    numbers = scales.load()[sketch.scale].meanings
    if way is not None:
        try:
            texts = way.levels(scale=sketch.scale)
        except ValueError as fault:
            nearest = way.nearest(scale=sketch.scale)
            helps = bool(nearest) or not isinstance(fault, NoRoomError)
            if helps and "room" not in sketch.asked:
                note(turn, nearest=list(nearest))
                return _asked_again(turn, sketch, fault, way)
        else:
            return replace(sketch, texts=texts, left_out=numbers.get("worse") not in texts)
    texts = {numbers["start"]: sentence(sketch.now), numbers["goal"]: sentence(sketch.aim)}
    if scales.same_words(*texts.values()):
        turn.say("utter_goal_same_as_now")
        return replace(sketch, aim="")
    return replace(sketch, texts=texts)


def _asked_again(turn: Turn, sketch: Sketch, fault: ValueError, way: amounts.Way) -> Sketch:
    """Say why there are no levels yet, and forget what has to be told again."""
    if isinstance(fault, NoRoomError):
        best = fault.meaning in ("more", "much_more")
        turn.say("utter_goal_best_already" if best else "utter_goal_too_near")
    elif way.start == way.goal:
        turn.say("utter_goal_same_as_now")
    else:
        turn.say("utter_goal_no_amount")
        return replace(sketch.once("room"), now="", aim="")
    return replace(sketch.once("room"), aim="")
