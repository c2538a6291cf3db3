"""Ways in: a short code or a link, for one person, once, for a week."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from caseload.conversations import hashed
from caseload.models import ChannelAccount, Invite, Person, Role, WrongCode
from caseload.people import add_person, link
from caseload.rights import Act, NotFoundError, require

LIFETIME = timedelta(days=7)
CHANNEL_LIFETIME = timedelta(hours=1)
"""Of an invite to another channel: the person has both at hand."""

ALPHABET = "CDFGHJKMNPQRTVWXYZ34679"
"""Nothing that looks like something else, and no vowels: no code spells a word."""
CODE_LENGTH = 8
TOKEN_BYTES = 32
NAME_LENGTH = 80

TRIES = 5
"""After so many wrong codes an account is locked, and again after as many more."""
LOCK = timedelta(minutes=15)
"""The first time; it doubles each time, up to sixteen hours."""
MOST_DOUBLINGS = 6
WRONG_EVERYWHERE = 100
"""After so many wrong codes of everybody within `LOCK`, no code is looked at for a while."""

INVITES = {Role.CLIENT: Act.INVITE_CLIENT, Role.COACH: Act.INVITE_COACH}


class Reason(StrEnum):
    """Why somebody is not let in."""

    WRONG = "wrong"
    USED = "used"
    EXPIRED = "expired"
    """Or taken back."""
    TAKEN = "taken"
    """This account belongs to a person already."""
    LOCKED = "locked"


class InviteError(ValueError):
    """Somebody is not let in. Commit all the same: a wrong code was counted."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class LockedError(InviteError):
    """Too many wrong codes; links go on working."""

    def __init__(self, until: datetime) -> None:
        super().__init__(Reason.LOCKED)
        self.until = until


@dataclass(frozen=True, slots=True)
class Fresh:
    """A new invite. Code and token are nowhere else: show them now."""

    id: int
    code: str
    """To type: K7PM-3QXR."""
    token: str
    """For a link: 43 characters that an address may hold."""
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Redeemed:
    """Who came in, and the name of who invited them, if anybody did."""

    person: Person
    inviter: str | None


def invite(session: Session, *, by: int | None, role: Role, name: str, now: datetime) -> Fresh:
    """Make a way in for somebody new: a client of this coach, or a coach.

    ``by`` None is the command line, which invites coaches. Raises NotFoundError for who may not
    invite this role, ValueError without a name. Names are cut at 80 characters.
    """
    name = " ".join(name.split())[:NAME_LENGTH]
    if not name:
        raise ValueError("an invite needs a name")
    if by is not None and role in INVITES:
        require(session, person_id=by, act=INVITES[role])
    elif role is not Role.COACH:
        raise NotFoundError("not found")
    return _fresh(session, Invite(by_id=by, role=role.value, name=name), LIFETIME, now)


def invite_channel(session: Session, person_id: int, *, now: datetime) -> Fresh:
    """Make a way in at another door for somebody who is in already. Raises NotFoundError."""
    require(session, person_id=person_id, act=Act.INVITE_CHANNEL)
    return _fresh(session, Invite(person_id=person_id), CHANNEL_LIFETIME, now)


def open_invites(session: Session, person_id: int, *, now: datetime) -> list[Invite]:
    """Give the invites of a person that still work, the oldest first."""
    return list(
        session.scalars(
            select(Invite)
            .where(
                Invite.by_id == person_id,
                Invite.used_at.is_(None),
                Invite.revoked_at.is_(None),
                Invite.expires_at > now,
            )
            .order_by(Invite.id)
        )
    )


def revoke(session: Session, invite_id: int, *, by: int, now: datetime) -> None:
    """Take an own invite back; one that was used stays used. Raises NotFoundError."""
    found = _locked(session, (Invite.id == invite_id) & (Invite.by_id == by))
    if found is None:
        raise NotFoundError("not found")
    if found.used_at is None:
        found.revoked_at = found.revoked_at or now
    session.flush()


def redeem(session: Session, *, secret: str, account_id: int, now: datetime) -> Redeemed:
    """Let somebody in by a code, in any case and with any spaces or hyphens, or by a link.

    Makes the person, links a client to the coach who invited, and binds the account. Who opens
    the same link again is simply in. Raises InviteError, or LockedError after too many wrong
    codes; the caller commits then too, or the wrong code is not counted. Call it in
    `store.session.writing`: of two at once, one gets in.
    """
    account = session.get_one(
        ChannelAccount, account_id, with_for_update=True, populate_existing=True
    )
    found = _find(session, secret, account_id, now)
    if account.person_id is None:
        _check(found, now)
        account.person_id = found.person_id or _new_person(session, found, now)
        found.person_id, found.used_at = account.person_id, now
        session.execute(delete(WrongCode).where(WrongCode.account_id == account_id))
        session.flush()
    elif account.person_id != found.person_id:
        raise InviteError(Reason.TAKEN)
    inviter = None if found.by_id is None else session.get_one(Person, found.by_id).name
    return Redeemed(session.get_one(Person, account.person_id), inviter)


def _fresh(session: Session, row: Invite, lifetime: timedelta, now: datetime) -> Fresh:
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row.code_hash, row.token_hash = hashed(code), hashed(token)
    row.created_at, row.expires_at = now, now + lifetime
    session.add(row)
    session.flush()
    return Fresh(row.id, f"{code[:4]}-{code[4:]}", token, row.expires_at)


def _find(session: Session, secret: str, account_id: int, now: datetime) -> Invite:
    """Give the invite of a link or a code. Nobody guesses a link, so a lock only holds codes."""
    found = _locked(session, Invite.token_hash == hashed(secret.strip()))
    if found is not None:
        return found
    _check_lock(session, account_id, now)
    code = "".join(sign for sign in secret.upper() if sign.isalnum())
    found = _locked(session, Invite.code_hash == hashed(code))
    if found is None:
        session.add(WrongCode(account_id=account_id, at=now))
        session.flush()
        raise InviteError(Reason.WRONG)
    return found


def _locked(session: Session, which: ColumnElement[bool]) -> Invite | None:
    return session.scalar(
        select(Invite).where(which).with_for_update().execution_options(populate_existing=True)
    )


def _check_lock(session: Session, account_id: int, now: datetime) -> None:
    own = session.scalars(
        select(WrongCode.at).where(WrongCode.account_id == account_id).order_by(WrongCode.at)
    ).all()
    times = len(own) // TRIES
    if times and len(own) % TRIES == 0:
        until = own[-1] + LOCK * 2 ** min(times - 1, MOST_DOUBLINGS)
        if now < until:
            raise LockedError(until)
    every = session.scalars(
        select(WrongCode.at)
        .where(WrongCode.at > now - LOCK)
        .order_by(WrongCode.at.desc())
        .limit(WRONG_EVERYWHERE)
    ).all()
    if len(every) == WRONG_EVERYWHERE:
        raise LockedError(every[-1] + LOCK)


def _check(found: Invite, now: datetime) -> None:
    if found.used_at is not None:
        raise InviteError(Reason.USED)
    if found.revoked_at is not None or found.expires_at <= now:
        raise InviteError(Reason.EXPIRED)


def _new_person(session: Session, found: Invite, now: datetime) -> int:
    role = Role(str(found.role))
    person = add_person(session, role=role, name=found.name, now=now)
    if role is Role.CLIENT and found.by_id is not None:
        link(session, coach_id=found.by_id, client_id=person.id, now=now)
    return person.id
