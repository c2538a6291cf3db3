"""The weekly question comes by itself: put to who wants it, and stopped by who does not."""

from __future__ import annotations

from dataclasses import replace

from actions.tasks import checkin, weekly
from actions.tasks.own_words import thinks_again
from actions.tasks.task import end, filled, person_id
from actions.turn import Button, Turn
from caseload import consent
from caseload.models import Purpose
from doelenmeter import goals, prompts
from doelenmeter.tables import State

TIRED_OF_IT = 3
"""After so many weeks without an answer the person is asked whether another way is better."""


def wanted(turn: Turn) -> bool:
    """Whether this person wants to be asked and can answer; who does not, hears nothing."""
    if _wants_it(turn):
        return True
    end(turn)
    turn.dialogue = replace(turn.dialogue, quiet=True)
    return False


def prompted(turn: Turn) -> None:
    """The question comes by itself."""
    if prompts.unanswered_in_a_row(turn.session, person_id(turn)) >= TIRED_OF_IT:
        turn.say("utter_another_way", buttons=_other_ways(turn))
    turn.say(f"utter_{filled(turn.dialogue, 'name')}", name=turn.who.name or "")
    checkin.start(turn)


def ask_stop(turn: Turn) -> None:
    """Stop as an answer to the weekly question: this week, or no more?"""
    turn.say(
        "utter_ask_stop_weekly",
        buttons=[
            turn.button("buttons.not_this_week", "affirm"),
            turn.button("buttons.no_more_weekly", "deny"),
        ],
    )


def hear_stop(turn: Turn) -> bool:
    """Leave this week out, or take the yes to the weekly message back."""
    if thinks_again(turn):
        turn.say("utter_weekly_stays")
        end(turn)
        return True
    if turn.heard.intent == "deny" or turn.heard.intent == "stop":
        consent.withdraw(turn.session, person_id(turn), Purpose.WEEKLY, now=turn.now())
        weekly.hold(turn, None, said="utter_weekly_ended")
        return True
    if turn.heard.intent in ("affirm", "unsure", "prefer_not_say"):
        prompts.answered(turn.session, person_id(turn), now=turn.now())
        turn.say("utter_not_this_week")
        end(turn)
        return True
    return False


def _wants_it(turn: Turn) -> bool:
    me = person_id(turn)
    if turn.for_coach:
        return True
    return (
        consent.has(turn.session, me, Purpose.GOALS)
        and consent.has(turn.session, me, Purpose.WEEKLY)
        and bool(goals.goals_of(turn.session, me, states=(State.ACTIVE,)))
    )


def _other_ways(turn: Turn) -> list[Button]:
    return [
        turn.button("buttons.other_day", "change_prompt_time"),
        turn.button("buttons.rest", "pause_prompts"),
        turn.button("buttons.person", "human_contact"),
    ]
