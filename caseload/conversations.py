"""From a channel account to the conversation that goes on there, and to the next one."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseload.models import Channel, ChannelAccount, Conversation

CONVERSATION_BYTES = 16  # 128 bits: nobody guesses the conversation of another


def hashed(token: str) -> str:
    """Turn a secret token into what may be stored as an external id (SHA-256, hex)."""
    return hashlib.sha256(token.encode()).hexdigest()


def find_account(session: Session, *, channel: Channel, external_id: str) -> ChannelAccount | None:
    """Give the account at this door, or nothing when it never said a word."""
    return session.scalar(
        select(ChannelAccount).where(
            ChannelAccount.channel == channel.value, ChannelAccount.external_id == external_id
        )
    )


def account(
    session: Session,
    *,
    channel: Channel,
    external_id: str,
    now: datetime,
    person_id: int | None = None,
) -> ChannelAccount:
    """Give the account at this door, made where it is new. A person is only ever added to it.

    `external_id` is a chat number, or the hash of a token (see `hashed`).
    """
    found = find_account(session, channel=channel, external_id=external_id)
    if found is None:
        new = ChannelAccount(
            channel=channel.value, external_id=external_id, person_id=person_id, last_seen=now
        )
        try:
            with session.begin_nested():
                session.add(new)
        except IntegrityError:  # made by another process in between
            found = find_account(session, channel=channel, external_id=external_id)
            if found is None:
                raise
        else:
            return new
    found.last_seen = now
    if found.person_id is None and person_id is not None:
        found.person_id = person_id
    session.flush()
    return found


def conversation(session: Session, account_id: int, *, now: datetime) -> str:
    """Give the id of the conversation that goes on, started where there is none."""
    current = session.scalar(_open(account_id))
    if current is not None:
        return current.id
    fresh = Conversation(
        id=secrets.token_hex(CONVERSATION_BYTES), account_id=account_id, started_at=now
    )
    try:
        with session.begin_nested():
            session.add(fresh)
    except IntegrityError:  # started by another process in between
        return session.scalars(_open(account_id)).one().id
    return fresh.id


def finish(session: Session, conversation_id: str, *, now: datetime) -> str:
    """End a conversation and give the id of the next one on the same account.

    Finishing twice gives the same next one. The old id stays, so that what was chosen in it
    can be found. Raises LookupError for a conversation that never was.
    """
    ended = session.get(Conversation, conversation_id)
    if ended is None:
        raise LookupError("no such conversation")
    if ended.finished_at is None:
        ended.finished_at = now
        session.flush()
    return conversation(session, ended.account_id, now=now)


def earlier_conversations(session: Session, conversation_id: str) -> tuple[str, ...]:
    """Give the finished conversations of the same account, newest first, for who comes back."""
    current = session.get(Conversation, conversation_id)
    if current is None:
        return ()
    return tuple(
        session.scalars(
            select(Conversation.id)
            .where(
                Conversation.account_id == current.account_id,
                Conversation.id != conversation_id,
                Conversation.finished_at.is_not(None),
            )
            .order_by(Conversation.finished_at.desc(), Conversation.id)
        )
    )


def accounts_of(session: Session, person_id: int) -> list[ChannelAccount]:
    """Give every door of a person, the last used one first."""
    return list(
        session.scalars(
            select(ChannelAccount)
            .where(ChannelAccount.person_id == person_id)
            .order_by(ChannelAccount.last_seen.desc(), ChannelAccount.id.desc())
        )
    )


def conversations_of(session: Session, person_id: int) -> list[Conversation]:
    """Give every conversation of a person, at every door, the oldest first."""
    return list(
        session.scalars(
            select(Conversation)
            .join(Conversation.account)
            .where(ChannelAccount.person_id == person_id)
            .order_by(Conversation.started_at, Conversation.id)
        )
    )


def _open(account_id: int) -> Select[Conversation]:
    return select(Conversation).where(
        Conversation.account_id == account_id, Conversation.finished_at.is_(None)
    )
