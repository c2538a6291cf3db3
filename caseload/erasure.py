"""Erasing somebody: nothing stays but the note that it was done."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from caseload.conversations import conversations_of
from caseload.models import Erasure, Person
from caseload.requests import forget_requests


@dataclass(frozen=True, slots=True)
class Erased:
    """Who is gone, for whoever keeps more of them by a plain id."""

    person_id: int
    conversation_ids: tuple[str, ...]
    """To be erased from the engine's store, and from lists and choices."""


def erase(session: Session, person_id: int, *, now: datetime) -> Erased:
    """Remove a person and everything that hangs on them, in every room that points at people.

    Goals of a client go with the client. What a coach wrote about clients is theirs and stays,
    without the coach. Raises NoResultFound for who is not there.
    """
    person = session.get_one(Person, person_id)
    ids = tuple(found.id for found in conversations_of(session, person_id))
    forget_requests(session, ids)
    session.add(Erasure(id=secrets.token_hex(16), role=person.role, at=now))
    session.flush()
    session.execute(delete(Person).where(Person.id == person_id))
    session.expire_all()  # the database removed rows that the session may hold
    return Erased(person_id, ids)
