from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from caseload.models import Person
from doelenmeter import goals, scores, states
from doelenmeter.states import GoalError
from doelenmeter.tables import Agreement, Goal, Kind, Party, Score, State, Wording
from tests.doelenmeter.conftest import NOW, TEXTS, People, agreed_goal, draft, propose

LATER = NOW + timedelta(days=30)
FEWER = {level: text for level, text in TEXTS.items() if level != -1}


def change(session: Session, goal: Goal, people: People, by: Party, **more: Any) -> Wording:
    defaults: dict[str, Any] = {"draft": draft("Anders"), "reason": "Ander rooster.", "now": LATER}
    return goals.change(session, goal.id, by=by, person_id=people.of(by), **defaults | more)


def test_a_goal_waits_for_the_yes_of_the_other(session: Session, people: People) -> None:
    wording = propose(session, people, by=Party.CLIENT)
    goal = session.get_one(Goal, wording.goal_id)
    assert goal.state == State.PROPOSED
    assert goals.agreed_by(session, wording.id) == {Party.CLIENT}
    assert goals.in_force(session, goal.id) is None
    goals.agree(session, wording.id, by=Party.CLIENT, person_id=people.client, now=NOW)
    assert goal.state == State.PROPOSED

    goals.agree(session, wording.id, by=Party.COACH, person_id=people.coach, now=LATER)

    assert goal.state == State.ACTIVE
    assert goals.in_force(session, goal.id) == wording
    assert [step.state for step in states.steps(session, goal.id)] == [
        "proposed",
        "pipeline",
        "active",
    ]


def test_an_ended_goal_stays_as_it_is(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    states.reach(session, goal.id, by=Party.COACH, now=LATER)
    with pytest.raises(GoalError, match="is reached"):
        states.activate(session, goal.id, by=Party.COACH, now=LATER)
    with pytest.raises(GoalError, match="is reached"):
        change(session, goal, people, Party.COACH)
    newest = goals.latest(session, goal.id)
    with pytest.raises(GoalError, match="is reached"):
        goals.agree(session, newest.id, by=Party.COACH, person_id=people.coach, now=LATER)


def test_new_words_are_in_force_when_both_agree(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    before = goals.in_force(session, goal.id)
    after = change(session, goal, people, Party.COACH, draft=draft(texts=FEWER))
    assert goals.in_force(session, goal.id) == before

    goals.agree(session, after.id, by=Party.CLIENT, person_id=people.client, now=LATER)

    assert goals.in_force(session, goal.id) == after
    assert goals.agreed(session, goal.id) == [(before, NOW), (after, LATER)]
    assert list(goals.texts(after)) == [0, 1, 2, 3]


def test_old_scores_keep_their_words(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    check_in = scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=NOW)
    scores.give(session, check_in.id, by=Party.CLIENT, person_id=people.client, level=1, now=NOW)
    new = change(session, goal, people, Party.COACH, draft=draft(texts=TEXTS | {1: "Ik bel even."}))
    goals.agree(session, new.id, by=Party.CLIENT, person_id=people.client, now=LATER)

    (score,) = scores.visible_scores(session, goal.id, viewer=Party.CLIENT).scores
    assert score.text == TEXTS[1]
    later = scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=LATER)
    assert scores.choices(later)[1] == "Ik bel even."


def test_nobody_agrees_to_words_that_were_replaced(session: Session, people: People) -> None:
    read_back = propose(session, people)
    goal = session.get_one(Goal, read_back.goal_id)
    newer = change(session, goal, people, Party.COACH, reason=None)
    with pytest.raises(GoalError, match="newer"):
        goals.agree(session, read_back.id, by=Party.CLIENT, person_id=people.client, now=NOW)
    goals.agree(session, newer.id, by=Party.CLIENT, person_id=people.client, now=NOW)
    assert goal.state == State.ACTIVE


def test_changing_an_agreed_goal_needs_a_reason(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    with pytest.raises(GoalError, match="reason"):
        change(session, goal, people, Party.COACH, reason=None)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"draft": draft(title=" ")}, "title is empty"),
        ({"draft": draft(texts={2: "Alleen dit."})}, "level 0 has no text"),
        ({"scale": "meetlat"}, "no scale meetlat"),
        ({"target_date": NOW.date()}, "target date"),
        ({"by": Party.THIRD_PARTY}, "third_party does not decide"),
    ],
)
def test_what_cannot_be_a_goal_is_refused(
    session: Session, people: People, changes: dict[str, Any], why: str
) -> None:
    with pytest.raises(GoalError, match=why):
        propose(session, people, **changes)
    assert goals.goals_of(session, people.client) == []


def test_a_goal_keeps_its_kenmerk_and_instrument(session: Session, people: People) -> None:
    goal = agreed_goal(session, people, instrument="R01", scale="gas", draft=draft(texts=GAS))
    session.commit()
    session.expire_all()
    assert (goal.kenmerk, goal.instrument, goal.scale) == ("1.1", "R01", "gas")


GAS = {level: f"Ik ben {2 - level} keer te laat." for level in range(-3, 3)}


def test_what_is_only_added_cannot_be_changed(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    wording = goals.latest(session, goal.id)
    wording.title = "Anders"
    with pytest.raises(TypeError, match="only added"):
        session.flush()


def test_erasing_a_client_leaves_nothing_of_the_goals(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    check_in = scores.open_check_in(session, goal.id, kind=Kind.END, now=NOW)
    first = scores.give(
        session, check_in.id, by=Party.COACH, person_id=people.coach, level=1, now=NOW
    )
    scores.revise(
        session,
        first.id,
        by=Party.COACH,
        person_id=people.coach,
        level=2,
        reason="Na het gesprek.",
        now=NOW,
    )
    session.commit()

    session.execute(delete(Person).where(Person.id == people.client))

    for table in (Goal, Wording, Agreement, Score):
        assert session.scalar(select(func.count()).select_from(table)) == 0


def test_erasing_a_coach_leaves_the_scores(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    check_in = scores.open_check_in(session, goal.id, kind=Kind.END, now=NOW)
    scores.give(session, check_in.id, by=Party.COACH, person_id=people.coach, level=1, now=NOW)
    session.commit()

    session.execute(delete(Person).where(Person.id == people.coach))
    session.expire_all()

    assert session.scalars(select(Score.person_id)).all() == [None]
    assert goals.in_force(session, goal.id) is not None
