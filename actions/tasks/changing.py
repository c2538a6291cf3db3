"""Changing a goal that there is already."""

from __future__ import annotations

from dataclasses import replace

from actions.tasks import goal_list
from actions.tasks.scale_choice import put_on
from actions.tasks.sketch import begin_with, from_wording, keep, of
from actions.tasks.task import client_id, filled, note
from actions.turn import Turn
from doelenmeter import dates, goals, said
from doelenmeter.states import ENDED
from doelenmeter.tables import State

OPEN = tuple(state for state in State if state not in ENDED)
"""Goals that can still change."""


def wishes_change(turn: Turn, words: str) -> bool:
    """Whether a message says that a goal has to be another."""
    wish = any(word in words.casefold() for word in turn.phrases.words("change_goal"))
    return wish or names_the_day(turn, words)


def names_the_day(turn: Turn, words: str) -> bool:
    """Whether words ask for another day by which a goal is wanted, and tell no new goal."""
    text = words.casefold().strip(" ?.!")
    if ":" in text or "nieuw" in text:
        return False
    later = "doel" in text and text.endswith(turn.phrases.words("at_another_time"))
    return later or any(word in text for word in turn.phrases.words("the_day"))


def ends_a_goal(turn: Turn, words: str) -> bool:
    """Show the goals, where each can be stopped, to who wants to be rid of one."""
    wish = any(word in words.casefold() for word in turn.phrases.words("end_goal"))
    if not wish or not goals.goals_of(turn.session, client_id(turn), states=OPEN):
        return False
    goal_list.start(turn)
    return True


def changes_a_goal(turn: Turn, words: str) -> bool:
    """Begin to change a goal that there is, where the message asks for that."""
    open_goals = goals.goals_of(turn.session, client_id(turn), states=OPEN)
    named = filled(turn.dialogue, "goal")
    wish = wishes_change(turn, words)
    if named is None and wish and len(open_goals) == 1:
        named = open_goals[0].id
    goal = next((one for one in open_goals if one.id == named), None)
    if goal is not None:
        begin_with(turn, from_wording(goal, goals.latest(turn.session, goal.id)))
        if (other := said.scale(words)) and other != goal.scale:
            put_on(turn, other)
        if not moves_the_day(turn, words):
            turn.dialogue = turn.dialogue.at("goal_which_step")
        return True
    if wish and open_goals:
        note(turn, states=[state.value for state in OPEN])
        turn.dialogue = turn.dialogue.at("which_goal")
        return True
    return False


def moves_the_day(turn: Turn, words: str) -> bool:
    """Move the day by which a goal is wanted, where words are about that; ask it, if not told."""
    day = dates.until(words, today=turn.today)
    if day is None and not names_the_day(turn, words):
        return False
    move_the_day(turn, words)
    return True


def move_the_day(turn: Turn, words: str = "") -> None:
    """Take the new day that is told, and read everything back; else ask it.

    "2 maanden later" is later than the day it was.
    """
    sketch = of(turn)
    later = any(word in words.casefold() for word in turn.phrases.words("later_than_it_was"))
    since = max(turn.today, sketch.target or turn.today) if later else turn.today
    target = dates.until(words, today=since)
    keep(turn, replace(sketch, target=target))
    turn.dialogue = turn.dialogue.at("goal_read_back" if target else "goal_when")
