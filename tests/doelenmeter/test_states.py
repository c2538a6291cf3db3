"""Which state of a goal follows which, and who moves it."""

import pytest
from sqlalchemy.orm import Session

from doelenmeter import goals, states
from doelenmeter.states import GoalError
from doelenmeter.tables import Party, State
from tests.doelenmeter.conftest import People, agreed_goal, propose
from tests.doelenmeter.test_goals import LATER


def test_the_second_goal_waits_for_its_turn(session: Session, people: People) -> None:
    first, second = agreed_goal(session, people), agreed_goal(session, people)
    assert (first.state, second.state) == (State.ACTIVE, State.PIPELINE)

    states.activate(session, second.id, by=Party.CLIENT, now=LATER)

    assert (first.state, second.state) == (State.PIPELINE, State.ACTIVE)
    states.activate(session, first.id, by=Party.COACH, now=LATER, beside=True)
    assert goals.goals_of(session, people.client, states=[State.ACTIVE]) == [first, second]


def test_a_goal_ends_reached_or_stopped_for_a_reason(session: Session, people: People) -> None:
    first, second = agreed_goal(session, people), agreed_goal(session, people)
    states.reach(session, first.id, by=Party.COACH, now=LATER)
    with pytest.raises(GoalError, match="needs a reason"):
        states.stop(session, second.id, by=Party.CLIENT, reason=" ", now=LATER)
    states.stop(session, second.id, by=Party.CLIENT, reason="Ik ga verhuizen.", now=LATER)

    assert (first.state, second.state) == (State.REACHED, State.STOPPED)
    last = states.steps(session, second.id)[-1]
    assert (last.state, last.by, last.reason) == ("stopped", "client", "Ik ga verhuizen.")


def test_a_goal_can_wait_for_a_better_time(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    states.hold(session, goal.id, by=Party.CLIENT, now=LATER)
    assert goal.state == State.PIPELINE
    proposed = propose(session, people)
    with pytest.raises(GoalError, match="waits for a yes"):
        states.hold(session, proposed.goal_id, by=Party.CLIENT, now=LATER)


def test_a_third_party_decides_nothing(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    with pytest.raises(GoalError, match="does not decide"):
        states.reach(session, goal.id, by=Party.THIRD_PARTY, now=LATER)
