"""A conversation on the domain of a turn, in the order in which the engine calls the actions."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from actions.answering import answer
from actions.asking import ask
from actions.base import House, HouseAction
from actions.dialogue import Dialogue
from actions.hearing import FALLBACK, Heard, HeardKenmerk, hear
from actions.phrases import load_phrases
from actions.serve import ACTIONS
from actions.tasks.handing_over import tell_handovers
from actions.tasks.proposals import tell_proposals
from actions.turn import Button, Reply, Turn
from caseload.people import Who, who
from catalogue import kenmerken
from catalogue.instruments import Card
from catalogue.known import Known
from catalogue.search import instrument
from store.session import sessions
from tests.actions.responses import ROOT, read, read_yaml

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TAXONOMY = kenmerken.load()
PHRASES = load_phrases()
DEBTS, SPEAKING, STRESS, APPLYING = "3.3", "1.3.2", "3.1.2", "4.1"


def typed(
    text: str,
    intent: str = "nlu_fallback",
    confidence: float = 0.95,
    *,
    kenmerken: Mapping[str, str] | None = None,
    candidates: tuple[str, ...] = (),
    ranking: tuple[tuple[str, float], ...] = (),
    ruled_out: Mapping[str, tuple[str, ...]] | None = None,
    read: tuple[str, ...] = (),
    **entities: str | tuple[str, ...],
) -> Heard:
    """A typed message; `kenmerken` are codes with the words they were heard in."""
    return Heard(
        text=text,
        intent=intent,
        confidence=confidence,
        pressed=False,
        entities={k: (v,) if isinstance(v, str) else v for k, v in entities.items()},
        kenmerken=tuple(
            HeardKenmerk(code, 0.9, words) for code, words in (kenmerken or {}).items()
        ),
        candidates=candidates,
        ranking=ranking,
        ruled_out=ruled_out or {},
        read=read,
    )


def pressed(payload: str) -> Heard:
    """A button's payload, in the shape in which Rasa hands it on."""
    intent, brace, entities = payload.removeprefix("/").partition("{")
    values: dict[str, Any] = json.loads(brace + entities) if brace else {}
    return hear(
        {
            "text": payload,
            "intent": {"name": intent, "confidence": 1.0},
            "entities": [{"entity": name, "value": value} for name, value in values.items()],
        }
    )


def rules() -> dict[str, str]:
    """For each intent of data/rules the action that answers it."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "data" / "rules").glob("*.yml")):
        for rule in read_yaml(path)["rules"]:
            first, second = rule["steps"][:2]
            for step in first.get("or", [first]):
                assert step["intent"] not in found, f"two rules answer {step['intent']}"
                found[step["intent"]] = second["action"]
    return {**found, "restart": "action_restart"}  # Rasa's own rule


RULES = rules()


def actions() -> dict[str, HouseAction]:
    house = House(sessions("sqlite://"), lambda: NOW, TAXONOMY, PHRASES)
    return {made.name(): made for made in (action(house) for action in ACTIONS)}


HOUSE_ACTIONS = actions()


class Talk:
    """Hears one message a turn and keeps what the slots keep, as JSON."""

    def __init__(self, session: Session, conversation_id: str = "talk") -> None:
        self.session = session
        self.conversation_id = conversation_id
        self.known = Known()
        self.dialogue = Dialogue()
        self.simple = False
        self.replies: list[Reply] = []
        self.alarms: list[Heard] = []
        self.heard: list[Heard] = []

    @property
    def who(self) -> Who:
        return who(self.session, self.conversation_id)

    def turn(self, heard: Heard) -> Turn:
        """One turn, to give to a function of the actions."""
        return Turn(
            session=self.session,
            conversation_id=self.conversation_id,
            who=self.who,
            heard=heard,
            known=Known.from_json(json.loads(json.dumps(self.known.to_json()))),
            dialogue=Dialogue.from_json(json.loads(json.dumps(self.dialogue.to_json()))),
            simple=self.simple,
            taxonomy=TAXONOMY,
            phrases=PHRASES,
            now=lambda: NOW,
        )

    def hear(self, heard: Heard) -> "Talk":
        """A whole turn: the answer or the aside, and then what is asked."""
        self.heard.append(heard)
        turn = self.turn(heard)
        if heard.intent == "restart" or not answer(turn):
            action = RULES[heard.intent]
            if action.startswith("utter_"):
                turn.say(action)
            else:
                HOUSE_ACTIONS[action].act(turn, None)
        tell_proposals(turn)
        tell_handovers(turn)
        ask(turn)
        self.known, self.dialogue, self.replies = turn.known, turn.dialogue, turn.replies
        self.simple = turn.simple
        _ = self.text  # a variable without a value is an error here, not on somebody's screen
        if heard.intent == "crisis" and not heard.pressed and self.dialogue.step == "danger":
            self.alarms.append(heard)
        for reply in turn.replies:
            if "hear_next" in (reply.custom or {}):
                self.hear_next(heard, reply.custom["hear_next"])
        return self

    def hear_next(self, denial: Heard, what: Any) -> None:
        """Hear what the engine puts after a denial: words beside it, with what was heard in all.

        Else what was taken for danger so many alarms ago, as its next meaning.
        """
        denied = self.replies
        if isinstance(what, str):
            self.hear(replace(denial, text=what))
        else:
            alarm = self.alarms[-what]
            others = [name for name, _ in alarm.ranking if name != "crisis"]
            self.hear(replace(alarm, intent=next(iter(others), FALLBACK), again=True))
        self.replies = [*denied, *self.replies]

    def types(self, text: str, intent: str = "nlu_fallback", **more: Any) -> "Talk":
        return self.hear(typed(text, intent, **more))

    def sends(self, payload: str) -> "Talk":
        return self.hear(pressed(payload))

    def presses(self, title: str) -> "Talk":
        """Press the button of the last turn whose title begins so."""
        for button in self.buttons:
            if button.title.startswith(title):
                return self.sends(button.payload)
        raise AssertionError(f"no button {title!r}, only {[b.title for b in self.buttons]}")

    def at(self, step: str, **changes: Any) -> "Talk":
        """Put the conversation at a step, past the introduction."""
        self.dialogue = Dialogue(introduced=True).at(step, **changes)  # type: ignore[arg-type]
        return self

    def asked(self, question: str) -> "Talk":
        return self.at("question", question=question)

    def advised(self, **known: Any) -> "Talk":
        """Show the list for what is known, by default for debts: several fit."""
        self.known = Known(**(known or {"wanted": frozenset({DEBTS})}))
        turn = self.at("advice").turn(typed(""))
        ask(turn)
        self.known, self.dialogue, self.replies = turn.known, turn.dialogue, turn.replies
        return self

    @property
    def said(self) -> list[str]:
        """The names of the responses of the last turn."""
        return [reply.response for reply in self.replies]

    @property
    def text(self) -> str:
        """All that the reader sees of the last turn, buttons apart."""
        role, wording = "coach" if self.who.is_coach else "client", "plain"
        if self.simple:
            wording = "simple"
        return "\n".join(read(r.response, r.variables, role, wording) for r in self.replies)

    @property
    def buttons(self) -> list[Button]:
        return [button for reply in self.replies for button in reply.buttons]

    @property
    def titles(self) -> list[str]:
        return [button.title for button in self.buttons]


def card(talk: Talk, code: str) -> Card:
    """The instrument of this code, as the catalogue has it."""
    found = instrument(talk.session, code)
    assert found is not None
    return found
