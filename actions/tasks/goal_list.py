"""The goals of a client: where each stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.knowing import fits
from actions.tasks import agreeing
from actions.tasks.by_name import Named, by_name, names_a_client
from actions.tasks.goal_buttons import act, change_button, see
from actions.tasks.proposals import mark_told
from actions.tasks.sketch import steps_shown
from actions.tasks.task import client_id, client_name, end, filled, note, party
from actions.turn import Button, Turn
from doelenmeter import dates, goals, states
from doelenmeter.states import ENDED, GoalError
from doelenmeter.tables import Goal, State

STATES: Mapping[State, str] = {
    State.PROPOSED: "facts.goal_waits_for_other",
    State.PIPELINE: "facts.goal_in_line",
    State.ACTIVE: "facts.goal_active",
    State.REACHED: "facts.goal_reached",
}

ASKED_OF: Mapping[str, State] = {
    "hold": State.ACTIVE,
    "reached": State.ACTIVE,
    "begin": State.PIPELINE,
}
"""What people ask in words, and of a goal in which state: to let it wait, or to go on with it."""


def remember(turn: Turn) -> Mapping[str, Any]:
    """Which goal was pressed and what to do with it, or what was typed."""
    if not turn.heard.pressed:
        return {"act": asked(turn), "said": turn.heard.text}
    return {"goal": turn.heard.number("goal"), "act": turn.heard.value("part")}


def asked(turn: Turn) -> str | None:
    """What to do with a goal, in words: "pauzeer het doel van R.D.", "hervat mijn doel"."""
    if turn.heard.pressed:
        return None
    if fits(turn, "done_with_it"):
        return "reached"
    about_a_goal = fits(turn, "that_goal")
    at_once = turn.for_coach and fits(turn, "at_once") and names_a_client(turn)
    if about_a_goal and fits(turn, "resumes_a_goal"):
        return "begin"
    if about_a_goal and fits(turn, "holds_a_goal"):
        return "hold"
    if at_once:
        return "begin" if fits(turn, "resumes_a_goal") else "hold"
    return None


def start(turn: Turn) -> None:
    """Every goal, or the one that is named; with one goal there is nothing to choose."""
    found = goals.goals_of(turn.session, client_id(turn))
    named = filled(turn.dialogue, "goal")
    chosen = [goal for goal in found if goal.id == named] or _meant(turn, found) or found
    if not found:
        turn.say(
            "utter_no_goal_yet",
            name=client_name(turn),
            buttons=[turn.button("buttons.set_goal", "set_goal")],
        )
        end(turn)
    elif len(chosen) > 1:
        _list(turn, found)
    else:
        note(turn, goal=chosen[0].id)
        _ACTS.get(str(filled(turn.dialogue, "act")), _card)(turn, chosen[0])


def _meant(turn: Turn, found: list[Goal]) -> list[Goal]:
    """The goals that can wait or go on, as was asked; of several the one whose name was said."""
    state = ASKED_OF.get(str(filled(turn.dialogue, "act")))
    fitting = [goal for goal in found if goal.state == state]
    choices = [Named(goal.id, goals.latest(turn.session, goal.id).title) for goal in fitting]
    one = by_name(str(filled(turn.dialogue, "said") or ""), choices)
    return [goal for goal in fitting if goal.id == one] or fitting


def _list(turn: Turn, found: list[Goal]) -> None:
    """A line for each goal, what goes on first."""
    ordered = sorted(found, key=lambda goal: State(goal.state) in ENDED)
    lines = []
    for goal in ordered:
        newest = goals.latest(turn.session, goal.id)
        mark_told(turn, newest)
        lines.append(turn.phrases("facts.goal_line", goal=newest.title, state=_state(turn, goal)))
    buttons = [
        Button(
            goals.latest(turn.session, goal.id).title, see(turn, goal.id, goal.client_id).payload
        )
        for goal in ordered
    ]
    turn.say(
        "utter_scale_goals",
        goals="\n".join(lines),
        name=client_name(turn),
        buttons=[*buttons, turn.button("buttons.another_goal", "set_goal")],
    )
    end(turn)


def _state(turn: Turn, goal: Goal) -> str:
    """Where a goal stands; what waits for the reader says so, and new words that the other has."""
    if _waits_for_me(turn, goal):
        return turn.phrases("facts.goal_waits_for_you")
    if goal.state == State.STOPPED:
        reason = states.steps(turn.session, goal.id)[-1].reason
        quoted = turn.phrases("facts.quote", words=reason or "")
        return turn.phrases("facts.goal_stopped", reason=quoted)
    newest = goals.latest(turn.session, goal.id)
    if State(goal.state) is State.ACTIVE and newest != goals.in_force(turn.session, goal.id):
        return turn.phrases("facts.goal_change_waits")
    return turn.phrases(STATES[State(goal.state)])


def _waits_for_me(turn: Turn, goal: Goal) -> bool:
    newest = goals.latest(turn.session, goal.id)
    said_yes = goals.agreed_by(turn.session, newest.id)
    return State(goal.state) not in ENDED and party(turn) not in said_yes


def _card(turn: Turn, goal: Goal) -> None:
    """One goal with its levels; what waits for the reader is put as a question."""
    newest = goals.latest(turn.session, goal.id)
    mark_told(turn, newest)
    if _waits_for_me(turn, goal):
        agreeing.start(turn, newest)
        return
    turn.say(
        "utter_scale_goal",
        goal=newest.title,
        steps=steps_shown(turn, goal.scale, goals.texts(newest)),
        state=_state(turn, goal),
        day=dates.said_day(newest.target_date),
        buttons=_buttons(turn, goal),
    )
    end(turn)


def _buttons(turn: Turn, goal: Goal) -> list[Button]:
    """What this goal allows."""
    state = State(goal.state)
    if state in ENDED:
        return [turn.button("buttons.another_goal", "set_goal")]
    first = {
        State.PROPOSED: [act(turn, "buttons.beside_me", goal.id, "beside")] * turn.for_coach,
        State.PIPELINE: [act(turn, "buttons.begin_goal", goal.id, "begin")],
        State.ACTIVE: [
            turn.button("buttons.check_in", "checkin_start"),
            act(turn, "buttons.goal_reached", goal.id, "reached"),
        ],
    }
    hold = [act(turn, "buttons.hold_goal", goal.id, "hold")] * (state == State.ACTIVE)
    return [
        *first[state],
        change_button(turn, goal.id),
        *hold,
        act(turn, "buttons.goal_stop", goal.id, "stop"),
    ]


def _begin(turn: Turn, goal: Goal) -> None:
    """Start with a goal that waited; the one before it waits now, unless both may go on."""
    others = goals.goals_of(turn.session, goal.client_id, states=(State.ACTIVE,))
    if not _activated(turn, goal):
        return
    title = goals.latest(turn.session, goal.id).title
    check_in = turn.button("buttons.check_in", "checkin_start")
    if others:
        turn.say(
            "utter_goal_begun_instead",
            goal=title,
            other=goals.latest(turn.session, others[0].id).title,
            buttons=[check_in, act(turn, "buttons.both_goals", others[0].id, "both")],
        )
    else:
        turn.say("utter_goal_begun", goal=title, buttons=[check_in])
    end(turn)


def _both(turn: Turn, goal: Goal) -> None:
    """Work on a goal that waits beside the one that goes on."""
    if _activated(turn, goal, beside=True):
        turn.say("utter_goal_begun_too", goal=goals.latest(turn.session, goal.id).title)
        end(turn)


def _activated(turn: Turn, goal: Goal, *, beside: bool = False) -> bool:
    """Whether a goal could begin; of one that could not the card is shown."""
    try:
        states.activate(turn.session, goal.id, by=party(turn), now=turn.now(), beside=beside)
    except GoalError:
        _card(turn, goal)
        return False
    return True


def _hold(turn: Turn, goal: Goal) -> None:
    """Let a goal wait; its scores stay, and it can go on at any time."""
    if goal.state != State.ACTIVE:
        _card(turn, goal)
        return
    states.hold(turn.session, goal.id, by=party(turn), now=turn.now())
    turn.say(
        "utter_goal_on_hold",
        goal=goals.latest(turn.session, goal.id).title,
        buttons=[act(turn, "buttons.begin_goal", goal.id, "begin")],
    )
    end(turn)


def _beside(turn: Turn, goal: Goal) -> None:
    """Show a coach's proposal to the client who sits beside."""
    newest = goals.latest(turn.session, goal.id)
    if not turn.for_coach or _waits_for_me(turn, goal) or goal.state != State.PROPOSED:
        _card(turn, goal)
        return
    note(turn, words=newest.id, beside=True)
    turn.dialogue = turn.dialogue.at("goal_agree")


def _reached(turn: Turn, goal: Goal) -> None:
    if goal.state == State.ACTIVE:
        turn.dialogue = turn.dialogue.at("goal_reached")
    else:
        _card(turn, goal)


def _stop(turn: Turn, goal: Goal) -> None:
    if State(goal.state) in ENDED:
        _card(turn, goal)
    else:
        turn.dialogue = turn.dialogue.at("goal_stop")


_ACTS = {
    "begin": _begin,
    "both": _both,
    "hold": _hold,
    "beside": _beside,
    "reached": _reached,
    "stop": _stop,
}
