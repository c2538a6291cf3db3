"""What waits for somebody's yes is told at the next opportunity, once in a conversation."""

from __future__ import annotations

from actions.tasks.goal_buttons import see
from actions.tasks.task import party, person_id
from actions.turn import Turn
from caseload import consent
from caseload.models import Purpose
from caseload.people import clients_of
from doelenmeter.awaiting import awaiting_yes
from doelenmeter.tables import Wording

NOT_NOW = ("danger", "finished")
"""Steps at which nothing is told."""


def tell_proposals(turn: Turn) -> None:
    """Tell what waits for a yes of this person, once in a conversation; never in danger."""
    dialogue = turn.dialogue
    if turn.who.person_id is None or dialogue.task or not dialogue.introduced:
        return
    if dialogue.step in NOT_NOW or turn.heard.intent == "crisis":
        return
    names = _whose(turn)
    for wording in awaiting_yes(turn.session, names.keys(), by=party(turn)):
        client = wording.goal.client_id
        if wording.id in turn.dialogue.told:
            continue
        if consent.has(turn.session, client, Purpose.GOALS):
            turn.say(
                "utter_goal_waits_for_you",
                goal=wording.title,
                name=names[client],
                buttons=[see(turn, wording.goal_id, client)],
            )
        mark_told(turn, wording)


def mark_told(turn: Turn, wording: Wording) -> None:
    """Remember in this conversation that somebody knows of these words."""
    if wording.id not in turn.dialogue.told:
        turn.dialogue = turn.dialogue.with_told(wording.id)


def _whose(turn: Turn) -> dict[int, str]:
    """The clients whose goals this person decides about, by name."""
    if not turn.for_coach:
        return {person_id(turn): ""}
    return {c.id: c.name or "" for c in clients_of(turn.session, person_id(turn))}
