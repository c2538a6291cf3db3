"""The only door into Rasa: text, payloads, prompts, understanding, health, inspection, erasure.

Every request carries the shared secret. Typed text can never act as a payload: Rasa takes a
line that starts with a slash for a command, so such a line gets a word joiner in front.
"""

from __future__ import annotations

import asyncio
import json
import re
import secrets
import unicodedata
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

import actionserver
import again
from project import EXTERNAL
from turns import Messages, Turns

if TYPE_CHECKING:
    from rasa.core.agent import Agent

WORD_JOINER = "\u2060"
JOINER_OF_EMOJI = "\u200d"
MAX_TEXT = 4000  # characters; the gateway is stricter with people
MAX_PAYLOAD = 2000

_SENDER = re.compile(r"[\w.:-]{1,100}", re.ASCII)
_MESSAGE_ID = re.compile(r"[\w.:-]{8,100}", re.ASCII)
_PAYLOAD = re.compile(r"/(\w+)(\{.*\})?", re.ASCII | re.DOTALL)
_REPLY = ("text", "buttons", "image", "custom")

GREETING = "hoi"
"""What the health check says: a message goes through the whole model."""

log = structlog.get_logger()


class RequestError(Exception):
    """A request that the gateway should not have sent; the message says why, quoting nothing."""


def plain_text(text: str) -> str:
    """Typed text as Rasa may see it: normalised, without invisible characters, never a command."""
    normal = unicodedata.normalize("NFC", text)
    visible = "".join(
        character
        for character in normal
        if character == JOINER_OF_EMOJI or unicodedata.category(character) != "Cf"
    )
    stripped = visible.strip(JOINER_OF_EMOJI + " \t\r\n").strip()
    return WORD_JOINER + stripped if stripped.startswith("/") else stripped


class Replies(CollectingOutputChannel):
    """Collects each reply of the bot as one object, buttons and image included."""

    @classmethod
    def name(cls) -> str:
        """The name by which a response can have a variation for this channel."""
        return "keuzehulp"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:  # noqa: ARG002
        """Keep a reply; empty parts are left out."""
        if reply := _without_empty_parts(message):
            self.messages.append(reply)


class Keuzehulp(InputChannel):
    """Our input channel; see the routes in `blueprint`."""

    def __init__(self, secret: str, turn_seconds: float) -> None:
        self._secret = secret.encode()
        self._turns = Turns(turn_seconds)

    @classmethod
    def name(cls) -> str:
        """The part of the path after `/webhooks/`."""
        return "keuzehulp"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes; `refuse_strangers` guards them."""
        routes = Blueprint("keuzehulp")
        routes.exception(RequestError)(_bad_request)

        @routes.post("/message")
        async def message(request: Request) -> HTTPResponse:
            body = _body(request)
            sender = _conversation(body.get("sender"))
            text = _said(body, request.app.ctx.agent.domain.intents)
            number = _message_id(body)

            async def hear() -> Messages:
                replies = Replies()
                said = partial(
                    UserMessage,
                    output_channel=replies,
                    sender_id=sender,
                    input_channel=self.name(),
                    message_id=number,
                )
                replies.messages = await _heard_before(request, sender, number) if number else []
                if not replies.messages:
                    await on_new_message(said(text))
                wanted = again.wanted(replies.messages)
                conversations = request.app.ctx.conversations
                if wanted is not None and (
                    words := await conversations.words_to_hear(sender, wanted)
                ):
                    await on_new_message(said(plain_text(words), metadata=again.metadata(wanted)))
                return replies.messages

            messages = await self._turns.replies(sender, number, hear)
            return json_response({"replies": messages})

        @routes.post("/trigger")
        async def trigger(request: Request) -> HTTPResponse:
            body = _body(request)
            sender = _conversation(body.get("sender"))
            agent = request.app.ctx.agent
            event = _external(body, agent.domain.intents)
            messages = await self._turns.replies(
                sender, _message_id(body), lambda: _triggered(agent, sender, *event)
            )
            return json_response({"replies": messages})

        @routes.exception(asyncio.TimeoutError)
        async def too_late(_request: Request, _error: Exception) -> HTTPResponse:
            log.error("turn.timeout")
            return json_response({"error": "no answer in time"}, status=504)

        @routes.post("/understand")
        async def understand(request: Request) -> HTTPResponse:
            text = _text(_body(request))
            return json_response(await request.app.ctx.agent.parse_message(text))

        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            agent = request.app.ctx.agent
            heard = await agent.parse_message(GREETING)  # what loads late loads before "ready"
            try:
                await actionserver.check(agent.action_endpoint, agent.nlg, agent.domain)
            except Exception:  # whatever it is, the answer is: not well
                log.warning("health.failed", exc_info=True)
                return json_response({"status": "no action server"}, status=503)
            intent = heard["intent"]["name"]
            return json_response({"status": "ok", "model": agent.model_id, "intent": intent})

        @routes.get("/conversations/<conversation>")
        async def said(request: Request, conversation: str) -> HTTPResponse:
            sender = _conversation(conversation)
            return json_response({"said": await request.app.ctx.conversations.said(sender)})

        @routes.delete("/conversations/<conversation>")
        async def erase(request: Request, conversation: str) -> HTTPResponse:
            sender = _conversation(conversation)
            async with request.app.ctx.agent.lock_store.lock(sender):
                removed = await request.app.ctx.conversations.erase(sender)
                self._turns.forget(sender)
            return json_response({"removed": removed})

        return routes

    def refuse_strangers(self, request: Request) -> HTTPResponse | None:
        """Middleware for the whole app: 403 without the secret, whatever the path."""
        given = request.headers.get(actionserver.SECRET_HEADER, "").encode()
        if secrets.compare_digest(given, self._secret):
            return None
        return json_response({"error": "wrong secret"}, status=403)


async def _heard_before(request: Request, sender: str, message_id: str) -> Messages:
    """The replies to a message that an engine before this one has heard."""
    found = await request.app.ctx.conversations.replies(sender, message_id)
    return [_without_empty_parts(message) for message in found]


def _without_empty_parts(message: dict[str, Any]) -> dict[str, Any]:
    return {key: message[key] for key in _REPLY if message.get(key)}


async def _triggered(
    agent: Agent, sender: str, intent: str, entities: list[dict[str, Any]]
) -> Messages:
    """What Rasa's own route does, whose session start says nothing to anybody."""
    replies = Replies()
    async with agent.lock_store.lock(sender):
        tracker = await agent.processor.fetch_tracker_and_update_session(sender, replies)
        await agent.trigger_intent(intent, entities, replies, tracker)
    return replies.messages


def _bad_request(_request: Request, error: Exception) -> HTTPResponse:
    return json_response({"error": str(error)}, status=400)


def _body(request: Request) -> dict[str, Any]:
    try:
        body = json.loads(request.body)
    except ValueError:
        raise RequestError("the body is not JSON") from None
    if not isinstance(body, dict):
        raise RequestError("the body is not an object")
    return body


def _conversation(value: object) -> str:
    if not isinstance(value, str) or not _SENDER.fullmatch(value):
        raise RequestError("sender must be a conversation id")
    return value


def _message_id(body: dict[str, Any]) -> str | None:
    value = body.get("message_id")
    if value is not None and (not isinstance(value, str) or not _MESSAGE_ID.fullmatch(value)):
        raise RequestError("message_id must be 8 to 100 letters, digits or signs")
    return value


def _external(body: dict[str, Any], intents: list[str]) -> tuple[str, list[dict[str, Any]]]:
    """Intent and entities of a prompt; the entities are given as names with their values."""
    intent, entities = body.get("intent"), body.get("entities", {})
    if not isinstance(intent, str) or intent not in EXTERNAL.intersection(intents):
        raise RequestError("intent must be one of a prompt")
    if not isinstance(entities, dict) or not all(
        isinstance(value, (str, int)) for value in entities.values()
    ):
        raise RequestError("entities must be names with a text or a whole number each")
    return intent, [{"entity": name, "value": value} for name, value in entities.items()]


def _said(body: dict[str, Any], intents: list[str]) -> str:
    if ("text" in body) == ("payload" in body):
        raise RequestError("give either text or payload")
    return _text(body) if "text" in body else _payload(body["payload"], intents)


def _text(body: dict[str, Any]) -> str:
    text = body.get("text")
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        raise RequestError(f"text must be a string of at most {MAX_TEXT} characters")
    text = plain_text(text)
    if not text:
        raise RequestError("text holds nothing visible")
    return text


def _payload(payload: object, intents: list[str]) -> str:
    """A payload that Rasa will read whole; a part that it cannot read it would log."""
    if not isinstance(payload, str) or len(payload) > MAX_PAYLOAD:
        raise RequestError(f"payload must be a string of at most {MAX_PAYLOAD} characters")
    match = _PAYLOAD.fullmatch(payload)
    if not match or match[1] not in intents or match[1] in EXTERNAL:
        raise RequestError("payload must be /intent or /intent{...} with a known intent")
    try:
        json.loads(match[2] or "{}")
    except ValueError:
        raise RequestError("the entities of the payload are not JSON") from None
    return payload
