"""Who may do what: one table of role, relation and act. What does not stand in it is denied."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, column, select, table
from sqlalchemy.orm import Session

from caseload import consent
from caseload.models import CoachClient, Handover, HandoverState, Person, Purpose, Role
from store.types import UtcDateTime

GOAL = table("goal", column("id"), column("client_id"))
GRANT = table(
    "goal_grant",
    *map(column, ("goal_id", "person_id", "used_at", "ended_at")),
    column("expires_at", UtcDateTime()),
)
"""Tables of another room are known here by their names only."""


class Act(StrEnum):
    """Something that is allowed to some and not to others."""

    SEE_GOALS = "see_goals"
    """All goals of a client."""
    SEE_GOAL = "see_goal"
    """One goal: its title and its levels."""
    SET_GOAL = "set_goal"
    """Propose a goal, or other words for it."""
    AGREE_GOAL = "agree_goal"
    MOVE_GOAL = "move_goal"
    """Start with it, let it wait, end it."""
    SCORE_AS_CLIENT = "score_as_client"
    SCORE_AS_COACH = "score_as_coach"
    SCORE_AS_THIRD_PARTY = "score_as_third_party"
    SEE_PICTURE = "see_picture"
    SEE_REMARKS = "see_remarks"
    SHARE_GOAL = "share_goal"
    """Make or take back a link with which a third party scores one goal."""
    SET_SCHEDULE = "set_schedule"
    """Day and time of the own weekly message, and pausing it."""
    SET_CONSENT = "set_consent"
    SEE_EVERYTHING = "see_everything"
    """All that is kept about a person."""
    EXPORT = "export"
    """Goals and scores of a client as a file."""
    ERASE = "erase"
    INVITE_CLIENT = "invite_client"
    INVITE_COACH = "invite_coach"
    INVITE_CHANNEL = "invite_channel"
    """Come in at another door too."""
    HAND_OVER = "hand_over"
    ANSWER_HANDOVER = "answer_handover"
    SEE_CASELOAD = "see_caseload"
    """Who the own clients are and how their week went."""
    SEE_REQUESTS = "see_requests"
    """That a client wants to talk to somebody."""
    SEE_FIGURES = "see_figures"
    KEEP_CATALOGUE = "keep_catalogue"


class Relation(StrEnum):
    """What a person is to the client or the goal that an act is about."""

    SELF = "self"
    """It is about themselves, or about no client at all."""
    OWN_COACH = "own_coach"
    EARLIER_COACH = "earlier_coach"
    """Handed this client over."""
    THIRD_PARTY = "third_party"
    """Opened a link to this goal, which still holds."""
    OTHER = "other"


class NotFoundError(LookupError):
    """There is no such record, or not for this person: nobody can tell which."""


_SELF = frozenset((role, Relation.SELF) for role in Role)
_CLIENT = frozenset({(Role.CLIENT, Relation.SELF)})
_COACH = frozenset({(Role.COACH, Relation.OWN_COACH)})
_COACH_SELF = frozenset({(Role.COACH, Relation.SELF)})
_THIRD_PARTY = frozenset({(Role.THIRD_PARTY, Relation.THIRD_PARTY)})
_BEHEERDER = frozenset({(Role.BEHEERDER, Relation.SELF)})

ALLOWED: Mapping[Act, frozenset[tuple[Role, Relation]]] = {
    Act.SEE_GOALS: _CLIENT | _COACH,
    Act.SEE_GOAL: _CLIENT | _COACH | _THIRD_PARTY,
    Act.SET_GOAL: _CLIENT | _COACH,
    Act.AGREE_GOAL: _CLIENT | _COACH,
    Act.MOVE_GOAL: _CLIENT | _COACH,
    Act.SCORE_AS_CLIENT: _CLIENT,
    Act.SCORE_AS_COACH: _COACH,
    Act.SCORE_AS_THIRD_PARTY: _THIRD_PARTY,
    Act.SEE_PICTURE: _CLIENT | _COACH,
    Act.SEE_REMARKS: _CLIENT | _COACH,
    Act.SHARE_GOAL: _CLIENT | _COACH,
    Act.SET_SCHEDULE: _CLIENT | _COACH_SELF,
    Act.SET_CONSENT: _CLIENT,
    Act.SEE_EVERYTHING: _SELF,
    Act.EXPORT: _CLIENT | _COACH,
    Act.ERASE: _SELF,
    Act.INVITE_CLIENT: _COACH_SELF,
    Act.INVITE_COACH: _BEHEERDER,
    Act.INVITE_CHANNEL: _CLIENT | _COACH_SELF,
    Act.HAND_OVER: _COACH,
    Act.ANSWER_HANDOVER: _CLIENT,
    Act.SEE_CASELOAD: _COACH_SELF,
    Act.SEE_REQUESTS: _COACH,
    Act.SEE_FIGURES: _BEHEERDER,
    Act.KEEP_CATALOGUE: _BEHEERDER,
}


def may(
    session: Session,
    *,
    person_id: int | None,
    act: Act,
    client_id: int | None = None,
    goal_id: int | None = None,
    now: datetime | None = None,
) -> bool:
    """Tell whether a person may do something, to a client or a goal where one is named.

    Role and relation are read now. ``now`` is needed where a link to a goal may count: without
    it none does. Nobody (None) may do nothing here.
    """
    person = None if person_id is None else session.get(Person, person_id)
    if person is None:
        return False
    found = relation(session, person_id=person.id, client_id=client_id, goal_id=goal_id, now=now)
    return (Role(person.role), found) in ALLOWED.get(act, frozenset())


def require(
    session: Session,
    *,
    person_id: int | None,
    act: Act,
    client_id: int | None = None,
    goal_id: int | None = None,
    now: datetime | None = None,
) -> None:
    """Raise NotFoundError unless `may`: the same for what is forbidden and what is not there."""
    if not may(
        session, person_id=person_id, act=act, client_id=client_id, goal_id=goal_id, now=now
    ):
        raise NotFoundError("not found")


def relation(
    session: Session,
    *,
    person_id: int,
    client_id: int | None = None,
    goal_id: int | None = None,
    now: datetime | None = None,
) -> Relation:
    """Tell what a person is to a client or a goal; of several relations the closest counts."""
    if client_id is None and goal_id is None:
        return Relation.SELF
    owner = client_id
    if goal_id is not None:
        owner = session.scalar(select(GOAL.c.client_id).where(GOAL.c.id == goal_id))
    if owner is None or client_id not in (None, owner):
        return Relation.OTHER
    if owner == person_id:
        return Relation.SELF
    if _there(session, _coaches(person_id, owner)):
        return Relation.OWN_COACH
    if (
        goal_id is not None
        and now is not None
        and _there(session, _holds(person_id, goal_id, now))
        and consent.has(session, owner, Purpose.SHARING)
    ):
        return Relation.THIRD_PARTY
    if _there(session, _handed_over(person_id, owner)):
        return Relation.EARLIER_COACH
    return Relation.OTHER


def _there(session: Session, rows: Select[Any]) -> bool:
    return session.scalar(rows.limit(1)) is not None


def _coaches(person_id: int, client_id: int) -> Select[Any]:
    return select(CoachClient.client_id).where(
        CoachClient.client_id == client_id, CoachClient.coach_id == person_id
    )


def _holds(person_id: int, goal_id: int, now: datetime) -> Select[Any]:
    return select(GRANT.c.goal_id).where(
        GRANT.c.goal_id == goal_id,
        GRANT.c.person_id == person_id,
        GRANT.c.used_at.is_not(None),
        GRANT.c.ended_at.is_(None),
        GRANT.c.expires_at > now,
    )


def _handed_over(person_id: int, client_id: int) -> Select[Any]:
    return select(Handover.id).where(
        Handover.client_id == client_id,
        Handover.from_id == person_id,
        Handover.state == HandoverState.DONE.value,
    )
