"""Setting a goal: on which scale. The Doelenmeter, unless somebody asks for another one."""

from __future__ import annotations

from collections.abc import Callable

from actions.tasks.next_part import on_scale, take
from actions.tasks.own_words import told
from actions.tasks.sketch import of
from actions.turn import Button, Turn, payload
from doelenmeter import said, scales

FEW = "doelenmeter_3"
"""The scale with three levels, for who finds five too many."""


def ask_scale(turn: Turn) -> None:
    """Every other scale, each with a word about it."""
    others = [code for code in scales.load() if code != of(turn).scale]
    turn.say(
        "utter_scale_choice",
        scales="\n".join(turn.phrases("facts.bullet", value=_about(turn, code)) for code in others),
        buttons=[
            *(Button(_name(turn, code), payload("choose", part=code)) for code in others),
            turn.button("buttons.leave_it", "deny"),
        ],
    )


def hear_scale(turn: Turn) -> bool:
    """Put the goal on a scale, or leave it where it is."""
    part = turn.heard.value("part") if turn.heard.pressed else said.scale(told(turn))
    if part in scales.load():
        put_on(turn, str(part))
    elif turn.heard.intent in ("deny", "unsure", "prefer_not_say"):
        turn.dialogue = turn.dialogue.at("goal_read_back")
    else:
        return False
    return True


def put_on(turn: Turn, scale: str) -> None:
    """Go on with the goal on another scale; a goal that there is keeps its own."""
    sketch = of(turn)
    if sketch.goal is not None:
        turn.say("utter_goal_keeps_scale", scale=_name(turn, sketch.scale))
        return
    tell(turn, scale)
    take(turn, on_scale(sketch, scale))


def tell(turn: Turn, scale: str) -> None:
    """Say on which scale a goal is now."""
    turn.say("utter_goal_on_scale", about=_about(turn, scale))


def or_a_scale(hear: Callable[[Turn], bool]) -> Callable[[Turn], bool]:
    """Hear an answer, or the name of a scale and nothing else."""

    def heard(turn: Turn) -> bool:
        named = said.only_scale(told(turn))
        if named is None or named == of(turn).scale:
            return hear(turn)
        put_on(turn, named)
        return True

    return heard


def _name(turn: Turn, scale: str) -> str:
    return turn.phrases(f"buttons.scale_{scale}")


def _about(turn: Turn, scale: str) -> str:
    return turn.phrases(f"facts.scale_{scale}")
