"""Check-ins and scores: given apart, seen together, revised with a reason, never overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from doelenmeter import goals, scales
from doelenmeter.tables import CheckIn, Goal, Kind, Party, Remark, Score, State, Topic

TALKING_POINT = 2
"""Scores that differ by this many levels are worth a talk."""


class ScoreError(ValueError):
    """A score that cannot be given here."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One given score, with the words it was given for."""

    id: int
    check_in_id: int
    kind: Kind
    by: Party
    level: int
    text: str
    at: datetime
    replaces_id: int | None
    reason: str | None
    current: bool
    """Not replaced by a later one."""


@dataclass(frozen=True, slots=True)
class Visible:
    """What one party may see of the scores of a goal, in the order they were given."""

    scores: tuple[Scored, ...]
    hidden: tuple[tuple[int, Party], ...]
    """Check-in and party of scores that show once the viewer gave an own score there."""

    @property
    def current(self) -> tuple[Scored, ...]:
        """Scores that were not replaced by later ones."""
        return tuple(score for score in self.scores if score.current)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two parties who see one moment so differently that it is worth a talk."""

    lower: Scored
    higher: Scored

    @property
    def levels(self) -> int:
        """How many levels apart."""
        return self.higher.level - self.lower.level


def open_check_in(session: Session, goal_id: int, *, kind: Kind, now: datetime) -> CheckIn:
    """Start a check-in on the words that are in force. It closes the one before.

    A weekly one and a score moment may be open side by side. Raises ScoreError for a goal that
    is not active.
    """
    goal = session.get_one(Goal, goal_id, with_for_update=True)
    words = goals.in_force(session, goal_id)
    if goal.state != State.ACTIVE or words is None:
        raise ScoreError(f"a goal that is {goal.state} has no check-ins")
    for earlier in open_check_ins(session, goal_id):
        if (earlier.kind == Kind.WEEKLY) == (kind is Kind.WEEKLY):
            earlier.closed_at = now
    opened = CheckIn(goal_id=goal_id, wording_id=words.id, kind=kind.value, opened_at=now)
    session.add(opened)
    session.flush()
    return opened


def open_check_ins(session: Session, goal_id: int) -> list[CheckIn]:
    """Give the check-ins of a goal where a first score can still be given, the oldest first."""
    return list(
        session.scalars(
            select(CheckIn)
            .where(CheckIn.goal_id == goal_id, CheckIn.closed_at.is_(None))
            .order_by(CheckIn.id)
        )
    )


def choices(check_in: CheckIn) -> dict[int, str]:
    """Give the levels to choose from, by number and worst first, in the words of the check-in."""
    scale = scales.load()[check_in.goal.scale]
    return scale.spoken(goals.texts(check_in.wording))


def give(
    session: Session,
    check_in_id: int,
    *,
    by: Party,
    person_id: int | None,
    level: int,
    now: datetime,
) -> Score:
    """Store the first score of a party at a check-in.

    Raises ScoreError for a level that the goal does not have, a closed check-in, and a party
    that gave a score there before: that is revised.
    """
    check_in = session.get_one(CheckIn, check_in_id, with_for_update=True)
    if check_in.closed_at is not None:
        raise ScoreError("this check-in is closed")
    score = Score(check_in_id=check_in_id, by=by.value, person_id=person_id, level=level, at=now)
    return _add(session, check_in, score, "this party has scored here")


def revise(
    session: Session,
    score_id: int,
    *,
    by: Party,
    person_id: int | None,
    level: int,
    reason: str,
    now: datetime,
) -> Score:
    """Replace an own score by a new row, for a reason; also when the check-in is closed.

    The new score is for the same words. Raises ScoreError for the score of another party, one
    that was replaced before, a level that the goal does not have, and a missing reason.
    """
    earlier = session.get_one(Score, score_id)
    if earlier.by != by:
        raise ScoreError("only the party that gave a score revises it")
    if not reason.strip():
        raise ScoreError("a revision needs a reason")
    score = Score(
        check_in_id=earlier.check_in_id,
        by=by.value,
        person_id=person_id,
        level=level,
        replaces_id=score_id,
        reason=reason.strip(),
        at=now,
    )
    return _add(session, earlier.check_in, score, "this score was replaced before")


def remark(
    session: Session,
    check_in_id: int,
    *,
    by: Party,
    person_id: int | None,
    topic: Topic,
    words: str,
    now: datetime,
) -> Remark:
    """Store what somebody said beside a score. Raises ScoreError without words."""
    if not words.strip():
        raise ScoreError("a remark needs words")
    said = Remark(
        check_in_id=check_in_id,
        by=by.value,
        person_id=person_id,
        topic=topic.value,
        words=words.strip(),
        at=now,
    )
    session.add(said)
    session.flush()
    return said


def visible_remarks(session: Session, goal_id: int, *, viewer: Party) -> list[Remark]:
    """Give what was said about a goal, the oldest first; hidden as the scores beside it are."""
    gave = {row.check_in_id for row in _scores(session, goal_id, None) if row.by == viewer}
    found = session.scalars(
        select(Remark)
        .join(Remark.check_in)
        .where(CheckIn.goal_id == goal_id)
        .options(joinedload(Remark.check_in))
        .order_by(Remark.id)
    )
    return [row for row in found if _shows(row, viewer, gave)]


def visible_scores(
    session: Session, goal_id: int, *, viewer: Party, check_in_id: int | None = None
) -> Visible:
    """Give what one party may see of a goal, or of one check-in of it.

    Nobody is anchored: at an open score moment the scores of others show only once the viewer
    gave an own one. Weekly scores show at once. A third party sees own scores only.
    """
    rows = _scores(session, goal_id, check_in_id)
    replaced = {row.replaces_id for row in rows}
    gave = {row.check_in_id for row in rows if row.by == viewer}
    shown, hidden = list[Scored](), list[tuple[int, Party]]()
    for row in rows:
        if _shows(row, viewer, gave):
            shown.append(_scored(row, current=row.id not in replaced))
        elif viewer is not Party.THIRD_PARTY and row.replaces_id is None:
            hidden.append((row.check_in_id, Party(row.by)))
    return Visible(tuple(shown), tuple(hidden))


def count_by(session: Session, person_id: int) -> int:
    """Count the scores that somebody ever gave, replaced ones too."""
    found = select(func.count(Score.id)).where(Score.person_id == person_id)
    return session.scalar(found) or 0


def newest_by(session: Session, person_id: int) -> Score | None:
    """Give the score that somebody gave last, on whatever goal."""
    found = select(Score).where(Score.person_id == person_id).order_by(Score.id.desc()).limit(1)
    return session.scalar(found)


def talking_points(scores: Iterable[Scored]) -> tuple[Difference, ...]:
    """Give where parties differ two levels or more at one check-in, in their order."""
    current = [score for score in scores if score.current]
    pairs = (
        sorted(pair, key=lambda score: score.level)
        for pair in combinations(current, 2)
        if pair[0].check_in_id == pair[1].check_in_id
    )
    found = (Difference(lower, higher) for lower, higher in pairs)
    return tuple(difference for difference in found if difference.levels >= TALKING_POINT)


def _add(session: Session, check_in: CheckIn, score: Score, twice: str) -> Score:
    if score.level not in choices(check_in):
        raise ScoreError(f"this goal has no level {score.level}")
    try:
        with session.begin_nested():
            session.add(score)
    except IntegrityError as error:
        raise ScoreError(twice) from error
    return score


def _scores(session: Session, goal_id: int, check_in_id: int | None) -> list[Score]:
    found = (
        select(Score)
        .join(Score.check_in)
        .where(CheckIn.goal_id == goal_id)
        .options(
            joinedload(Score.check_in).joinedload(CheckIn.wording),
            joinedload(Score.check_in).joinedload(CheckIn.goal),
        )
        .order_by(Score.id)
    )
    if check_in_id is not None:
        found = found.where(CheckIn.id == check_in_id)
    return list(session.scalars(found))


def _shows(row: Score | Remark, viewer: Party, gave: set[int]) -> bool:
    if row.by == viewer or viewer is Party.THIRD_PARTY:
        return row.by == viewer
    at = row.check_in
    return at.kind == Kind.WEEKLY or at.closed_at is not None or at.id in gave


def _scored(row: Score, *, current: bool) -> Scored:
    return Scored(
        id=row.id,
        check_in_id=row.check_in_id,
        kind=Kind(row.check_in.kind),
        by=Party(row.by),
        level=row.level,
        text=choices(row.check_in)[row.level],
        at=row.at,
        replaces_id=row.replaces_id,
        reason=row.reason,
        current=current,
    )
