"""Counts for management: without names, of who said yes to them, and none of a small group."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseload import consent
from caseload.models import Person, Purpose, Role
from doelenmeter import scores
from doelenmeter.prompt_tables import Prompt, PromptKind, Sending
from doelenmeter.tables import CheckIn, Goal, GoalStep, Party, Score, State

SMALLEST_GROUP = 5
"""Fewer people than this are not told, nor is a rest of fewer."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers of clients, and of what they did; None where too few people are behind one."""

    clients: int | None
    """Who said yes to being counted; the others are in no number here."""
    with_a_goal: int | None
    took_a_step: int | None
    """Whose last own score of some goal is above the first one."""
    reached_a_goal: int | None
    asked: int | None
    """Weekly messages that went out."""
    answered: int | None
    """Weekly messages with an answer."""
    check_ins: int | None
    """Check-ins with a score of the client."""


def figures(session: Session) -> Figures:
    """Count. Shares are for the reader: each number comes with the whole it is a part of."""
    everybody = _counted(session)
    agreed = _ever(session, everybody, State.PIPELINE)
    return Figures(
        clients=_told(everybody),
        with_a_goal=_told(agreed, of=everybody),
        took_a_step=_told({one for one in agreed if _took_a_step(session, one)}, of=agreed),
        reached_a_goal=_told(_ever(session, agreed, State.REACHED), of=agreed),
        asked=_prompts(session, everybody, answered=False),
        answered=_prompts(session, everybody, answered=True),
        check_ins=_check_ins(session, everybody),
    )


def _counted(session: Session) -> set[int]:
    clients = session.scalars(select(Person.id).where(Person.role == Role.CLIENT.value))
    return {one for one in clients.all() if consent.has(session, one, Purpose.FIGURES)}


def _told(people: Collection[int], *, of: Collection[int] = ()) -> int | None:
    """Give how many, unless they or the rest of a whole are too few to stay unknown."""
    rest = len(of) - len(people) if of else 0
    small = len(people) < SMALLEST_GROUP or 0 < rest < SMALLEST_GROUP
    return None if small else len(people)


def _ever(session: Session, people: Collection[int], state: State) -> set[int]:
    """Give who ever had a goal in this state."""
    found = session.scalars(
        select(Goal.client_id)
        .join(GoalStep, GoalStep.goal_id == Goal.id)
        .where(GoalStep.state == state.value)
    )
    return set(found) & set(people)


def _took_a_step(session: Session, client_id: int) -> bool:
    goals = session.scalars(select(Goal.id).where(Goal.client_id == client_id)).all()
    return any(_rose(session, goal_id) for goal_id in goals)


def _rose(session: Session, goal_id: int) -> bool:
    seen = scores.visible_scores(session, goal_id, viewer=Party.CLIENT).current
    own = [score.level for score in seen if score.by is Party.CLIENT]
    return bool(own) and own[-1] > own[0]


def _prompts(session: Session, people: Collection[int], *, answered: bool) -> int | None:
    rows = select(Prompt.person_id).where(
        Prompt.kind == PromptKind.WEEKLY.value, Prompt.state == Sending.SENT.value
    )
    if answered:
        rows = rows.where(Prompt.answered_at.is_not(None))
    return _of_enough(session.scalars(rows).all(), people)


def _check_ins(session: Session, people: Collection[int]) -> int | None:
    rows = (
        select(Goal.client_id)
        .join(CheckIn, CheckIn.goal_id == Goal.id)
        .join(Score, Score.check_in_id == CheckIn.id)
        .where(Score.by == Party.CLIENT.value, Score.replaces_id.is_(None))
    )
    return _of_enough(session.scalars(rows).all(), people)


def _of_enough(rows: Collection[int], people: Collection[int]) -> int | None:
    """Give the number of rows, where enough people are behind them."""
    mine = [person for person in rows if person in people]
    return None if _told(set(mine)) is None else len(mine)
