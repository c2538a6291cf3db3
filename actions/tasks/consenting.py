"""Taking a yes back, or giving one, by the very words that the consent texts name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.tasks import road
from actions.tasks.task import end, person_id
from actions.turn import Turn
from caseload import consent
from caseload.models import Purpose
from doelenmeter import planning
from doelenmeter.grants import end_grants
from doelenmeter.tables import PromptKind, Schedule

WITHDRAWALS: Mapping[str, Purpose] = {
    "withdraw_goals": Purpose.GOALS,
    "withdraw_weekly": Purpose.WEEKLY,
    "withdraw_sharing": Purpose.SHARING,
    "withdraw_figures": Purpose.FIGURES,
}
WISHES: Mapping[str, str] = {"wants_sharing": "third_party_score", "wants_figures": "figures"}
"""For words that give a yes the task that asks for it."""


def meant(turn: Turn) -> str | None:
    """Tell which of these wishes a client typed and nothing beside it; None for anything else.

    No messages for who gets none is left to the rule of its intent.
    """
    if turn.heard.pressed or turn.for_coach or turn.who.person_id is None:
        return None
    signs = "".join(c if c.isalnum() or c.isspace() else " " for c in turn.heard.text.casefold())
    polite = turn.phrases.words("polite")
    words = " ".join(word for word in signs.split() if word not in polite)
    names = (*WITHDRAWALS, *WISHES)
    found = next((name for name in names if words in turn.phrases.words(name)), None)
    if found == "withdraw_weekly" and not consent.has(
        turn.session, turn.who.person_id, Purpose.WEEKLY
    ):
        return None
    return found


def hear(turn: Turn) -> bool:
    """Do what the client wants with a yes; False where the message is about something else."""
    wish = meant(turn)
    if wish is None:
        return False
    if wish in WISHES:
        road.set_out_for(turn, WISHES[wish])
        return True
    purpose = WITHDRAWALS[wish]
    if not consent.has(turn.session, person_id(turn), purpose):
        turn.say("utter_nothing_to_withdraw")
        return True
    consent.withdraw(turn.session, person_id(turn), purpose, now=turn.now())
    turn.say(f"utter_withdrawn_{purpose.value}")
    if follows := FOLLOWS.get(purpose):
        follows(turn)
    if turn.dialogue.task:
        end(turn)
    return True


def _no_prompts(turn: Turn) -> None:
    if turn.session.get(Schedule, (person_id(turn), PromptKind.WEEKLY.value)) is not None:
        planning.pause(turn.session, person_id(turn), now=turn.now())


def _no_links(turn: Turn) -> None:
    end_grants(turn.session, person_id(turn), now=turn.now())


FOLLOWS: Mapping[Purpose, Callable[[Turn], None]] = {
    Purpose.GOALS: _no_prompts,
    Purpose.WEEKLY: _no_prompts,
    Purpose.SHARING: _no_links,
}
