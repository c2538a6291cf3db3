"""The address where Telegram delivers: known to it alone, and proven by a header."""

import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response

HEADER = "X-Telegram-Bot-Api-Secret-Token"
BODY_LIMIT = 256 * 1024

Deliver = Callable[[dict[str, Any]], Awaitable[bool]]
"""Takes an update; False when it cannot be taken now."""


def secret_for(secret: str, token: str, use: str) -> str:
    """Give a secret of 64 hex signs for one use, from our own secret and that of the bot."""
    return hmac.new(secret.encode(), f"telegram {use} {token}".encode(), hashlib.sha256).hexdigest()


def path_for(secret: str, token: str) -> str:
    """Give the path where Telegram delivers."""
    return f"/telegram/{secret_for(secret, token, 'path')}"


def routes(secret: str, token: str, deliver: Deliver) -> APIRouter:
    """Give that address. A wrong path or header is 403, whichever of the two is wrong."""
    router = APIRouter()
    path = secret_for(secret, token, "path")
    header = secret_for(secret, token, "header")

    @router.post("/telegram/{given}")
    async def receive(request: Request, given: str) -> Response:
        shown = request.headers.get(HEADER, "")
        right = hmac.compare_digest(path.encode(), given.encode())
        proven = hmac.compare_digest(header.encode(), shown.encode())
        if not (right and proven):
            raise HTTPException(403)
        if not await deliver(await _body(request)):
            raise HTTPException(503)
        return Response()

    return router


async def _body(request: Request) -> dict[str, Any]:
    """Read an update. Raises HTTPException for what is too big or is none."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > BODY_LIMIT:
            raise HTTPException(413)
    try:
        update = json.loads(body)
    except ValueError:
        raise HTTPException(422) from None
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise HTTPException(422)
    return update
