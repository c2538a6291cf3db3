"""Who thinks again while a goal is set: nothing of it is a text, and nothing is lost unasked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.dialogue import Step
from actions.tasks.own_words import thinks_again
from actions.tasks.sketch import of
from actions.tasks.task import TaskStep, end, filled, note
from actions.turn import Turn

Hear = Callable[[Turn], bool]


def or_leaves(hear: Hear, back: Callable[[Turn], None] | None = None) -> Hear:
    """Hear an answer; on "laat maar" go ``back`` where there is a way, else ask whether to leave.

    A goal that there is already stays as it was.
    """

    def heard(turn: Turn) -> bool:
        if not thinks_again(turn):
            return hear(turn)
        if back is not None:
            back(turn)
        else:
            leave(turn)
        return True

    return heard


def leave(turn: Turn) -> None:
    """End the change of a goal; a new one that was told is only left after a yes."""
    sketch = of(turn)
    if sketch.goal is None and sketch.title:
        note(turn, left=turn.dialogue.step)
        turn.dialogue = turn.dialogue.at("goal_leave")
    else:
        turn.say("utter_goal_unchanged" if sketch.goal else "utter_goal_dropped")
        end(turn)


def ask_leave(turn: Turn) -> None:
    """Go on with this goal, or make none now."""
    turn.say(
        "utter_ask_goal_leave",
        buttons=[
            turn.button("buttons.go_on_with_goal", "affirm"),
            turn.button("buttons.no_goal_now", "deny"),
        ],
    )


def go_on(turn: Turn) -> None:
    """Back to the question at which somebody thought again."""
    turn.dialogue = turn.dialogue.at(filled(turn.dialogue, "left"))


def hears_leave(steps: Mapping[Step, TaskStep]) -> Hear:
    """Hear whether to go on; other words are the answer to what was asked. ``steps`` hear those."""

    def heard(turn: Turn) -> bool:
        if turn.heard.intent == "deny" or thinks_again(turn):
            turn.say("utter_goal_dropped")
            end(turn)
            return True
        go_on(turn)
        return turn.heard.intent == "affirm" or steps[turn.dialogue.step].hear(turn)

    return heard
