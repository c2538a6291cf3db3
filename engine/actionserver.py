"""The action server as the engine calls it: with our secret, in bounded time, quickly checked."""

from __future__ import annotations

import asyncio
from typing import Any

import jsonschema
import structlog
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

SECRET_HEADER = "X-Keuzehulp-Secret"  # noqa: S105  the header's name
HEALTH_ACTION = "action_health"

log = structlog.get_logger()


class ActionServer(EndpointConfig):
    """Calls actions with the shared secret and gives up after `seconds`."""

    def __init__(self, url: str, secret: str, seconds: float) -> None:
        super().__init__(url, headers={SECRET_HEADER: secret}, enable_selective_domain=True)
        self._seconds = seconds

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """One call, answered within our time instead of Rasa's five minutes.

        No action of ours reads the domain, and the SDK refuses a call that carries none.
        """
        call = {**kwargs, "timeout": self._seconds}
        call["json"] = {"domain": {}, **kwargs.get("json", {})}
        try:
            return await super().request(*args, **call)
        except asyncio.TimeoutError:
            log.error("action.timeout", action_name=kwargs.get("json", {}).get("next_action"))
            raise


async def check(server: ActionServer, nlg: NaturalLanguageGenerator, domain: Domain) -> None:
    """Run the health action for real; raises what went wrong."""
    tracker = DialogueStateTracker.from_events("health", [], domain.slots)
    action = RemoteAction(HEALTH_ACTION, server)
    await action.run(CollectingOutputChannel(), nlg, tracker, domain)


def build_validator_once() -> None:
    """Keep the check of an action's answer, without checking its schema on every call.

    Rasa calls `jsonschema.validate`, which first checks the schema itself: 55 ms an action.
    """
    schema = RemoteAction.action_response_format_spec()
    validator = jsonschema.validators.validator_for(schema)(schema)

    def validate(_action: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validate  # type: ignore[method-assign]
