"""The course of a conversation: its start, each answer, each question, and its end."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, ActiveLoop, EventType, SessionStarted, SlotSet

from actions.answer_open import earlier_advice
from actions.answering import answer
from actions.asking import ask
from actions.base import HouseAction
from actions.dialogue import Dialogue
from actions.ending import say_goodbye
from actions.interruptions import interrupts
from actions.tasks.handing_over import tell_handovers
from actions.tasks.proposals import tell_proposals
from actions.turn import Turn
from caseload.requests import mark_told, requests_for_coach
from catalogue.known import Known

FORM = "question_form"
LISTEN = "action_listen"


class SessionStart(HouseAction):
    """Reads who this is, and opens the form that hears every message."""

    called = "action_session_start"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """Wording by role; who was here before is offered to go on."""
        del tracker
        turn.known = Known()
        turn.dialogue = Dialogue(step="resume" if earlier_advice(turn) else "open")
        return [
            SessionStarted(),
            SlotSet("role", "coach" if turn.for_coach else "client"),
            SlotSet("wording", "plain"),
            SlotSet("known", turn.known.to_json()),
            SlotSet("dialogue", turn.dialogue.to_json()),
            ActiveLoop(FORM),
            SlotSet("requested_slot", "answer"),
            ActionExecuted(LISTEN),
        ]


class ValidateForm(HouseAction):
    """Hears the message first: an answer becomes knowledge, an aside is left to its rule."""

    called = "validate_question_form"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """Rasa calls this again when it comes back from an aside; then there is nothing new."""
        if _answered_by_another_action(tracker):
            return []
        if turn.for_coach and not interrupts(turn):  # Rasa drops what is said before an aside
            tell_requests(turn)
        before = turn.dialogue
        if not answer(turn):
            turn.known = Known.from_json(tracker.get_slot("known") or {})
            turn.dialogue = before
            return []
        # Rasa takes an unchanged slot for "nothing was answered".
        return [SlotSet("dialogue", turn.dialogue.to_json())] if turn.dialogue == before else []


class AskAnswer(HouseAction):
    """Words what is asked now."""

    called = "action_ask_answer"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """Put the question; the step decides which. First of all who or what waits is told."""
        del tracker
        if turn.for_coach:
            tell_requests(turn)
        tell_proposals(turn)
        tell_handovers(turn)
        ask(turn)
        return []


class Greet(HouseAction):
    """Says what this is and who sees it, once."""

    called = "action_greet"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """Introduce at the first greeting, greet back later."""
        del tracker
        turn.say("utter_greet_again" if turn.dialogue.introduced else "utter_introduction")
        turn.dialogue = replace(turn.dialogue, introduced=True)
        return []


class Stop(HouseAction):
    """Stop always stops: a goodbye, and the next message begins a new conversation."""

    called = "action_stop"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """Finish; what was on the screen is kept in the table of advice."""
        del tracker
        say_goodbye(turn)
        return []


class BeginAgain(HouseAction):
    """Forgets what was said and asks the open question."""

    called = "action_restart"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """Empty what is known. Rasa comes here before the form, however unsure it is: so ask."""
        del tracker
        if not interrupts(turn):
            answer(turn)
            return []
        turn.known = Known()
        turn.dialogue = turn.dialogue.anew()
        turn.say("utter_begin_again")
        return []


def _answered_by_another_action(tracker: Tracker) -> bool:
    """Whether something else already acted on the latest message; the form itself is no such."""
    for event in reversed(tracker.events):
        if event["event"] == "user":
            return False
        if event["event"] == "action" and event["name"] != FORM:
            return True
    return True


def tell_requests(turn: Turn) -> None:
    """A client's wish for a person reaches the coach at the coach's next message."""
    if turn.who.person_id is None:
        return
    waiting = requests_for_coach(turn.session, turn.who.person_id)
    for request in waiting:
        name = request.person.name if request.person and request.person.name else ""
        turn.say(
            f"utter_request_{request.kind}",
            name=name,
            sentence=_sentence(turn, request.sentence),
            day=request.created_at.strftime("%d-%m"),
        )
    mark_told(waiting, now=turn.now())


def _sentence(turn: Turn, words: str) -> str:
    """What somebody said, between quotes, or that nothing was said."""
    return turn.phrases("facts.quote", words=words) if words else turn.phrases("facts.no_sentence")
