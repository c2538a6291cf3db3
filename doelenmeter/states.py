"""The state of a goal: which may follow which, who may move it, and every step it took."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from doelenmeter.tables import CheckIn, Goal, GoalStep, Party, State

BOTH = (Party.CLIENT, Party.COACH)
"""Who agree on a goal."""

STEPS: Mapping[State, frozenset[State]] = {
    State.PROPOSED: frozenset({State.PIPELINE, State.STOPPED}),
    State.PIPELINE: frozenset({State.ACTIVE, State.STOPPED}),
    State.ACTIVE: frozenset({State.PIPELINE, State.REACHED, State.STOPPED}),
    State.REACHED: frozenset(),
    State.STOPPED: frozenset(),
}
"""From each state the states that may follow."""

ENDED = frozenset(state for state, following in STEPS.items() if not following)


class GoalError(ValueError):
    """A step that this goal does not allow."""


def activate(
    session: Session, goal_id: int, *, by: Party, now: datetime, beside: bool = False
) -> Goal:
    """Start working on a goal. Other active ones go back to the pipeline, unless ``beside`` them.

    Raises GoalError for a goal that is not in the pipeline.
    """
    goal = locked(session, goal_id)
    others = _active_beside(session, goal)
    enter(session, goal, State.ACTIVE, by, None, now)
    for other in () if beside else others:
        enter(session, other, State.PIPELINE, by, None, now)
    return goal


def hold(session: Session, goal_id: int, *, by: Party, now: datetime) -> Goal:
    """Let an active goal wait for a better time. Raises GoalError when it is not active."""
    goal = locked(session, goal_id)
    if goal.state == State.PROPOSED:
        raise GoalError("a proposed goal waits for a yes")
    return enter(session, goal, State.PIPELINE, by, None, now)


def reach(session: Session, goal_id: int, *, by: Party, now: datetime) -> Goal:
    """End an active goal that is reached. Raises GoalError when it is not active."""
    return enter(session, locked(session, goal_id), State.REACHED, by, None, now)


def stop(session: Session, goal_id: int, *, by: Party, reason: str, now: datetime) -> Goal:
    """End a goal that is not reached, for a reason.

    Raises GoalError when it has ended before or there is no reason.
    """
    if not reason.strip():
        raise GoalError("stopping needs a reason")
    return enter(session, locked(session, goal_id), State.STOPPED, by, reason, now)


def steps(session: Session, goal_id: int) -> list[GoalStep]:
    """Give every state the goal came into, the oldest first."""
    return list(
        session.scalars(select(GoalStep).where(GoalStep.goal_id == goal_id).order_by(GoalStep.id))
    )


def locked(session: Session, goal_id: int) -> Goal:
    """Give a goal while nobody else can move any goal of its client."""
    goal = session.get_one(Goal, goal_id)
    every = session.scalars(
        select(Goal)
        .where(Goal.client_id == goal.client_id)
        .order_by(Goal.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    return next(found for found in every if found.id == goal_id)


def may_agree(by: Party) -> None:
    """Hold that only client and coach decide about a goal. Raises GoalError."""
    if by not in BOTH:
        raise GoalError(f"a {by} does not decide about a goal")


def enter(
    session: Session, goal: Goal, state: State, by: Party, reason: str | None, now: datetime
) -> Goal:
    """Move a goal on, and note who did it. Raises GoalError where this state does not follow."""
    may_agree(by)
    if state not in STEPS[State(goal.state)]:
        raise GoalError(f"a goal that is {goal.state} does not become {state}")
    goal.state = state.value
    if state in ENDED:
        _close_check_ins(session, goal, now)
    note(session, goal, by, reason, now)
    return goal


def _active_beside(session: Session, goal: Goal) -> list[Goal]:
    """Give the goals of the same client that are worked on."""
    found = select(Goal).where(
        Goal.client_id == goal.client_id, Goal.state == State.ACTIVE, Goal.id != goal.id
    )
    return list(session.scalars(found.order_by(Goal.id)))


def _close_check_ins(session: Session, goal: Goal, now: datetime) -> None:
    """A goal that has ended is scored no more, so no score of it stays hidden either."""
    session.execute(
        update(CheckIn)
        .where(CheckIn.goal_id == goal.id, CheckIn.closed_at.is_(None))
        .values(closed_at=now)
    )


def note(session: Session, goal: Goal, by: Party, reason: str | None, now: datetime) -> None:
    """Note the state that a goal came into."""
    session.add(GoalStep(goal_id=goal.id, state=goal.state, by=by.value, reason=reason, at=now))
    session.flush()
