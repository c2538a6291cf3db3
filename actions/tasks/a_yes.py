"""Asking for a yes: what somebody reads before it, and what comes of the answer."""

from __future__ import annotations

from actions.tasks.task import end, person_id
from actions.turn import Button, Turn
from caseload import consent
from caseload.models import Purpose


def ask(turn: Turn, purpose: Purpose) -> None:
    """Say what a yes is to, and ask for it."""
    tell(turn, purpose)
    turn.say("utter_ask_consent", buttons=answers(turn))


def tell(turn: Turn, purpose: Purpose) -> None:
    """Say what is kept, who sees it, and how to take the yes back, each on its own line."""
    words = consent.text(purpose)
    turn.say("utter_consent_what", kept=words.kept, seen=words.seen, withdraw=words.withdraw)


def answers(turn: Turn) -> list[Button]:
    """Yes and no, as buttons."""
    return [
        turn.button("buttons.consent_yes", "affirm"),
        turn.button("buttons.consent_no", "deny"),
    ]


def hear(turn: Turn, purpose: Purpose, *, refused: str) -> bool:
    """Keep a yes with its time; without one the task ends. False is not understood."""
    if turn.heard.intent == "affirm":
        consent.give(turn.session, person_id(turn), purpose, now=turn.now())
        return True
    if turn.heard.intent in ("deny", "prefer_not_say", "unsure"):
        turn.say(refused)
        end(turn)
        return True
    return False
