"""Somebody from outside, who sees the client at work, scores one goal by a link, once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from caseload.conversations import account, hashed
from caseload.models import Channel
from doelenmeter import goals, moments, scales, scores
from doelenmeter.grants import end_grant, open_grant, unopened
from doelenmeter.scores import ScoreError
from doelenmeter.tables import Goal, Party, State, Wording

ACCOUNT_BYTES = 32
LONGEST_REMARK = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """What there is to see behind a link: one goal and its levels, nothing of the scores."""

    wording_id: int
    title: str
    measure: str
    levels: Mapping[int, str]
    """By number, worst first."""


def sheet(session: Session, token: str, *, now: datetime) -> Sheet:
    """Give the goal behind a link, which stays unopened.

    Raises InviteError as `grants.unopened` does, ScoreError for a goal that is not active.
    """
    return _sheet(session, unopened(session, token, now=now).goal_id, now)


def fill_in(
    session: Session,
    token: str,
    *,
    wording_id: int,
    level: int,
    remark: str,
    renewed: str,
    now: datetime,
) -> None:
    """Store the score and what was said beside it, and let the link be over.

    ``wording_id`` tells which words were read. ``renewed`` is the reason that is noted where an
    earlier third party scored at the same moment. The link opens at an account that is made for
    it, so whoever uses the browser for more stays who they are. Remarks are cut at 500
    characters. Raises InviteError, and ScoreError for a level that is not there and for words
    that have changed meanwhile; roll back then.
    """
    if _sheet(session, unopened(session, token, now=now).goal_id, now).wording_id != wording_id:
        raise ScoreError("these words were replaced by newer ones")
    door = hashed(secrets.token_urlsafe(ACCOUNT_BYTES))
    here = account(session, channel=Channel.WEB, external_id=door, now=now)
    opened = open_grant(session, token, account_id=here.id, now=now)
    by, person_id = Party.THIRD_PARTY, opened.person.id
    place = moments.where_to_score(session, opened.goal_id, by=by, now=now)
    if place.given is None:
        scores.give(session, place.check_in.id, by=by, person_id=person_id, level=level, now=now)
    else:
        scores.revise(
            session,
            place.given.id,
            by=by,
            person_id=person_id,
            level=level,
            reason=renewed,
            now=now,
        )
    if words := " ".join(remark.split())[:LONGEST_REMARK]:
        meaning = moments.meaning_of(session, place.check_in, level)
        topic = moments.to_ask(meaning, dropped=False)
        scores.remark(
            session,
            place.check_in.id,
            by=by,
            person_id=person_id,
            topic=topic,
            words=words,
            now=now,
        )
    end_grant(session, opened.grant_id, now=now)


def _sheet(session: Session, goal_id: int, now: datetime) -> Sheet:
    goal = session.get_one(Goal, goal_id)
    words = _words(session, goal_id, now)
    if goal.state != State.ACTIVE or words is None:
        raise ScoreError(f"a goal that is {goal.state} has no check-ins")
    levels = scales.load()[goal.scale].spoken(goals.texts(words))
    return Sheet(words.id, words.title, words.measure, levels)


def _words(session: Session, goal_id: int, now: datetime) -> Wording | None:
    """Give the words of the check-in where the score will stand."""
    place = moments.place_now(session, goal_id, by=Party.THIRD_PARTY, now=now)
    return goals.in_force(session, goal_id) if place is None else place.check_in.wording
