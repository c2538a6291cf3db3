"""New invites and links to one goal: made at the moment they are shown.

Their code and link exist in the answer alone, so neither the engine nor a log ever sees them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.links import Places, invite_link, score_link, telegram_link
from bot.pictures import Drawn, qr_code
from bot.texts import say
from caseload import invites
from caseload.models import Role
from caseload.people import who
from caseload.rights import NotFoundError
from doelenmeter import grants


@dataclass(frozen=True, slots=True)
class Way:
    """How to use what was made, in words and sometimes in a picture."""

    words: str = ""
    picture: Drawn | None = None


def made(
    session: Session, now: datetime, conversation_id: str, custom: dict[str, Any], places: Places
) -> Way:
    """Make what an action asked for with `invite`, `door` or `share`, and tell how to use it.

    `invite` is the name of a new client. `door` is for who is in and wants to come in elsewhere
    too. `share` is {"goal": id, "name": of the third party}.
    """
    invited, door, shared = custom.get("invite"), custom.get("door"), custom.get("share")
    if not (invited or door or shared):
        return Way()
    me = who(session, conversation_id).person_id
    try:
        if invited:
            return _to_the_client(_invited(session, me, str(invited), now), places)
        if door and me is not None:
            return _for_myself(invites.invite_channel(session, me, now=now), places)
        if shared and me is not None:
            goal_id, name = int(shared["goal"]), str(shared["name"])
            token = grants.grant(session, goal_id=goal_id, by=me, name=name, now=now)
            link = score_link(places.site, token)
            return Way(say("texts.links.score", link=link, days=grants.LIFETIME.days))
    except NotFoundError:  # it was allowed when the action asked
        return Way(say("texts.links.not_any_more"))
    return Way()


def _to_the_client(fresh: invites.Fresh, places: Places) -> Way:
    """Word an invite for who passes it on; the way to the bot can also be scanned."""
    values = {
        "code": fresh.code,
        "link": invite_link(places.site, fresh.token),
        "days": invites.LIFETIME.days,
    }
    if places.bot is None:
        return Way(say("texts.links.invite", **values))
    telegram = telegram_link(places.bot, fresh.token)
    return Way(say("texts.links.invite_telegram", telegram=telegram, **values), qr_code(telegram))


def _for_myself(fresh: invites.Fresh, places: Places) -> Way:
    """Word a way in at another door of the same person."""
    values = {"code": fresh.code, "link": invite_link(places.site, fresh.token)}
    if places.bot is None:
        return Way(say("texts.links.door", **values))
    return Way(
        say("texts.links.door_telegram", telegram=telegram_link(places.bot, fresh.token), **values)
    )


def _invited(session: Session, coach_id: int | None, name: str, now: datetime) -> invites.Fresh:
    """Invite a client; what was shown for the same name before works no more.

    Raises NotFoundError for who may not invite.
    """
    if coach_id is None:
        raise NotFoundError("not found")
    for earlier in invites.open_invites(session, coach_id, now=now):
        if (earlier.name or "").casefold() == name.casefold():
            invites.revoke(session, earlier.id, by=coach_id, now=now)
    return invites.invite(session, by=coach_id, role=Role.CLIENT, name=name, now=now)
