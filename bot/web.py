"""The web door: one page, an address to send and one to look, and nothing from another host."""

import html
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import cache
from pathlib import Path

# FastAPI: typed endpoints in few lines on ASGI, and tests need no running server.
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from bot import entrance, measuring
from bot.browser import COOKIE, new_token, remember, same_origin, token_of
from bot.conversation import Conversations, Reply, Visitor
from bot.links import demo_role
from bot.texts import load, say
from caseload.conversations import account, find_account, hashed
from caseload.demo import demo_people
from caseload.models import Channel, Person, Role
from store.session import writing

__all__ = ["COOKIE", "create_app"]

PAGE = Path(__file__).parent / "page"
BODY_LIMIT = 64 * 1024
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Posted(BaseModel):
    """What the page sends: a message of its own making, by text or by the press of a button."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: str = Field(pattern=r"^[A-Za-z0-9_-]{8,64}$")
    text: str | None = None
    press: str | None = Field(default=None, max_length=32)

    @model_validator(mode="after")
    def _one_thing(self) -> "Posted":
        if self.text is not None and self.press is not None:
            raise ValueError("text or press, not both")
        return self


def create_app(
    conversations: Conversations,
    sessions: sessionmaker[Session],
    clock: Callable[[], datetime],
    *,
    secret: str,
    demo: bool,
) -> FastAPI:
    """Make the web application of one gateway. Demo links only work with `demo`."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=PAGE / "static"))
    app.include_router(entrance.routes(sessions, clock))
    app.include_router(measuring.routes(sessions, clock))

    @app.middleware("http")
    async def harden(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = await call_next(request)
        response.headers.update(HEADERS)
        static = request.url.path.startswith("/static/")
        response.headers["Cache-Control"] = "no-cache" if static else "no-store"
        return response

    @app.get("/")
    def page(request: Request, t: str | None = None, i: str | None = None) -> Response:
        if i is not None:
            return entrance.invited(i)
        token = token_of(request)
        with writing(sessions) as session:
            person = _person(session, token)
            role = demo_role(secret, t) if demo and t else None
            if role is not None:
                invited = _demo_person(session, role, clock())
                if person is None or person.id != invited.id:
                    token = _new_account(session, invited, clock())
        token = token or new_token()
        response: Response
        if t is not None:
            response = RedirectResponse("/", status_code=303)
        else:
            response = HTMLResponse(_page(_greeting(person), hashed(hashed(token))[:16]))
        remember(response, request, token)
        return response

    @app.post("/api/message")
    async def message(request: Request) -> Response:
        posted = await _posted(request)
        if posted is None:
            return _answer([Reply(say("texts.page.refused"))], status=413)
        token = token_of(request) or new_token()
        visitor = Visitor(Channel.WEB, hashed(token))
        if posted.press is not None:
            replies = await conversations.press(visitor, posted.press, posted.id)
        elif posted.text is not None:
            replies = await conversations.say(visitor, posted.text, posted.id)
        else:
            replies = await conversations.open(visitor, posted.id)
        response = _answer(replies)
        remember(response, request, token)
        return response

    @app.get("/mijn-gegevens")
    async def everything(request: Request) -> Response:
        token = token_of(request)
        kept = (
            await conversations.everything(Visitor(Channel.WEB, hashed(token))) if token else None
        )
        if kept is None:
            raise HTTPException(404)
        name = say("texts.page.my_data_file")
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(kept, media_type="application/json", headers=disposition)

    @app.post("/api/missed")
    async def missed(request: Request) -> Response:
        posted = await _posted(request)
        token = token_of(request)
        if posted is None or token is None:
            return _answer([])
        try:
            return _answer(
                await conversations.missed(Visitor(Channel.WEB, hashed(token)), posted.id)
            )
        except SQLAlchemyError:
            raise HTTPException(503) from None

    return app


async def _posted(request: Request) -> Posted | None:
    """Read what the page sent; nothing when it is too big. Raises HTTPException otherwise."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415)
    if not same_origin(request):
        raise HTTPException(403)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > BODY_LIMIT:
            return None
    try:
        return Posted.model_validate_json(body)
    except ValidationError:
        raise HTTPException(422) from None


def _person(session: Session, token: str | None) -> Person | None:
    if token is None:
        return None
    known = find_account(session, channel=Channel.WEB, external_id=hashed(token))
    return known.person if known else None


def _new_account(session: Session, person: Person, now: datetime) -> str:
    """Let this person in at a door of their own: whoever used this browser before is left out."""
    token = new_token()
    account(session, channel=Channel.WEB, external_id=hashed(token), person_id=person.id, now=now)
    return token


def _demo_person(session: Session, role: Role, now: datetime) -> Person:
    people = demo_people(
        session, coach_name=say("texts.demo.coach"), client_name=say("texts.demo.client"), now=now
    )
    return people.of(role)


def _greeting(person: Person | None) -> str:
    if person is None or person.role not in (Role.COACH, Role.CLIENT):
        return ""
    return say(f"texts.page.{person.role}", name=person.name or "")


def _answer(replies: list[Reply], status: int = 200) -> JSONResponse:
    shown = [
        {
            "text": reply.text,
            "buttons": [{"title": b.title, "ref": b.reference} for b in reply.buttons],
            "image": reply.image,
            "custom": reply.custom,
        }
        for reply in replies
    ]
    return JSONResponse({"replies": shown}, status_code=status)


def _page(greeting: str, visitor: str) -> str:
    """Fill the page with its texts; they also go along as data for the script."""
    page = _page_with_texts().replace("{{visitor}}", visitor)
    return page.replace("{{greeting}}", html.escape(greeting))


@cache
def _page_with_texts() -> str:
    texts: dict[str, str] = load("texts")["page"]
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    for name, text in texts.items():
        page = page.replace(f"{{{{{name}}}}}", html.escape(text))
    data = json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c")
    return page.replace("{{texts}}", data)
