"""Links with which somebody from outside, who sees the client at work, scores one goal once."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseload import consent
from caseload.conversations import hashed
from caseload.invites import InviteError, Reason
from caseload.models import ChannelAccount, Person, Purpose, Role
from caseload.people import add_person
from caseload.rights import Act, NotFoundError, require
from doelenmeter.tables import Goal, GoalGrant

LIFETIME = timedelta(days=7)
TOKEN_BYTES = 32
NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Opened:
    """The goal behind a link, and the person who opened it."""

    grant_id: int
    goal_id: int
    person: Person


def grant(session: Session, *, goal_id: int, by: int, name: str, now: datetime) -> str:
    """Make a link to one goal for a third party, and give its token; it is nowhere else.

    ``name`` says who it is for, cut at 80 characters. Raises NotFoundError for who may not share
    this goal, and while the client does not consent to sharing.
    """
    require(session, person_id=by, act=Act.SHARE_GOAL, goal_id=goal_id)
    client_id = session.get_one(Goal, goal_id).client_id
    if not consent.has(session, client_id, Purpose.SHARING):
        raise NotFoundError("not found")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row = GoalGrant(
        goal_id=goal_id,
        by_id=by,
        name=" ".join(name.split())[:NAME_LENGTH],
        token_hash=hashed(token),
        created_at=now,
        expires_at=now + LIFETIME,
    )
    session.add(row)
    session.flush()
    return token


def open_grant(session: Session, token: str, *, account_id: int, now: datetime) -> Opened:
    """Let a third party in by a link, and bind the account to them. It opens once.

    From then on `caseload.rights` knows them for this goal, until `end_grant`, a week after the
    link was made, or the client takes the consent back. Who opens the same link again at the
    same account is simply in. Raises InviteError: WRONG, USED, EXPIRED, or TAKEN for the account
    of a client or a coach.
    """
    account = session.get_one(
        ChannelAccount, account_id, with_for_update=True, populate_existing=True
    )
    row = session.scalar(
        select(GoalGrant)
        .where(GoalGrant.token_hash == hashed(token.strip()))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise InviteError(Reason.WRONG)
    if row.used_at is not None and row.person_id != account.person_id:
        raise InviteError(Reason.USED)
    if _over(session, row, now):
        raise InviteError(Reason.EXPIRED)
    person = _third_party(session, account, row.name, now)
    row.person_id, row.used_at = person.id, row.used_at or now
    session.flush()
    return Opened(row.id, row.goal_id, person)


def unopened(session: Session, token: str, *, now: datetime) -> GoalGrant:
    """Give a link that would open now, without opening it.

    Raises InviteError: WRONG, USED or EXPIRED.
    """
    row = session.scalar(select(GoalGrant).where(GoalGrant.token_hash == hashed(token.strip())))
    if row is None:
        raise InviteError(Reason.WRONG)
    if row.used_at is not None:
        raise InviteError(Reason.USED)
    if _over(session, row, now):
        raise InviteError(Reason.EXPIRED)
    return row


def end_grants(session: Session, client_id: int, *, now: datetime) -> None:
    """Let every link to a goal of this client be over: the client takes the consent back."""
    rows = session.scalars(
        select(GoalGrant)
        .join(Goal, Goal.id == GoalGrant.goal_id)
        .where(Goal.client_id == client_id, GoalGrant.ended_at.is_(None))
    )
    for row in rows:
        row.ended_at = now
    session.flush()


def end_grant(session: Session, grant_id: int, *, now: datetime) -> None:
    """Let a link be over: the score was given, or client or coach takes it back."""
    row = session.get_one(GoalGrant, grant_id)
    row.ended_at = row.ended_at or now
    session.flush()


def _over(session: Session, row: GoalGrant, now: datetime) -> bool:
    """Whether a link was ended, is too old, or the client takes no part any more."""
    client_id = session.get_one(Goal, row.goal_id).client_id
    shared = consent.has(session, client_id, Purpose.SHARING)
    return row.ended_at is not None or row.expires_at <= now or not shared


def _third_party(session: Session, account: ChannelAccount, name: str, now: datetime) -> Person:
    """Give the person of an account, made where it is nobody's yet."""
    if account.person_id is None:
        person = add_person(session, role=Role.THIRD_PARTY, name=name or None, now=now)
        account.person_id = person.id
        return person
    person = session.get_one(Person, account.person_id)
    if person.role != Role.THIRD_PARTY:
        raise InviteError(Reason.TAKEN)
    return person
