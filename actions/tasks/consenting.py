"""Taking a yes back, giving one, asking for rest or a way in, by words that people are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.tasks import road
from actions.tasks.own_words import plain
from actions.tasks.task import end, person_id
from actions.turn import Turn
from caseload import consent
from caseload.models import Purpose
from doelenmeter import planning
from doelenmeter.grants import end_grants
from doelenmeter.prompt_tables import PromptKind, Schedule

WITHDRAWALS: Mapping[str, Purpose] = {
    "withdraw_goals": Purpose.GOALS,
    "withdraw_weekly": Purpose.WEEKLY,
    "withdraw_sharing": Purpose.SHARING,
    "withdraw_figures": Purpose.FIGURES,
}
ANOTHER_DOOR = "wants_a_door"
WISHES: Mapping[str, str] = {
    "wants_sharing": "third_party_score",
    "wants_figures": "figures",
    "wants_rest": "pause_prompts",
    "wants_messages": "pause_prompts",
    ANOTHER_DOOR: "another_door",
}
"""For words that give a yes, or ask for rest or a way in, the task that they begin."""


def meant(turn: Turn) -> str | None:
    """Tell which of these wishes somebody typed and nothing beside it; None for anything else.

    A coach gives no yes, and may only wish to come in elsewhere.

    No messages for who gets none, and what the model understood just so, are left to the rule
    of the intent.
    """
    if turn.heard.pressed or turn.who.person_id is None:
        return None
    words = plain(turn)
    names = (ANOTHER_DOOR,) if turn.for_coach else (*WITHDRAWALS, *WISHES)
    found = next((name for name in names if words in turn.phrases.words(name)), None)
    if found is not None and WISHES.get(found) == turn.heard.intent:
        return None
    if found == "wants_rest" and _tells(turn):
        return None
    if found == "withdraw_weekly" and not consent.has(
        turn.session, turn.who.person_id, Purpose.WEEKLY
    ):
        return None
    return found


def _tells(turn: Turn) -> bool:
    """Whether own words are asked here: "het is te zwaar" may be the answer."""
    step = road.STEPS.get(turn.dialogue.step)
    return turn.dialogue.step in ("argument", "request") or (step is not None and step.own_words)


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
