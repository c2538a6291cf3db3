"""One turn of a conversation: what came in, what is known, what the bot says back."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from actions.dialogue import Dialogue
from actions.hearing import Heard
from actions.phrases import Phrases
from caseload.people import Who
from caseload.retention import Periods
from catalogue.kenmerken import Taxonomy
from catalogue.known import Known
from catalogue.terms import Terms
from doelenmeter.schedule import ZONE


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what people read, and what Rasa gets when it is pressed."""

    title: str
    payload: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A response of data/responses with its variables, its buttons and what a channel may use."""

    response: str
    variables: dict[str, str]
    buttons: tuple[Button, ...] = ()
    custom: dict[str, object] | None = None


@dataclass(slots=True)
class Turn:
    """Everything an answer may use; `known` and `dialogue` are replaced, never changed.

    `corrected` tells that this message already changed a condition or took a kenmerk away.
    """

    session: Session
    conversation_id: str
    who: Who
    heard: Heard
    known: Known
    dialogue: Dialogue
    simple: bool
    taxonomy: Taxonomy
    phrases: Phrases
    now: Callable[[], datetime]
    periods: Periods = field(default_factory=Periods)
    corrected: bool = False
    replies: list[Reply] = field(default_factory=list)

    @property
    def for_coach(self) -> bool:
        """Whether a coach is reading."""
        return self.who.is_coach

    @property
    def today(self) -> date:
        """The day it is for the people of the region."""
        return self.now().astimezone(ZONE).date()

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """The places of the region, as the catalogue knows them."""
        return tuple(sorted(Terms.read(self.session).gemeenten))

    def say(
        self,
        response: str,
        buttons: Sequence[Button] = (),
        custom: dict[str, object] | None = None,
        **variables: str,
    ) -> None:
        """Answer with a response of data/responses."""
        self.replies.append(Reply(response, variables, tuple(buttons), custom))

    def said(self, response: str) -> bool:
        """Whether this turn already answered with this response."""
        return any(reply.response == response for reply in self.replies)

    def button(self, phrase: str, intent: str, /, **entities: object) -> Button:
        """A button whose title is a phrase of data/texts, without variables."""
        return Button(self.phrases(phrase), payload(intent, **entities))


def payload(intent: str, **entities: object) -> str:
    """The message that Rasa reads as this intent with these entities."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"
