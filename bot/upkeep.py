"""What an administrator does by hand or by a timer: let a coach in, export, and tidy."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from bot.engine import Engine
from bot.links import invite_link
from bot.texts import say
from caseload import invites, retention
from caseload.models import Role
from caseload.retention import Counts, Periods
from caseload.rights import Act, NotFoundError, require
from catalogue import choices
from doelenmeter.exchange import files
from doelenmeter.exchange.files import Format
from doelenmeter.tables import Party
from doelenmeter.view import worked_on_since
from store.session import writing


def invite_coach(sessions: sessionmaker[Session], address: str, name: str, *, now: datetime) -> str:
    """Make a way in for a coach and say how to use it. Raises ValueError without a name."""
    with writing(sessions) as session:
        fresh = invites.invite(session, by=None, role=Role.COACH, name=name, now=now)
    return say(
        "cli.invite.coach",
        code=fresh.code,
        link=invite_link(address, fresh.token),
        days=invites.LIFETIME.days,
    )


def export(
    session: Session, client_id: int, coach_id: int, *, form: Format, folder: Path, now: datetime
) -> Path:
    """Write what this coach may see of a client to a file that only its owner can read.

    An administrator may see no content: it takes a coach, and the file holds what that coach
    sees. Raises NotFoundError for who is not the coach of that client, and OSError.
    """
    require(session, person_id=coach_id, act=Act.EXPORT, client_id=client_id, now=now)
    if coach_id == client_id:
        raise NotFoundError("not found")  # a client may export too, but sees other scores
    made = files.export(session, client_id, viewer=Party.COACH, form=form)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / made.name
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_bytes(made.content)
    return path


def tidy(
    sessions: sessionmaker[Session],
    engine: Callable[[], Engine],
    periods: Periods,
    *,
    now: datetime,
) -> str:
    """Remove what is older than its period, in our tables and at the engine, and say what went.

    Raises EngineError, and then removes nothing from our tables: the next time does it all.
    """
    with asyncio.Runner() as runner, writing(sessions) as session:
        active = worked_on_since(session, now - periods.people)
        went = retention.tidy(session, now=now, periods=periods, active=active)
        ids = list(went.conversations)
        for gone in went.people:
            choices.forget(session, gone.conversation_ids, person_id=gone.person_id)
            ids += gone.conversation_ids
        runner.run(_erase(engine(), ids))
    return _as_text(went, len(ids))


async def _erase(engine: Engine, conversation_ids: list[str]) -> None:
    try:
        for conversation_id in conversation_ids:
            await engine.erase(conversation_id)
    finally:
        await engine.aclose()


def _as_text(went: Counts, conversations: int) -> str:
    return say(
        "cli.tidy.done",
        people=len(went.people),
        conversations=conversations,
        requests=went.requests,
        invites=went.invites,
    )
