"""The task at hand: what it is called, what is filled in so far, and where to go back to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from actions.dialogue import Dialogue
from actions.turn import Turn
from caseload.rights import Act
from doelenmeter.tables import Party

MAKING = "set_goal"
"""The task that makes a goal; a new one takes the place of one that is half made."""

SILENT = ("open", "advice", "chosen", "finished")
"""Steps that are not put into words again after a task: what somebody does next is free."""


@dataclass(frozen=True, slots=True)
class TaskStep:
    """Who puts a step into words and who hears its answer; False is not understood.

    `own_words` is for steps where a sentence is the answer. `answers` are intents that would
    begin something elsewhere and answer here. `back` goes one question back within the task;
    without it a step back leaves the task. `act` is what somebody has to be allowed to.
    `meant` tells which messages are for a question that nobody has to answer; any other lets it go.
    `any_words` is for steps where whatever is typed is the text, but for questions, commands and
    danger.
    """

    ask: Callable[[Turn], None]
    hear: Callable[[Turn], bool]
    own_words: bool = False
    answers: frozenset[str] = frozenset()
    back: Callable[[Turn], None] | None = None
    act: Act | None = None
    any_words: bool = False
    meant: Callable[[Turn], bool] | None = None


def begin(turn: Turn, name: str, **filled: Any) -> None:
    """Start a task; the search, or a goal that is half made, is where it goes back to."""
    dialogue = turn.dialogue
    back: Mapping[str, Any] = dialogue.task.get("back", {})
    place = {"step": dialogue.before or dialogue.step, "listed": dialogue.listed}
    if not dialogue.task:
        back = place
    elif dialogue.task.get("sketch") is not None and name != MAKING and "task" not in back:
        back = {**place, "task": dialogue.task}
    turn.dialogue = replace(dialogue, task={"name": name, "back": back, **filled}, before=None)


def note(turn: Turn, **filled: Any) -> None:
    """Keep what an answer told."""
    turn.dialogue = replace(turn.dialogue, task={**turn.dialogue.task, **filled})


def end(turn: Turn) -> None:
    """Go back to where the conversation was before the task."""
    back = turn.dialogue.task.get("back", {})
    step = back.get("step", "open")
    turn.dialogue = replace(
        turn.dialogue.at(step),
        task=back.get("task", {}),
        listed=back.get("listed", False),
        quiet=step in SILENT,
    )


def filled(dialogue: Dialogue, name: str) -> Any:
    """Give what is filled in under a name, or None."""
    return dialogue.task.get(name)


def party(turn: Turn) -> Party:
    """As whom this person speaks about a goal."""
    return Party.COACH if turn.for_coach else Party.CLIENT


def person_id(turn: Turn) -> int:
    """Who speaks. Raises ValueError for somebody whom nobody knows: a task asks that first."""
    if turn.who.person_id is None:
        raise ValueError("a task of somebody whom nobody knows")
    return turn.who.person_id


def client_id(turn: Turn) -> int:
    """Whose goals it is about: the client self, or whom the coach named."""
    return int(turn.dialogue.task["client"]) if turn.for_coach else person_id(turn)


def client_name(turn: Turn) -> str:
    """The name of the client for a coach; empty for the client self."""
    return str(turn.dialogue.task.get("client_name", "")) if turn.for_coach else ""
