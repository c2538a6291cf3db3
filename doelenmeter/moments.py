"""At which check-in somebody scores now, and what to ask beside the score."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from doelenmeter import scales, scores
from doelenmeter.scales import Meaning
from doelenmeter.scores import Scored
from doelenmeter.tables import CheckIn, Goal, Kind, Party, Score, Topic

SAME_WEEK = timedelta(days=6)
"""A weekly check-in that was opened this long ago is the one of this week."""

ON_THE_WAY: tuple[Meaning, ...] = ("less", "goal", "more", "much_more")
"""Levels above the start: on the way, or there."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to score: a check-in, and the own score that stands there already, if any."""

    check_in: CheckIn
    given: Scored | None


def where_to_score(session: Session, goal_id: int, *, by: Party, now: datetime) -> Place:
    """Give the check-in at which this party scores now.

    An open score moment without an own score goes before the weekly one. Of this week there is
    one weekly check-in; where there is none it is opened, and for who is not the client a score
    moment half way, so that the client is asked too. Raises ScoreError for a goal that is not
    active.
    """
    found = place_now(session, goal_id, by=by, now=now)
    if found is not None:
        return found
    kind = Kind.WEEKLY if by is Party.CLIENT else Kind.PROGRESS
    return Place(scores.open_check_in(session, goal_id, kind=kind, now=now), None)


def place_now(session: Session, goal_id: int, *, by: Party, now: datetime) -> Place | None:
    """Give the open check-in at which this party scores now; None where one has to be opened."""
    own = {score.check_in_id: score for score in _own(session, goal_id, by)}
    still_open = scores.open_check_ins(session, goal_id)
    moments = [found for found in still_open if found.kind != Kind.WEEKLY]
    for found in moments:
        if found.id not in own:
            return Place(found, None)
    weekly = [found for found in still_open if found.kind == Kind.WEEKLY]
    for found in reversed(weekly):
        if now - found.opened_at < SAME_WEEK:
            return Place(found, own.get(found.id))
    if by is not Party.CLIENT and moments:
        return Place(moments[-1], own[moments[-1].id])
    return None


def given_at(session: Session, check_in: CheckIn, *, by: Party) -> Scored | None:
    """Give the score of a party at one check-in that counts."""
    own = {score.check_in_id: score for score in _own(session, check_in.goal_id, by)}
    return own.get(check_in.id)


def last_given(session: Session, goal_id: int, *, by: Party) -> Scored | None:
    """Give the newest score of a party that counts."""
    found = _own(session, goal_id, by)
    return found[-1] if found else None


def meaning_of(session: Session, check_in: CheckIn, level: int) -> Meaning:
    """Tell what a level of a check-in is, whatever its number."""
    goal = session.get_one(Goal, check_in.goal_id)
    return scales.load()[goal.scale].at(level).meaning


def above_the_start(session: Session, person_id: int) -> int:
    """Count the scores that somebody gave above the start of a goal, replaced ones too."""
    found = session.execute(
        select(Goal.scale, Score.level)
        .join(CheckIn, CheckIn.goal_id == Goal.id)
        .join(Score, Score.check_in_id == CheckIn.id)
        .where(Score.person_id == person_id)
    )
    return sum(level > scales.load()[scale].meanings["start"] for scale, level in found)


def to_ask(meaning: Meaning, *, dropped: bool) -> Topic:
    """Tell what to ask beside a score: what somebody needs, what helped, or what hindered."""
    if dropped:
        return Topic.NEEDED
    return Topic.HELPED if meaning in ON_THE_WAY else Topic.HINDERED


def _own(session: Session, goal_id: int, by: Party) -> list[Scored]:
    visible = scores.visible_scores(session, goal_id, viewer=by)
    return [score for score in visible.current if score.by is by]
