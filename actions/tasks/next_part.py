"""What a goal that is being made does not tell yet, in the order in which it is asked."""

from __future__ import annotations

from contextlib import suppress
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
    if _can_be_described(sketch):
        sketch = _levels(turn, sketch)
        note(turn, sketch=sketch.to_json())
    turn.dialogue = turn.dialogue.at(_next(sketch))


def take(turn: Turn, sketch: Sketch) -> None:
    """Keep an answer and ask what is missing then."""
    keep(turn, sketch)
    advance(turn)


def missing_part(sketch: Sketch) -> Part | None:
    """What would make the goal clear, if it was not asked yet."""
    if sketch.words:
        return None
    parts = smart.missing(sketch.title, measure=f"{sketch.measure} {sketch.aim}")
    wanted = (part for part in parts if part.code != "when" and part.code not in sketch.asked)
    return next(wanted, None)


def missing_level(sketch: Sketch) -> Meaning | None:
    """The level to ask for now."""
    return next((meaning for meaning in IN_BETWEEN if meaning in sketch.missing), None)


def on_scale(sketch: Sketch, scale: str) -> Sketch:
    """The same goal on another scale; what was counted is counted anew, where that has room."""
    moved = replace(sketch, scale=scale)
    way = amounts.way(sketch.now, sketch.aim)
    if way is not None:
        with suppress(ValueError):
            if _counted(sketch, way).words == sketch.words:
                return _counted(moved, way)
    return moved


def _next(sketch: Sketch) -> Step:
    if not sketch.title:
        return "goal_title"
    if missing_part(sketch):
        return "goal_clear"
    if not sketch.setting:
        return "goal_where"
    if not sketch.kenmerk:
        return "goal_topic"
    if "start" in sketch.missing and not sketch.now:
        return "goal_now"
    if sketch.missing & {"start", "goal"}:
        return "goal_aim"
    if missing_level(sketch) is not None:
        return "goal_level"
    return "goal_when" if sketch.target is None else "goal_read_back"


def _can_be_described(sketch: Sketch) -> bool:
    """Whether start and goal are told, and their levels are not there yet."""
    start_is_told = bool(sketch.now) or "start" not in sketch.missing
    return bool(sketch.aim and start_is_told and sketch.missing & {"start", "goal"})


def _levels(turn: Turn, sketch: Sketch) -> Sketch:
    """Propose every level where it can be counted; else begin with start and goal.

    What leaves no room is asked once more, with goals that do.
    """
    way = amounts.way(sketch.now, sketch.aim)
    if way is not None and "way" not in sketch.asked and amounts.goes_against(sketch.title, way):
        turn.say("utter_goal_other_way")
        return replace(sketch.once("way"), now="", aim="")
    if way is not None:
        try:
            return _counted(sketch, way)
        except ValueError as fault:
            nearest = way.nearest(scale=sketch.scale)
            helps = bool(nearest) or not isinstance(fault, NoRoomError)
            if helps and "room" not in sketch.asked:
                note(turn, nearest=list(nearest))
                return _asked_again(turn, sketch, fault, way)
    if scales.same_words(sketch.now, sketch.aim):
        turn.say("utter_goal_same_as_now")
        return replace(sketch, aim="")
    told: dict[Meaning, str] = {"start": sketch.now, "goal": sketch.aim}
    words = {meaning: sentence(text) for meaning, text in told.items() if text}
    return replace(sketch, words={**words, **sketch.words})


def _counted(sketch: Sketch, way: amounts.Way) -> Sketch:
    """The same with a level for every amount. Raises ValueError where there is no room."""
    scale = scales.load()[sketch.scale]
    texts = way.levels(scale=sketch.scale)
    words = {scale.at(number).meaning: text for number, text in texts.items()}
    none_below = "worse" in scale.meanings and "worse" not in words
    return replace(sketch, words=words, left_out=sketch.left_out or none_below)


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
