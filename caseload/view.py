"""Everything that this room keeps about somebody, as plain values for reading or for a file."""

from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from caseload import consent
from caseload.conversations import accounts_of, conversations_of
from caseload.handover import handovers_of
from caseload.models import (
    ChannelAccount,
    CoachClient,
    Consent,
    Handover,
    Invite,
    Person,
    Request,
)
from caseload.people import clients_of, coach_of
from caseload.unread import Unread

Json = dict[str, Any]


def everything(session: Session, person_id: int) -> Json:
    """Give all that is kept about a person: person, coach, clients, doors, consent and so on.

    Moments are ISO 8601 in UTC. Numbers and hashes of doors and conversations stay out: they
    open something. Raises NoResultFound for who is not there.
    """
    person = session.get_one(Person, person_id)
    coach = coach_of(session, person_id)
    return {
        "person": {
            "role": person.role,
            "name": person.name,
            "since": person.created_at.isoformat(),
        },
        "coach": None if coach is None else {"name": coach.name, "since": _since(session, person)},
        "clients": [client.name for client in clients_of(session, person_id)],
        "accounts": [_account(row) for row in accounts_of(session, person_id)],
        "conversations": [
            {"started": row.started_at.isoformat(), "finished": _moment(row.finished_at)}
            for row in conversations_of(session, person_id)
        ],
        "unread": _unread(session, person_id),
        "consents": [_consent(row) for row in consent.history(session, person_id)],
        "requests": [_request(row) for row in _requests(session, person_id)],
        "invites": [_invite(row) for row in _invites(session, person_id)],
        "handovers": [_handover(session, row) for row in handovers_of(session, person_id)],
    }


def _since(session: Session, client: Person) -> str:
    return session.get_one(CoachClient, client.id).since.isoformat()


def _account(row: ChannelAccount) -> Json:
    return {"channel": row.channel, "last_seen": row.last_seen.isoformat()}


def _unread(session: Session, person_id: int) -> list[str]:
    """Give what the bot said and the person has not seen yet."""
    ids = [account.id for account in accounts_of(session, person_id)]
    rows = session.scalars(select(Unread).where(Unread.account_id.in_(ids)).order_by(Unread.id))
    return [str(row.content.get("text", "")) for row in rows]


def _consent(row: Consent) -> Json:
    return {
        "purpose": row.purpose,
        "given": row.given,
        "version": row.version,
        "text": consent.text_of(row).model_dump(include={"title", "kept", "seen", "withdraw"}),
        "at": row.at.isoformat(),
    }


def _requests(session: Session, person_id: int) -> list[Request]:
    """Give wishes under the person's name, and those from before they had one."""
    ids = [found.id for found in conversations_of(session, person_id)]
    return list(
        session.scalars(
            select(Request)
            .where(or_(Request.person_id == person_id, Request.conversation_id.in_(ids)))
            .order_by(Request.id)
        )
    )


def _request(row: Request) -> Json:
    return {
        "kind": row.kind,
        "sentence": row.sentence,
        "at": row.created_at.isoformat(),
        "told": _moment(row.told_at),
    }


def _invites(session: Session, person_id: int) -> list[Invite]:
    return list(
        session.scalars(
            select(Invite)
            .where(or_(Invite.by_id == person_id, Invite.person_id == person_id))
            .order_by(Invite.id)
        )
    )


def _invite(row: Invite) -> Json:
    return {
        "role": row.role,
        "name": row.name,
        "made": row.created_at.isoformat(),
        "expires": row.expires_at.isoformat(),
        "used": _moment(row.used_at),
        "revoked": _moment(row.revoked_at),
    }


def _handover(session: Session, row: Handover) -> Json:
    names = {
        part: None if found is None else session.get_one(Person, found).name
        for part, found in (("client", row.client_id), ("from", row.from_id), ("to", row.to_id))
    }
    return names | {
        "summary": row.summary,
        "state": row.state,
        "proposed": row.proposed_at.isoformat(),
        "changed": row.changed_at.isoformat(),
    }


def _moment(at: Any) -> str | None:
    return None if at is None else str(at.isoformat())
