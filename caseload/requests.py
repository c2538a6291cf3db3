"""Wishes for a person: kept until the coach has heard them."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from caseload.models import CoachClient, Request, RequestKind
from caseload.people import who

SENTENCE_LENGTH = 500


def request_person(
    session: Session,
    conversation_id: str,
    *,
    sentence: str,
    now: datetime,
    kind: RequestKind = RequestKind.PERSON,
) -> Request:
    """Store that the person in this conversation wants to talk to somebody.

    One open wish of a kind per conversation: asking again renews its sentence, and the time
    stays that of the first one. Sentences are cut at 500 characters.
    """
    words = " ".join(sentence.split())[:SENTENCE_LENGTH]
    known = session.scalar(
        select(Request).where(
            Request.conversation_id == conversation_id,
            Request.kind == kind.value,
            Request.told_at.is_(None),
        )
    )
    if known is None:
        known = Request(
            conversation_id=conversation_id,
            person_id=who(session, conversation_id).person_id,
            kind=kind.value,
            created_at=now,
        )
        session.add(known)
    known.sentence = words or known.sentence or ""
    session.flush()
    return known


def requests_for_coach(session: Session, coach_id: int) -> list[Request]:
    """Give what clients of this coach asked and the coach has not heard, danger first."""
    found = session.scalars(
        select(Request)
        .join(CoachClient, CoachClient.client_id == Request.person_id)
        .where(CoachClient.coach_id == coach_id, Request.told_at.is_(None))
        .order_by(Request.created_at, Request.id)
    )
    return _danger_first(found)


def open_requests(session: Session) -> list[Request]:
    """Give every wish that no coach has heard yet, anonymous ones too, danger first."""
    found = session.scalars(
        select(Request).where(Request.told_at.is_(None)).order_by(Request.created_at, Request.id)
    )
    return _danger_first(found)


def mark_told(requests: Iterable[Request], *, now: datetime) -> None:
    """Note that the coach has heard these wishes."""
    for request in requests:
        request.told_at = request.told_at or now


def forget_requests(session: Session, conversation_ids: Collection[str]) -> None:
    """Erase every wish of these conversations, told or not."""
    session.execute(delete(Request).where(Request.conversation_id.in_(conversation_ids)))


def _danger_first(requests: Iterable[Request]) -> list[Request]:
    return sorted(requests, key=lambda request: request.kind != RequestKind.DANGER.value)
