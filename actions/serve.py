"""The action server: one process, on loopback, behind the shared secret.

Started by the command line (`./keuzehulp run`); by hand: `python -m actions.serve`.
"""

from __future__ import annotations

import hmac
import logging
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from rasa_sdk import Action, Tracker
from rasa_sdk.endpoint import create_app
from rasa_sdk.events import EventType
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from sanic import Request, Sanic
from sanic.response import HTTPResponse, json

from actions import asides, conversation
from actions.base import House
from actions.phrases import load_phrases
from caseload.retention import Periods
from catalogue import kenmerken
from store.session import sessions

SECRET_HEADER = "X-Keuzehulp-Secret"  # noqa: S105  # the name of a header, not a secret

ACTIONS = (
    conversation.SessionStart,
    conversation.ValidateForm,
    conversation.AskAnswer,
    conversation.Greet,
    conversation.Stop,
    conversation.BeginAgain,
    asides.InstrumentDetails,
    asides.Compare,
    asides.Why,
    asides.SendList,
    asides.Diagnosis,
    asides.ExplainTerm,
    asides.BeginTask,
    asides.HumanContact,
    asides.Crisis,
    asides.PrivacyView,
    asides.PrivacyDelete,
)


class ActionSettings(BaseSettings):
    """What the action server needs from the environment."""

    model_config = SettingsConfigDict(env_prefix="KEUZEHULP_")

    secret: SecretStr
    database_url: str = "sqlite:///var/keuzehulp.db"
    actions_host: str = "127.0.0.1"
    actions_port: int = 5055
    keep_conversations: int = Periods().conversations.days
    keep_people: int = Periods().people.days

    @property
    def periods(self) -> Periods:
        """How long things are kept, as far as people ask for it."""
        return Periods(
            conversations=timedelta(days=self.keep_conversations),
            people=timedelta(days=self.keep_people),
        )


class Health(Action):  # type: ignore[misc]  # rasa_sdk carries no types for mypy
    """Answers that the action server works; the engine's health check calls it."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_health"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Nothing to say, nothing to change."""
        del dispatcher, tracker, domain
        return []


def executor(house: House) -> ActionExecutor:
    """All actions of the house, ready to be called by name."""
    made = ActionExecutor()
    made.register_action(Health())
    for action in ACTIONS:
        made.register_action(action(house))
    return made


def app(house: House, secret: str) -> Sanic[Any, Any]:
    """The web application; a request without the secret gets a 403 and nothing else."""
    made: Sanic[Any, Any] = create_app(executor(house), cors_origins=[])

    @made.on_request
    async def check_secret(request: Request) -> HTTPResponse | None:
        given = request.headers.get(SECRET_HEADER, "")
        if hmac.compare_digest(given.encode(), secret.encode()):
            return None
        return json({"error": "forbidden"}, status=403)

    return made


def main() -> None:
    """Serve until told to stop."""
    settings = ActionSettings()
    logging.getLogger("rasa_sdk").setLevel(logging.WARNING)
    house = House(
        sessions=sessions(settings.database_url),
        now=lambda: datetime.now(UTC),
        taxonomy=kenmerken.load(),
        phrases=load_phrases(),
        periods=settings.periods,
    )
    server = app(house, settings.secret.get_secret_value())
    server.config.ACCESS_LOG = False
    server.run(
        host=settings.actions_host,
        port=settings.actions_port,
        single_process=True,
        access_log=False,
        motd=False,
    )


if __name__ == "__main__":
    main()
