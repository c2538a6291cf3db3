"""What every action shares: the house it runs in, and one turn in a database session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.orm import Session, sessionmaker

from actions.dialogue import Dialogue
from actions.hearing import hear
from actions.phrases import Phrases
from actions.turn import Reply, Turn
from caseload.people import who
from caseload.retention import Periods
from catalogue.kenmerken import Taxonomy
from catalogue.known import Known
from store.session import writing


@dataclass(frozen=True, slots=True)
class House:
    """What actions need from outside; made once at the start of the server."""

    sessions: sessionmaker[Session]
    now: Callable[[], datetime]
    taxonomy: Taxonomy
    phrases: Phrases
    periods: Periods = field(default_factory=Periods)


class HouseAction(Action):  # type: ignore[misc]  # rasa_sdk carries no types for mypy
    """An action on one turn: it changes `known` and `dialogue` and says what it has to say."""

    called: ClassVar[str]

    def __init__(self, house: House) -> None:
        """Keep the house."""
        self.house = house

    def name(self) -> str:
        """The name in domain.yml."""
        return self.called

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Give the turn to `act` and return what changed as slots."""
        del domain
        with writing(self.house.sessions) as session:
            turn = self._turn(session, tracker)
            known, dialogue, simple = turn.known, turn.dialogue, turn.simple
            events = self.act(turn, tracker)
            for reply in turn.replies:
                _utter(dispatcher, reply)
        if turn.known != known:
            events.append(SlotSet("known", turn.known.to_json()))
        if turn.dialogue != dialogue:
            events.append(SlotSet("dialogue", turn.dialogue.to_json()))
        if turn.simple != simple:
            events.append(SlotSet("wording", "simple" if turn.simple else "plain"))
        return events

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """What this action does; returns further events."""
        raise NotImplementedError

    def _turn(self, session: Session, tracker: Tracker) -> Turn:
        return Turn(
            session=session,
            conversation_id=tracker.sender_id,
            who=who(session, tracker.sender_id),
            heard=hear(tracker.latest_message or {}),
            known=Known.from_json(tracker.get_slot("known") or {}),
            dialogue=Dialogue.from_json(tracker.get_slot("dialogue")),
            simple=tracker.get_slot("wording") == "simple",
            taxonomy=self.house.taxonomy,
            phrases=self.house.phrases,
            now=self.house.now,
            periods=self.house.periods,
        )


def _utter(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    buttons = [{"title": button.title, "payload": button.payload} for button in reply.buttons]
    dispatcher.utter_message(
        response=reply.response,
        buttons=buttons,
        json_message=reply.custom,
        **reply.variables,
    )
