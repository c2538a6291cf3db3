import asyncio
import json

import pytest
from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.orm import Session

from actions.base import House, HouseAction
from actions.turn import Button, Turn
from caseload.requests import open_requests, request_person
from catalogue.known import Known
from tests.actions.talk import DEBTS, NOW


class Wanted(HouseAction):
    """Wants debts, in the words said, and stores a wish."""

    called = "action_wanted"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        turn.known = Known(wanted=frozenset({DEBTS}), said={DEBTS: turn.heard.text})
        request_person(turn.session, turn.conversation_id, sentence="bel", now=turn.now())
        turn.say("utter_thanks", buttons=[Button("Ja", "/affirm")], custom={"list": True}, name="x")
        return []


class Broken(Wanted):
    called = "action_broken"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        super().act(turn, tracker)
        raise LookupError("out of order")


def run(action: HouseAction, text: str = "brieven") -> tuple[list[EventType], CollectingDispatcher]:
    tracker = Tracker("talk", {}, {"text": text}, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    return asyncio.run(action.run(dispatcher, tracker, {})), dispatcher


def test_what_changed_comes_back_as_slots_that_json_can_hold(house: House) -> None:
    events, _ = run(Wanted(house))

    assert [event["name"] for event in events] == ["known"]
    assert json.loads(json.dumps(events[0]["value"]))["wanted"] == [DEBTS]


def test_own_words_alone_are_a_change_too(house: House) -> None:
    tracker_known = Known(wanted=frozenset({DEBTS}), said={DEBTS: "post"})
    tracker = Tracker(
        "talk", {"known": tracker_known.to_json()}, {"text": "brieven"}, [], False, None, {}, "x"
    )
    events = asyncio.run(Wanted(house).run(CollectingDispatcher(), tracker, {}))

    assert events[0]["value"]["said"] == {DEBTS: "brieven"}


def test_what_is_said_keeps_its_buttons_and_variables(house: House) -> None:
    _, dispatcher = run(Wanted(house))
    (said,) = dispatcher.messages

    assert said["response"] == "utter_thanks"
    assert said["buttons"] == [{"title": "Ja", "payload": "/affirm"}]
    assert said["custom"] == {"list": True}
    assert said["name"] == "x"


def test_what_is_stored_stays(house: House, session: Session) -> None:
    run(Wanted(house))

    assert [request.created_at for request in open_requests(session)] == [NOW]


def test_an_error_stores_nothing(house: House, session: Session) -> None:
    with pytest.raises(LookupError):
        run(Broken(house))

    assert open_requests(session) == []
