"""Coming in by the link of an invite.

Looking at the link changes nothing: programs that show what is behind a link open it too. Only
the press of the button lets somebody in.
"""

from collections.abc import Callable
from datetime import datetime

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.orm import Session, sessionmaker

from bot import pages
from bot.browser import form, looks_like_token, new_token, remember, token_of
from bot.database import Store
from bot.screen import Reply
from bot.texts import say
from caseload import unread
from caseload.conversations import account, conversation, finish, hashed
from caseload.invites import InviteError, Reason, Redeemed, redeem
from caseload.models import Channel, Role


def invited(token: str) -> HTMLResponse:
    """Show the page with the button that lets somebody in."""
    if not looks_like_token(token):
        return _not_in(Reason.WRONG)
    return pages.show(
        "invited",
        say("texts.pages.invited"),
        heading=say("texts.pages.invited"),
        words=say("texts.pages.invited_words"),
        enter=say("texts.pages.enter"),
        token=token,
    )


def routes(sessions: sessionmaker[Session], clock: Callable[[], datetime]) -> APIRouter:
    """Give the address of that button."""
    router = APIRouter()
    store = Store(sessions, clock)

    @router.post("/in")
    async def enter(request: Request) -> Response:
        secret = (await form(request)).get("token", "")
        if not looks_like_token(secret):
            return _not_in(Reason.WRONG)
        token = token_of(request) or new_token()
        refused = await store(come_in, Channel.WEB, hashed(token), secret)
        response = RedirectResponse("/", status_code=303) if refused is None else _not_in(refused)
        remember(response, request, token)
        return response

    return router


def come_in(
    session: Session, now: datetime, channel: Channel, external_id: str, secret: str
) -> Reason | None:
    """Let somebody in at this door, or tell why not; a wrong try is counted with the answer.

    A welcome waits in the conversation. A coach gets a new one: the words of a conversation are
    chosen at its start.
    """
    here = account(session, channel=channel, external_id=external_id, now=now)
    stranger = here.person_id is None
    try:
        redeemed = redeem(session, secret=secret, account_id=here.id, now=now)
    except InviteError as error:
        return error.reason
    if stranger:
        if redeemed.person.role == Role.COACH:
            finish(session, conversation(session, here.id, now=now), now=now)
        unread.keep(session, here.id, [_welcome(redeemed).to_json()], now=now)
    return None


def _welcome(redeemed: Redeemed) -> Reply:
    name = redeemed.person.name or ""
    if redeemed.inviter and redeemed.person.role == Role.CLIENT:
        return Reply(say("texts.pages.welcome_client", name=name, coach=redeemed.inviter))
    return Reply(say("texts.pages.welcome_other", name=name))


def _not_in(why: Reason) -> HTMLResponse:
    return pages.notice(say("texts.pages.not_in"), say(f"texts.pages.{why.value}"), status=404)
