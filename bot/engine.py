"""The gateway's side of the engine: one message in, replies out, over loopback HTTP."""

from collections.abc import Mapping
from typing import Any

import httpx
from pydantic import BaseModel, ConfigDict, Field, ValidationError

SECRET_HEADER = "X-Keuzehulp-Secret"  # noqa: S105 (a header's name)
CHANNEL = "/webhooks/keuzehulp"
HEALTH_SECONDS = 5.0


class EngineError(Exception):
    """The engine gave no usable answer. The message never holds what somebody said."""


class EngineButton(BaseModel):
    """A button as the engine sends it, payload included."""

    title: str
    payload: str


class EngineReply(BaseModel):
    """One reply of the engine."""

    model_config = ConfigDict(extra="ignore")

    text: str | None = None
    buttons: list[EngineButton] = Field(default_factory=list)
    image: str | None = None
    custom: dict[str, Any] = Field(default_factory=dict)


def healthy(client: httpx.Client, engine_url: str, secret: str) -> bool:
    """Tell whether an engine that knows our secret answers, its action server included."""
    try:
        answer = client.get(
            f"{engine_url}{CHANNEL}/health",
            headers={SECRET_HEADER: secret},
            timeout=HEALTH_SECONDS,
        )
        return answer.status_code == httpx.codes.OK and answer.json()["status"] == "ok"
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return False


class _Replies(BaseModel):
    replies: list[EngineReply]


class _Said(BaseModel):
    said: list[dict[str, str]]


class Engine:
    """Talks to one engine, over connections that stay open until `aclose`."""

    def __init__(self, url: str, secret: str, *, patience: float = 8.0) -> None:
        """Take the engine's address, the shared secret and how many seconds an answer may take."""
        self._client = httpx.AsyncClient(
            base_url=url + CHANNEL,
            headers={SECRET_HEADER: secret},
            timeout=patience,
            trust_env=False,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def say(self, conversation_id: str, message_id: str, text: str) -> list[EngineReply]:
        """Put typed text to the engine; once more with the same id it is heard once.

        Raises EngineError.
        """
        return await self._turn("/message", conversation_id, message_id, text=text)

    async def press(self, conversation_id: str, message_id: str, payload: str) -> list[EngineReply]:
        """Put the payload of a shown button to the engine, as `say` does. Raises EngineError."""
        return await self._turn("/message", conversation_id, message_id, payload=payload)

    async def trigger(
        self, conversation_id: str, message_id: str, intent: str, entities: Mapping[str, int]
    ) -> list[EngineReply]:
        """Put what comes by itself to the engine, as `say` does. Raises EngineError."""
        return await self._turn(
            "/trigger", conversation_id, message_id, intent=intent, entities=dict(entities)
        )

    async def said(self, conversation_id: str) -> list[dict[str, str]]:
        """Give every line of a conversation: by whom, its text and when. Raises EngineError."""
        try:
            answer = await self._client.get(f"/conversations/{conversation_id}")
            answer.raise_for_status()
            return _Said.model_validate(answer.json()).said
        except (httpx.HTTPError, ValueError) as error:
            raise EngineError(type(error).__name__) from None

    async def erase(self, conversation_id: str) -> None:
        """Remove every event of a conversation. Raises EngineError."""
        try:
            answer = await self._client.delete(f"/conversations/{conversation_id}")
            answer.raise_for_status()
        except httpx.HTTPError as error:
            raise EngineError(type(error).__name__) from None

    async def understand(self, text: str) -> dict[str, Any]:
        """Give what the model makes of a text, outside any conversation. Raises EngineError."""
        result = await self._post("/understand", {"text": text})
        if not isinstance(result, dict):
            raise EngineError("unexpected answer")
        return result

    async def _turn(
        self, path: str, conversation_id: str, message_id: str, **what: object
    ) -> list[EngineReply]:
        body = {"sender": conversation_id, "message_id": message_id, **what}
        try:
            return _Replies.model_validate(await self._post(path, body)).replies
        except ValidationError:
            raise EngineError("unexpected answer") from None

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        try:
            answer = await self._client.post(path, json=body)
            answer.raise_for_status()
            return answer.json()
        except httpx.HTTPStatusError as error:
            raise EngineError(f"status {error.response.status_code}") from None
        except (httpx.HTTPError, ValueError) as error:
            raise EngineError(type(error).__name__) from None
