"""The page on which somebody who helps a client at work scores one goal, by a link, once."""

from collections.abc import Callable
from datetime import datetime

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from sqlalchemy.orm import Session, sessionmaker

from bot import pages
from bot.browser import form, looks_like_token
from bot.database import Store
from bot.texts import say
from caseload.invites import InviteError
from doelenmeter import outside
from doelenmeter.outside import LONGEST_REMARK, Sheet
from doelenmeter.scores import ScoreError

MOST_DIGITS = 9


def routes(sessions: sessionmaker[Session], clock: Callable[[], datetime]) -> APIRouter:
    """Give the page and the address that its form goes to."""
    router = APIRouter()
    store = Store(sessions, clock)

    async def sheet(token: str) -> Sheet | None:
        """Give what is behind a link; looking at it leaves it unopened."""
        if not looks_like_token(token):
            return None
        try:
            return await store(lambda session, now: outside.sheet(session, token, now=now))
        except (InviteError, ScoreError):
            return None

    @router.get("/meting/{token}")
    async def look(token: str) -> Response:
        found = await sheet(token)
        return _over() if found is None else _page(token, found)

    @router.post("/meting/{token}")
    async def fill_in(request: Request, token: str) -> Response:
        fields = await form(request)
        found = await sheet(token)
        if found is None:
            return _over()
        level, wording = _number(fields.get("level", "")), _number(fields.get("words", ""))
        remark = fields.get("remark", "")[:LONGEST_REMARK]
        if wording != found.wording_id:
            return _page(token, found, "score_changed", remark=remark)
        if level is None or level not in found.levels:
            return _page(token, found, "score_missing", remark=remark)
        try:
            await store(_fill_in, token, found.wording_id, level, remark)
        except (InviteError, ScoreError):
            return _over()
        return pages.notice(say("texts.pages.score_thanks"), say("texts.pages.score_thanks_words"))

    return router


def _fill_in(
    session: Session, now: datetime, token: str, wording_id: int, level: int, remark: str
) -> None:
    outside.fill_in(
        session,
        token,
        wording_id=wording_id,
        level=level,
        remark=remark,
        renewed=say("texts.pages.score_renewed"),
        now=now,
    )


def _page(token: str, sheet: Sheet, problem: str = "", remark: str = "") -> HTMLResponse:
    """Show the goal, how people see which level it is, and the levels in words, the best first."""
    levels = (
        pages.part("level", number=number, text=sheet.levels[number])
        for number in sorted(sheet.levels, reverse=True)
    )
    told = pages.part("problem", words=say(f"texts.pages.{problem}")) if problem else ""
    return pages.show(
        "score",
        say("texts.pages.score_question"),
        status=422 if problem else 200,
        goal=sheet.title,
        intro=say("texts.pages.score_intro"),
        measured=say("texts.pages.measured"),
        measure=sheet.measure,
        problem=told,
        token=token,
        wording=sheet.wording_id,
        question=say("texts.pages.score_question"),
        levels=pages.Markup("".join(levels)),
        remark=say("texts.pages.remark"),
        said=remark,
        longest=LONGEST_REMARK,
        send=say("texts.pages.send"),
        who_sees=say("texts.pages.who_sees"),
    )


def _over() -> HTMLResponse:
    """Show one page for a link that is wrong, used, too old or taken back: the same for all."""
    return pages.notice(
        say("texts.pages.score_over"), say("texts.pages.score_over_words"), status=404
    )


def _number(text: str) -> int | None:
    digits = text.removeprefix("-")
    known = digits.isdecimal() and digits.isascii() and len(digits) <= MOST_DIGITS
    return int(text) if known else None
