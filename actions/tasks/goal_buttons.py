"""Buttons under a goal: see it, change it, do something with it."""

from __future__ import annotations

from actions.tasks.task import client_id
from actions.turn import Button, Turn


def see(turn: Turn, goal: int, client: int) -> Button:
    """The button that opens a goal."""
    return turn.button("buttons.see_goal", "goals_list", **_ids(turn, goal, client))


def _ids(turn: Turn, goal: int, client: int) -> dict[str, str]:
    """What a button says of a goal; a coach's also says whose it is."""
    return {"goal": str(goal), **({"client": str(client)} if turn.for_coach else {})}


def act(turn: Turn, phrase: str, goal: int, what: str) -> Button:
    """A button that does something with a goal."""
    return turn.button(phrase, "goals_list", part=what, **_ids(turn, goal, client_id(turn)))


def change_button(turn: Turn, goal: int) -> Button:
    """The button to change a goal."""
    return turn.button("buttons.change_goal", "set_goal", **_ids(turn, goal, client_id(turn)))
