"""What people ask in a few words while nothing is asked: a later day, a score, an invite back.

The model hears a search in "score +1 voor Rafiq, hij kan zich beter concentreren"; the level and
the name tell what it is.
"""

from __future__ import annotations

from actions.hearing import FALLBACK
from actions.knowing import fits, says, tokens
from actions.tasks import inviting, road
from actions.tasks.changing import OPEN, names_the_day
from actions.tasks.task import person_id
from actions.turn import Turn
from caseload.people import clients_of
from caseload.rights import Act
from doelenmeter import goals

LONGEST = 12
"""Words; who asks for another day needs no more."""


def meant(turn: Turn) -> str | None:
    """Tell the task that a message asks for; None where the model understood it just so."""
    if turn.heard.pressed or turn.who.person_id is None:
        return None
    if turn.dialogue.task:
        return "checkin_score" if _leaves_a_goal(turn) else None
    if _scores_a_client(turn) or _names_a_score(turn):
        found = "checkin_score"
    elif turn.for_coach and fits(turn, "hands_over"):
        found = "handover"
    elif turn.for_coach and fits(turn, "report_on") and _names_a_client(turn):
        found = "progress_show"
    elif inviting.takes_it_back(turn) or inviting.thinks_again(turn) or inviting.named_in(turn):
        found = "invite_client"
    elif _moves_a_day(turn) or _tells_a_goal(turn):
        found = "set_goal"
    else:
        return None
    return None if turn.heard.intent == found else found


def hear(turn: Turn) -> bool:
    """Begin that task; False where the message asks for none."""
    name = meant(turn)
    if name is not None:
        road.set_out_for(turn, name)
    return name is not None


def _scores_a_client(turn: Turn) -> bool:
    """Whether a coach names a client, and a level or just "score"; a correction is another task."""
    heard = turn.heard
    words = tokens(heard.text.casefold())
    told = heard.short or heard.likeliest == "checkin_score"
    scores = told and words & set(turn.phrases.words("a_score"))
    if not turn.for_coach or heard.intent == "correct_score":
        return False
    if not scores and heard.value("level") is None:
        return False
    return _names_a_client(turn)


def _names_a_client(turn: Turn) -> bool:
    words = tokens(turn.heard.text.casefold())
    people = clients_of(turn.session, person_id(turn))
    return any(tokens((person.name or "").casefold()) & words for person in people)


def _leaves_a_goal(turn: Turn) -> bool:
    """Whether "score voor Rafiq" is said while a goal is set: a command, and no place."""
    step = road.STEPS.get(turn.dialogue.step)
    sets = step is not None and step.act is Act.SET_GOAL
    return sets and turn.for_coach and fits(turn, "score_for") and _names_a_client(turn)


def _names_a_score(turn: Turn) -> bool:
    """Whether a level is all that is told: "score +1" gives a score as much as it corrects one."""
    heard = turn.heard
    sounds_so = heard.intent == FALLBACK and heard.likeliest in ("checkin_score", "correct_score")
    return sounds_so and heard.short and heard.value("level") is not None and says(turn, "a_score")


def _tells_a_goal(turn: Turn) -> bool:
    """Whether a goal follows on that word, and on nothing but a name: "doel Noor: meer durven"."""
    before, colon, goal = turn.heard.text.casefold().partition(":")
    words = tokens(before)
    if not (colon and goal.strip()) or not words & {"doel", "doelen"}:
        return False
    people = clients_of(turn.session, person_id(turn)) if turn.for_coach else []
    names = (tokens((person.name or "").casefold()) for person in people)
    return words <= set(turn.phrases.words("of_a_goal")).union(*names)


def _moves_a_day(turn: Turn) -> bool:
    words = turn.heard.text
    if not names_the_day(turn, words) or len(words.split()) > LONGEST:
        return False
    whose = (
        [person.id for person in clients_of(turn.session, person_id(turn))]
        if turn.for_coach
        else [person_id(turn)]
    )
    return any(goals.goals_of(turn.session, client, states=OPEN) for client in whose)
