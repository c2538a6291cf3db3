"""What a client thinks of the help itself: the course, the place, the coaching."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.hearing import FEW_WORDS
from actions.tasks.own_words import told
from actions.tasks.task import end, filled, note, person_id
from actions.turn import Turn
from caseload import consent
from caseload.models import Purpose
from doelenmeter import goals, moments, scores
from doelenmeter.tables import Party, State, Topic


def remember(turn: Turn) -> Mapping[str, Any]:
    """What the message says of the help, where it is more than a mark."""
    words = told(turn)
    return {"words": words if len(words.split()) > FEW_WORDS else ""}


def coach_can_read(turn: Turn) -> bool:
    """Only beside a goal that is worked on; of others the keepers of the catalogue want to know."""
    me = turn.who.person_id
    if me is not None and not turn.for_coach and consent.has(turn.session, me, Purpose.GOALS):
        active = goals.goals_of(turn.session, me, states=(State.ACTIVE,))
        if active:
            note(turn, goal=next((goal for goal in active if goal.instrument), active[0]).id)
            return True
    turn.say("utter_catalogue_keepers")
    end(turn)
    return False


def start(turn: Turn) -> None:
    """Ask whether the coach may read what was said, or what there is to say."""
    turn.dialogue = turn.dialogue.at(
        "help_check" if filled(turn.dialogue, "words") else "help_words"
    )


def ask_words(turn: Turn) -> None:
    """One sentence, for the coach."""
    turn.say("utter_ask_instrument", buttons=[turn.button("buttons.skip", "prefer_not_say")])


def hear_words(turn: Turn) -> bool:
    """Keep the sentence; nobody has to give one."""
    words = told(turn)
    if words:
        _keep(turn, words)
    else:
        turn.say("utter_help_not_told")
    end(turn)
    return True


def ask_check(turn: Turn) -> None:
    """The sentence as it was said; nothing of it is stored yet."""
    turn.say(
        "utter_ask_help_check",
        words=turn.phrases("facts.quote", words=str(filled(turn.dialogue, "words"))),
        buttons=[
            turn.button("buttons.may_be_read", "affirm"),
            turn.button("buttons.consent_no", "deny"),
        ],
    )


def hear_check(turn: Turn) -> bool:
    """A yes keeps it."""
    if turn.heard.intent == "affirm":
        _keep(turn, str(filled(turn.dialogue, "words")))
    elif turn.heard.intent in ("deny", "unsure", "prefer_not_say"):
        turn.say("utter_help_not_told")
    else:
        return False
    end(turn)
    return True


def _keep(turn: Turn, words: str) -> None:
    goal_id = int(filled(turn.dialogue, "goal"))
    place = moments.where_to_score(turn.session, goal_id, by=Party.CLIENT, now=turn.now())
    scores.remark(
        turn.session,
        place.check_in.id,
        by=Party.CLIENT,
        person_id=person_id(turn),
        topic=Topic.INSTRUMENT,
        words=words,
        now=turn.now(),
    )
    turn.say("utter_help_told")
