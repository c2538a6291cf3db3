"""Any order of steps by client and coach: states, words and scores stay true."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from doelenmeter import goals, scores, states
from doelenmeter.scores import ScoreError, visible_scores
from doelenmeter.states import BOTH, GoalError
from doelenmeter.tables import CheckIn, Goal, Kind, Party, Score, State
from store.session import sessions
from tests.doelenmeter.conftest import NOW, TEXTS, add_people, draft, propose

EXAMPLES = {"sqlite": 25, "postgresql": 5}
WHICH = st.integers(0, 20)
SIDE = st.sampled_from(BOTH)
PARTY = st.sampled_from(list(Party))


class Talks(RuleBasedStateMachine):
    factory: sessionmaker[Session]

    @initialize()
    def start(self) -> None:
        self.now = NOW
        self.session = self.factory()
        self.people = add_people(self.session)
        self.given: dict[int, tuple[int, str]] = {}
        self.ended: dict[int, str] = {}
        for by in BOTH:
            propose(self.session, self.people, by=by)

    def goal(self, which: int) -> Goal:
        found = goals.goals_of(self.session, self.people.client)
        return found[which % len(found)]

    def check_in(self, which: int) -> CheckIn | None:
        found = self.session.scalars(
            select(CheckIn)
            .join(Goal)
            .where(Goal.client_id == self.people.client)
            .order_by(CheckIn.id.desc())
        ).all()
        return found[which % min(len(found), 3)] if found else None

    @rule(which=WHICH, by=SIDE)
    def agree(self, which: int, by: Party) -> None:
        goal = self.goal(which)
        newest = goals.latest(self.session, goal.id)
        person = self.people.of(by)
        try:
            goals.agree(self.session, newest.id, by=by, person_id=person, now=self.now)
        except GoalError:
            assert goal.id in self.ended

    @rule(which=WHICH, by=SIDE, level=st.integers(0, 3), drop=st.booleans())
    def change(self, which: int, by: Party, level: int, drop: bool) -> None:
        goal = self.goal(which)
        texts = TEXTS | {level: f"Nieuw op {self.now}, niveau {level}."}
        if drop:
            del texts[-1]
        try:
            goals.change(
                self.session,
                goal.id,
                by=by,
                person_id=self.people.of(by),
                draft=draft(texts=texts),
                reason="Beter te tellen.",
                now=self.now,
            )
        except GoalError:
            assert goal.id in self.ended

    @rule(which=WHICH, by=SIDE, step=st.sampled_from(["activate", "activate", "hold", "reach"]))
    def move(self, which: int, by: Party, step: str) -> None:
        goal = self.goal(which)
        before = goal.state
        try:
            getattr(states, step)(self.session, goal.id, by=by, now=self.now)
        except GoalError:
            assert goal.state == before
        if goal.state == State.REACHED:
            self.ended[goal.id] = goal.state
        if step == "activate" and goal.state == State.ACTIVE and before != goal.state:
            active = goals.goals_of(self.session, self.people.client, states=[State.ACTIVE])
            assert active == [goal]

    @rule(which=WHICH, kind=st.sampled_from(Kind))
    def open_check_in(self, which: int, kind: Kind) -> None:
        goal = self.goal(which)
        try:
            opened = scores.open_check_in(self.session, goal.id, kind=kind, now=self.now)
        except ScoreError:
            assert goal.state != State.ACTIVE
        else:
            assert opened.wording == goals.in_force(self.session, goal.id)

    @rule(which=WHICH, by=PARTY, level=st.integers(-1, 3))
    def give(self, which: int, by: Party, level: int) -> None:
        if check_in := self.check_in(which):
            try:
                score = scores.give(
                    self.session, check_in.id, by=by, person_id=None, level=level, now=self.now
                )
            except ScoreError:
                return
            self.given[score.id] = (level, scores.choices(check_in)[level])

    @rule(which=WHICH, level=st.integers(-1, 3))
    def revise(self, which: int, level: int) -> None:
        if self.given:
            old = self.session.get_one(Score, sorted(self.given)[which % len(self.given)])
            try:
                score = scores.revise(
                    self.session,
                    old.id,
                    by=Party(old.by),
                    person_id=None,
                    level=level,
                    reason="Bij nader inzien.",
                    now=self.now,
                )
            except ScoreError:
                return
            self.given[score.id] = (level, scores.choices(old.check_in)[level])

    @invariant()
    def time_passes(self) -> None:
        self.now += timedelta(hours=1)

    @invariant()
    def scores_stay_and_nobody_is_anchored(self) -> None:
        shown: dict[int, tuple[int, str]] = {}
        for goal in goals.goals_of(self.session, self.people.client):
            for viewer in Party:
                visible = visible_scores(self.session, goal.id, viewer=viewer)
                shown |= {score.id: (score.level, score.text) for score in visible.scores}
                mine = {score.check_in_id for score in visible.scores if score.by is viewer}
                for score in visible.scores:
                    at = self.session.get_one(CheckIn, score.check_in_id)
                    assert at.kind == Kind.WEEKLY or at.closed_at or at.id in mine
                pairs = [(score.check_in_id, score.by) for score in visible.current]
                assert len(pairs) == len(set(pairs))
        assert shown == self.given

    @invariant()
    def goals_tell_how_they_came_here(self) -> None:
        for goal in goals.goals_of(self.session, self.people.client):
            path = [State(step.state) for step in states.steps(self.session, goal.id)]
            assert path[0] is State.PROPOSED
            assert path[-1] == goal.state
            assert all(after in states.STEPS[before] for before, after in pairwise(path))
            agreed = goals.in_force(self.session, goal.id)
            assert (goal.state == State.PROPOSED) == (agreed is None)
            if goal.id in self.ended:
                assert goal.state == self.ended[goal.id]

    def teardown(self) -> None:
        self.session.commit()
        self.session.close()


def test_talks(database_kind: str, new_database: Callable[[str], str]) -> None:
    factory = sessions(new_database(database_kind))
    machine = type("TalksHere", (Talks,), {"factory": factory})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES[database_kind],
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            database=None,
        ),
    )
    factory.kw["bind"].dispose()
