"""Goals and scores of every kind, made through the domain, and as hypothesis draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from doelenmeter import goals, scales, scores, states
from doelenmeter.goals import Draft
from doelenmeter.tables import Goal, Kind, Party, State, Topic
from tests.doelenmeter.conftest import NOW, People

DAY = timedelta(days=1)

TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=30
).filter(lambda text: bool(text.strip()))
"""Whatever somebody types and a database keeps."""


@dataclass(frozen=True)
class Given:
    """A score of one party, perhaps revised, perhaps with something said."""

    by: Party
    rank: int
    """Which level: counted from the worst."""
    revised: tuple[int, str] | None = None
    said: tuple[Topic, str] | None = None


@dataclass(frozen=True)
class Moment:
    """A check-in with what was given at it, and what was only said."""

    kind: Kind
    given: tuple[Given, ...]
    only_said: tuple[Party, str] | None = None


@dataclass(frozen=True)
class Made:
    """A goal, its check-ins, and the state it ends in."""

    scale: str
    title: str
    moments: tuple[Moment, ...] = ()
    state: State = State.ACTIVE


GIVEN = st.builds(
    Given,
    by=st.sampled_from(Party),
    rank=st.integers(0, 5),
    revised=st.none() | st.tuples(st.integers(0, 5), TEXT),
    said=st.none() | st.tuples(st.sampled_from(Topic), TEXT),
)
MOMENTS = st.builds(
    Moment,
    kind=st.sampled_from(Kind),
    given=st.lists(GIVEN, max_size=3, unique_by=lambda given: given.by).map(tuple),
    only_said=st.none() | st.tuples(st.sampled_from(Party), TEXT),
)
GOALS = st.builds(
    Made,
    scale=st.sampled_from(sorted(scales.load())),
    title=TEXT,
    moments=st.lists(MOMENTS, max_size=3).map(tuple),
    state=st.sampled_from(State),
)


def make(session: Session, people: People, made: Sequence[Made]) -> list[Goal]:
    """Store them, a day between two things that happen."""
    return [_goal(session, people, one) for one in made]


def _goal(session: Session, people: People, made: Made) -> Goal:
    scale = scales.load()[made.scale]
    levels = sorted(scale.meanings.values()) if scale.described == "every" else scale.needed
    words = goals.propose(
        session,
        client_id=people.client,
        by=Party.CLIENT,
        person_id=people.client,
        draft=Draft(
            made.title, "Op mijn werk", "Ik tel.", {level: f"Stap {level}" for level in levels}
        ),
        scale=made.scale,
        kenmerk="1.1",
        start_date=NOW.date(),
        target_date=NOW.date() + 90 * DAY,
        now=NOW,
    )
    if made.state is State.PROPOSED:
        return session.get_one(Goal, words.goal_id)
    goal = goals.agree(session, words.id, by=Party.COACH, person_id=people.coach, now=NOW)
    if goal.state != State.ACTIVE:
        states.activate(session, goal.id, by=Party.COACH, now=NOW, beside=True)
    now = NOW
    for moment in made.moments:
        now += DAY
        _moment(session, people, goal, moment, now)
    if made.state is State.PIPELINE:
        states.hold(session, goal.id, by=Party.COACH, now=now)
    elif made.state is State.REACHED:
        states.reach(session, goal.id, by=Party.COACH, now=now)
    elif made.state is State.STOPPED:
        states.stop(session, goal.id, by=Party.COACH, reason="=Te zwaar nu.", now=now)
    return goal


def _moment(session: Session, people: People, goal: Goal, moment: Moment, now: datetime) -> None:
    opened = scores.open_check_in(session, goal.id, kind=moment.kind, now=now)
    levels = list(scores.choices(opened))
    for given in moment.given:
        who = {"by": given.by, "person_id": people.of(given.by), "now": now}
        score = scores.give(session, opened.id, level=levels[given.rank % len(levels)], **who)
        if given.said:
            topic, words = given.said
            scores.remark(session, opened.id, topic=topic, words=words, **who)
        if given.revised:
            rank, reason = given.revised
            who["now"] = now + timedelta(hours=1)
            level = levels[rank % len(levels)]
            scores.revise(session, score.id, level=level, reason=reason, **who)
    if moment.only_said:
        by, words = moment.only_said
        scores.remark(
            session,
            opened.id,
            by=by,
            person_id=people.of(by),
            topic=Topic.INSTRUMENT,
            words=words,
            now=now,
        )
