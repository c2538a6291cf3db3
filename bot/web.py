"""The web door: one page, one address for messages, and nothing from another host."""

import html
import json
import re
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

# FastAPI: typed endpoints in few lines on ASGI, and tests need no running server.
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Reply, Visitor
from bot.links import demo_role
from bot.texts import load, say
from caseload.conversations import account, find_account, hashed
from caseload.demo import demo_people
from caseload.models import Channel, Person, Role
from store.session import writing

PAGE = Path(__file__).parent / "page"
COOKIE = "keuzehulp"
COOKIE_SECONDS = 90 * 24 * 3600
TOKEN_BYTES = 32
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
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
    def page(request: Request, t: str | None = None) -> Response:
        token = _token(request)
        with writing(sessions) as session:
            person = _person(session, token)
            role = demo_role(secret, t) if demo and t else None
            if role is not None:
                invited = _demo_person(session, role, clock())
                if person is None or person.id != invited.id:
                    token = _new_account(session, invited, clock())
        token = token or secrets.token_urlsafe(TOKEN_BYTES)
        response: Response
        if t is not None:
            response = RedirectResponse("/", status_code=303)
        else:
            response = HTMLResponse(_page(_greeting(person), hashed(hashed(token))[:16]))
        _remember(response, request, token)
        return response

    @app.post("/api/message")
    async def message(request: Request) -> Response:
        posted = await _posted(request)
        if posted is None:
            return _answer([Reply(say("texts.page.refused"))], status=413)
        token = _token(request) or secrets.token_urlsafe(TOKEN_BYTES)
        visitor = Visitor(Channel.WEB, hashed(token))
        if posted.press is not None:
            replies = await conversations.press(visitor, posted.press, posted.id)
        elif posted.text is not None:
            replies = await conversations.say(visitor, posted.text, posted.id)
        else:
            replies = await conversations.open(visitor, posted.id)
        response = _answer(replies)
        _remember(response, request, token)
        return response

    return app


async def _posted(request: Request) -> Posted | None:
    """Read what the page sent; nothing when it is too big. Raises HTTPException otherwise."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415)
    if not _same_origin(request):
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


def _same_origin(request: Request) -> bool:
    """Browsers name the page that sends; what names none (a script) carries no cookie either."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    return site == "same-origin" and (
        origin is None or urlsplit(origin).netloc == request.headers.get("host")
    )


def _token(request: Request) -> str | None:
    token = request.cookies.get(COOKIE, "")
    return token if TOKEN.fullmatch(token) else None


def _remember(response: Response, request: Request, token: str) -> None:
    response.set_cookie(
        COOKIE,
        token,
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def _person(session: Session, token: str | None) -> Person | None:
    if token is None:
        return None
    known = find_account(session, channel=Channel.WEB, external_id=hashed(token))
    return known.person if known else None


def _new_account(session: Session, person: Person, now: datetime) -> str:
    """Let this person in at a door of their own: whoever used this browser before is left out."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
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
