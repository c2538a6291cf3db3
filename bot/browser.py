"""Who is at the web door, and what a browser sends that needs no script."""

import re
import secrets
from urllib.parse import parse_qs, urlsplit

from fastapi import HTTPException, Request, Response

COOKIE = "keuzehulp"
COOKIE_SECONDS = 90 * 24 * 3600
TOKEN_BYTES = 32
FORM_LIMIT = 16 * 1024
MOST_FIELDS = 10

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def looks_like_token(text: str) -> bool:
    """Tell whether this may be a token; nothing else is looked up."""
    return TOKEN.fullmatch(text) is not None


def token_of(request: Request) -> str | None:
    """Give the token in the cookie of a browser."""
    token = request.cookies.get(COOKIE, "")
    return token if looks_like_token(token) else None


def new_token() -> str:
    """Make a token for a browser that has none, or for somebody else at the same browser."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def remember(response: Response, request: Request, token: str) -> None:
    """Let the browser keep its token where no script can read it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def same_origin(request: Request) -> bool:
    """Browsers name the page that sends; what names none (a script) carries no cookie either."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    return site == "same-origin" and (
        origin is None or urlsplit(origin).netloc == request.headers.get("host")
    )


async def form(request: Request) -> dict[str, str]:
    """Read the fields of a form on one of our pages.

    A page without a referrer names its origin "null", so there only Sec-Fetch-Site tells; and
    what the forms do asks for a token that is in them. Raises HTTPException.
    """
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise HTTPException(403)
    if request.headers.get("origin") != "null" and not same_origin(request):
        raise HTTPException(403)
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > FORM_LIMIT:
            raise HTTPException(413)
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise HTTPException(422) from None
    return {name: values[-1] for name, values in fields.items()}
