"""The end of a goal: reached, or stopped with a reason; the next one may begin."""

from __future__ import annotations

from actions.tasks.goal_buttons import act
from actions.tasks.own_words import hears, told
from actions.tasks.task import end, filled, party
from actions.turn import Button, Turn
from doelenmeter import goals, states
from doelenmeter.states import GoalError
from doelenmeter.tables import Goal, State


def ask_reached(turn: Turn) -> None:
    """It cannot be taken back, so it is asked once more."""
    turn.say(
        "utter_ask_goal_reached",
        goal=goals.latest(turn.session, _goal(turn).id).title,
        buttons=[
            turn.button("buttons.yes_reached", "affirm"),
            turn.button("buttons.not_reached", "deny"),
        ],
    )


def hear_reached(turn: Turn) -> bool:
    """End a goal that is reached; the next one may begin."""
    goal = _goal(turn)
    if turn.heard.intent == "affirm":
        try:
            states.reach(turn.session, goal.id, by=party(turn), now=turn.now())
        except GoalError:
            turn.say("utter_goal_gone")
        else:
            turn.say("utter_goal_is_reached", buttons=_next_one(turn, goal.client_id))
    elif turn.heard.intent in ("deny", "unsure", "prefer_not_say"):
        turn.say("utter_goal_goes_on")
    else:
        return False
    end(turn)
    return True


def _next_one(turn: Turn, client: int) -> list[Button]:
    """See the goal that waits longest, or make a new one."""
    waiting = goals.goals_of(turn.session, client, states=(State.PIPELINE,))
    if waiting:
        return [act(turn, "buttons.begin_next", waiting[0].id, "begin")]
    return [turn.button("buttons.set_goal", "set_goal")]


def ask_stop(turn: Turn) -> None:
    """Why the goal ends; it is no failure."""
    turn.say(
        "utter_ask_goal_stop",
        goal=goals.latest(turn.session, _goal(turn).id).title,
        buttons=[turn.button("buttons.never_mind", "deny")],
    )


def hear_stop(turn: Turn) -> bool:
    """End the goal with its reason, or let it be."""
    if turn.heard.intent == "deny" and not told(turn):
        turn.say("utter_goal_goes_on")
        end(turn)
        return True
    return hears(_stopped)(turn)


def _stopped(turn: Turn, reason: str) -> None:
    goal = _goal(turn)
    try:
        states.stop(turn.session, goal.id, by=party(turn), reason=reason, now=turn.now())
    except GoalError:
        turn.say("utter_goal_gone")
    else:
        turn.say("utter_goal_is_stopped", buttons=_next_one(turn, goal.client_id))
    end(turn)


def _goal(turn: Turn) -> Goal:
    return turn.session.get_one(Goal, int(filled(turn.dialogue, "goal")))
