"""A link with which somebody who helps at work scores one goal, once."""

from __future__ import annotations

from actions.tasks.coaching import hear_a_name
from actions.tasks.task import end, filled
from actions.turn import Turn
from caseload.models import Person
from doelenmeter import goals
from doelenmeter.tables import Goal


def start(turn: Turn) -> None:
    """Ask for whom the link is."""
    turn.dialogue = turn.dialogue.at("share_name")


def ask_name(turn: Turn) -> None:
    """A first name is enough."""
    turn.say("utter_ask_share_name", buttons=[turn.button("buttons.never_mind", "deny")])


def hear_name(turn: Turn) -> bool:
    """A name, or never mind."""
    return hear_a_name(turn, _share)


def _share(turn: Turn, name: str) -> None:
    """The gateway makes the link and adds it.

    The name of the client is asked again: whoever opens the link is kept by that name, also when
    the client had everything erased.
    """
    goal_id = int(filled(turn.dialogue, "goal"))
    client = turn.session.get_one(Person, turn.session.get_one(Goal, goal_id).client_id)
    if name.casefold() == (client.name or "").casefold():
        turn.dialogue = turn.dialogue.at("share_name")
        return
    turn.say(
        "utter_shared",
        name=name,
        goal=goals.latest(turn.session, goal_id).title,
        custom={"share": {"goal": goal_id, "name": name}},
    )
    end(turn)
