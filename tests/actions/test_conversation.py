"""The course of a conversation through the actions themselves, with Rasa's tracker."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.orm import Session

from actions.base import House
from actions.conversation import AskAnswer, BeginAgain, Greet, SessionStart, Stop, ValidateForm
from actions.dialogue import Dialogue
from caseload.requests import open_requests, request_person
from catalogue.known import Known
from tests.actions.talk import DEBTS, NOW, STRESS, Talk

USER = {"event": "user"}
LISTEN = {"event": "action", "name": "action_listen"}
HELPED = {"event": "action", "name": "utter_help"}
FORM = {"event": "action", "name": "question_form"}
FORM_ASKED = Dialogue(step="question", question="form", introduced=True)


def message(text: str, intent: str, confidence: float = 0.95) -> dict[str, Any]:
    return {"text": text, "intent": {"name": intent, "confidence": confidence}}


class Run:
    """Runs an action on a tracker and keeps what it said and set."""

    def __init__(
        self,
        action: Any,
        latest: dict[str, Any] | None = None,
        *,
        talk: str = "visitor",
        events: Sequence[dict[str, Any]] = (LISTEN, USER),
        known: Known | None = None,
        dialogue: Dialogue | None = None,
    ) -> None:
        slots = {
            "known": known.to_json() if known else None,
            "dialogue": dialogue.to_json() if dialogue else None,
        }
        tracker = Tracker(talk, slots, latest or {}, list(events), False, None, {}, "action_listen")
        dispatcher = CollectingDispatcher()
        self.events = asyncio.run(action.run(dispatcher, tracker, {}))
        self.said = [said["response"] for said in dispatcher.messages]
        self.messages = dispatcher.messages
        self.slots = {e["name"]: e["value"] for e in self.events if e["event"] == "slot"}


@pytest.fixture
def people(session: Session, visitor: Talk, coach: Talk, client: Talk) -> dict[str, str]:
    """Who is who, committed for the sessions that the actions open themselves."""
    client.advised(wanted=frozenset({DEBTS}))
    session.commit()
    return {"visitor": visitor.conversation_id, "coach": coach.conversation_id}


def test_a_session_opens_the_form_and_waits(house: House, people: dict[str, str]) -> None:
    run = Run(SessionStart(house), talk=people["visitor"])

    assert run.events[0]["event"] == "session_started"
    assert {"event": "active_loop", "timestamp": None, "name": "question_form"} in run.events
    assert run.events[-1]["name"] == "action_listen"
    assert run.slots["requested_slot"] == "answer"
    assert run.slots["role"] == "client"
    assert run.slots["dialogue"] == {}


def test_a_session_knows_a_coach_from_the_database(house: House, people: dict[str, str]) -> None:
    assert Run(SessionStart(house), talk=people["coach"]).slots["role"] == "coach"
    assert Run(SessionStart(house), talk="coach").slots["role"] == "client"


def test_who_comes_back_is_offered_to_go_on(house: House, client: Talk, people: object) -> None:
    run = Run(SessionStart(house), talk=client.conversation_id)

    assert run.slots["dialogue"] == {"step": "resume"}


def test_an_answer_becomes_knowledge(house: House) -> None:
    asked = Dialogue(step="question", question=f"kenmerk:{DEBTS}", introduced=True)
    run = Run(ValidateForm(house), message("ja", "affirm"), dialogue=asked)

    assert Known.from_json(run.slots["known"]).wanted == {DEBTS}
    assert Dialogue.from_json(run.slots["dialogue"]).question == "route"


def test_an_aside_is_left_to_its_rule(house: House) -> None:
    run = Run(ValidateForm(house), message("wat kan je", "help"))

    assert run.events == []
    assert run.said == []


def test_back_from_an_aside_there_is_nothing_new_to_hear(house: House) -> None:
    run = Run(
        ValidateForm(house), message("wat kan je", "help", 0.1), events=[LISTEN, USER, FORM, HELPED]
    )

    assert run.events == []


def test_something_unchanged_is_still_an_answer(house: House) -> None:
    """Rasa would leave the form where a validation sets no slot at all."""
    still = Dialogue(introduced=True)
    run = Run(ValidateForm(house), message("een stap terug", "step_back"), dialogue=still)

    assert "dialogue" in run.slots
    assert run.said == ["utter_no_step_back"]


def test_the_question_is_put(house: House) -> None:
    run = Run(AskAnswer(house), dialogue=FORM_ASKED)

    assert run.said == ["utter_ask_form"]
    assert run.messages[0]["buttons"][0] == {
        "title": "Liever alleen",
        "payload": '/refine_practical{"form": "alone"}',
    }


def test_a_coach_hears_once_that_a_client_asked(
    house: House, session: Session, client: Talk, people: dict[str, str]
) -> None:
    request_person(session, client.conversation_id, sentence="bel me", now=NOW)
    session.commit()
    story = message("man 45, schulden", "find_instrument")
    first = Run(ValidateForm(house), story, talk=people["coach"])
    second = Run(ValidateForm(house), story, talk=people["coach"])

    assert first.said[0] == "utter_request_person"
    assert first.messages[0]["name"] == "Rafiq"
    assert "bel me" in first.messages[0]["sentence"]
    assert first.messages[0]["day"] == "22-11"
    assert "utter_request_person" not in second.said
    session.expire_all()
    assert open_requests(session) == []


def test_a_coach_hears_it_after_an_aside(
    house: House, session: Session, client: Talk, people: dict[str, str]
) -> None:
    """What a validation says before an aside never reaches anybody."""
    request_person(session, client.conversation_id, sentence="bel me", now=NOW)
    session.commit()
    hello = message("wat kan je", "help")

    assert Run(ValidateForm(house), hello, talk=people["coach"]).said == []
    asked = Run(AskAnswer(house), hello, talk=people["coach"], dialogue=FORM_ASKED)
    assert asked.said == ["utter_request_person", "utter_ask_form"]


def test_a_client_hears_no_request(house: House, session: Session, client: Talk) -> None:
    request_person(session, client.conversation_id, sentence="bel me", now=NOW)
    session.commit()

    assert Run(ValidateForm(house), message("x", "help"), talk=client.conversation_id).said == []


def test_greeting_introduces_once(house: House) -> None:
    first = Run(Greet(house), message("hoi", "greet"))
    again = Run(
        Greet(house), message("hoi", "greet"), dialogue=Dialogue.from_json(first.slots["dialogue"])
    )

    assert (first.said, again.said) == (["utter_introduction"], ["utter_greet_again"])


def test_stop_finishes_and_tells_the_gateway(house: House) -> None:
    run = Run(Stop(house), message("stop", "stop"), dialogue=Dialogue(step="question"))

    assert run.said == ["utter_goodbye_empty"]
    assert run.messages[0]["custom"] == {"finished": True}
    assert run.slots["dialogue"] == {"step": "finished"}


def test_begin_again_empties_what_is_known(house: House) -> None:
    run = Run(
        BeginAgain(house), message("opnieuw", "restart"), known=Known(wanted=frozenset({STRESS}))
    )

    assert Known.from_json(run.slots["known"]) == Known()
    assert run.said == ["utter_begin_again"]


def test_begin_again_that_is_unsure_is_an_answer(house: House) -> None:
    asked = Dialogue(step="question", question=f"kenmerk:{DEBTS}", introduced=True)
    run = Run(BeginAgain(house), message("nee, weer niet", "restart", 0.3), dialogue=asked)

    assert Known.from_json(run.slots["known"]).refused == {DEBTS}
