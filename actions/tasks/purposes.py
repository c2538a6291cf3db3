"""A yes for one purpose: sharing a goal with somebody at work, or counting along without a name."""

from __future__ import annotations

from collections.abc import Callable

from actions.tasks import a_yes
from actions.tasks.task import client_id, client_name, end, filled, note, person_id
from actions.turn import Turn
from caseload import consent
from caseload.models import Purpose
from doelenmeter import moments

OFFER_AT = 2
"""At the first score the weekly message is offered."""


def a_yes_to(purpose: Purpose) -> Callable[[Turn], bool]:
    """Make a gate that asks the client for a yes; a coach hears that only the client gives it."""

    def gate(turn: Turn) -> bool:
        if consent.has(turn.session, client_id(turn), purpose):
            return True
        if turn.for_coach:
            turn.say("utter_share_needs_yes", name=client_name(turn))
            end(turn)
        else:
            note(turn, purpose=purpose.value)
            turn.dialogue = turn.dialogue.at("purpose")
        return False

    return gate


def clients_only(turn: Turn) -> bool:
    """Only clients are counted."""
    if turn.who.person_id is not None and not turn.for_coach:
        return True
    turn.say("utter_not_there")
    end(turn)
    return False


def ask(turn: Turn) -> None:
    """What is kept, who sees it, and how to take the yes back."""
    a_yes.ask(turn, Purpose(filled(turn.dialogue, "purpose")))


def hear(turn: Turn) -> bool:
    """A yes is kept with its time; without one the task ends."""
    purpose = Purpose(filled(turn.dialogue, "purpose"))
    if not a_yes.hear(turn, purpose, refused="utter_purpose_refused"):
        return False
    if turn.heard.intent == "affirm":
        turn.say("utter_consent_kept")
    return True


def offer_figures(turn: Turn, *, better: bool) -> None:
    """Offer to count along at the second score above the start, once. No answer is needed."""
    if turn.for_coach or not better or _answered_before(turn):
        return
    if moments.above_the_start(turn.session, person_id(turn)) == OFFER_AT:
        turn.say(
            "utter_offer_figures",
            buttons=[turn.button("buttons.count_me", "goals_list", part="figures")],
        )


def _answered_before(turn: Turn) -> bool:
    rows = consent.history(turn.session, person_id(turn))
    return any(row.purpose == Purpose.FIGURES for row in rows)


def counted(turn: Turn) -> None:
    """Somebody counts along."""
    turn.say("utter_counted")
    end(turn)
