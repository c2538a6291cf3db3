"""Setting a goal: several levels in one message, split and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.tasks.next_part import take
from actions.tasks.own_words import LONGEST
from actions.tasks.scale_choice import tell
from actions.tasks.sketch import Sketch, of, steps_shown
from actions.turn import Turn
from doelenmeter import level_line, scales
from doelenmeter.said import sentence


def or_levels(hear: Callable[[Turn], bool]) -> Callable[[Turn], bool]:
    """Hear an answer, or the text of several levels: each goes to its own."""

    def heard(turn: Turn) -> bool:
        texts = {} if turn.heard.pressed else level_line.read(turn.heard.text.replace("*", " "))
        scale = _scale(of(turn), texts)
        if not texts or scale is None:
            return hear(turn)
        if any(len(text) > LONGEST for text in texts.values()):
            turn.say("utter_shorter_please")
        else:
            _split(turn, scale, texts)
        return True

    return heard


def _scale(sketch: Sketch, texts: Mapping[int, str]) -> str | None:
    """The scale of the goal where it has all of these levels, else one for a new goal that has."""
    known = [sketch.scale] if sketch.goal else [sketch.scale, *scales.load()]
    fitting = (code for code in known if texts.keys() <= set(scales.load()[code].written.values()))
    return next(fitting, None)


def _split(turn: Turn, scale: str, texts: Mapping[int, str]) -> None:
    """Give each level its text; of two that say the same the second is asked again."""
    if scale != of(turn).scale:
        tell(turn, scale)
    sketch, of_scale = replace(of(turn), scale=scale), scales.load()[scale]
    new = {of_scale.at(number).meaning: sentence(text) for number, text in texts.items()}
    words = {meaning: text for meaning, text in sketch.words.items() if meaning not in new}
    for meaning, text in new.items():
        if not any(scales.same_words(text, other) for other in words.values()):
            words[meaning] = text
    changed = replace(sketch, words=words, left_out=sketch.left_out and "worse" not in words)
    turn.say("utter_scale_split", steps=steps_shown(turn, scale, changed.texts))
    if len(words.keys() & new.keys()) < len(new):
        turn.say("utter_goal_same_step")
    take(turn, changed)
