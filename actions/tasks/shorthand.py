"""What people ask in a few words while nothing is asked: a later day, a score, how it goes.

The model hears a search in "score +1 voor Rafiq, hij kan zich beter concentreren"; the level and
the name tell what it is.
"""

from __future__ import annotations

from actions.hearing import FALLBACK
from actions.knowing import fits, says, tokens
from actions.tasks import correcting, goal_list, inviting, road, weekly
from actions.tasks.by_name import names_a_client, names_another, names_several, own_clients
from actions.tasks.changing import OPEN, names_the_day
from actions.tasks.task import client_name, person_id
from actions.turn import Turn
from caseload.rights import Act
from doelenmeter import goals

LONGEST = 12
"""Words; who asks for another day needs no more."""

SCORED = ("score", "score_meant", "score_words", "score_help", "score_reason")
"""Steps where a coach may go on with the score of another client."""


NOT_KEPT = ("score", "score_meant")
"""Steps where no score is kept yet."""


def meant(turn: Turn) -> str | None:
    """Tell the task that a message asks for; None where the model understood it just so."""
    if turn.heard.pressed or turn.who.person_id is None:
        return None
    if _scores_a_client(turn) and names_several(turn):
        return "several_scores"
    if turn.dialogue.task:
        return _while_asked(turn)
    found = _while_free(turn)
    return None if turn.heard.intent == found else found


def _while_asked(turn: Turn) -> str | None:
    """What takes the place of the task at hand: another score, or the one of just now corrected."""
    if _leaves_a_goal(turn) or _scores_another(turn):
        return "checkin_score"
    return "correct_score" if correcting.meant(turn) else None


def _while_free(turn: Turn) -> str | None:
    if correcting.meant(turn):
        return "correct_score"
    if _scores_a_client(turn) or _names_a_score(turn):
        return "checkin_score"
    if turn.for_coach and fits(turn, "hands_over"):
        return "handover"
    if goal_list.asked(turn):
        return "goals_list"
    if _asks_after_a_client(turn):
        return "progress_show"
    if inviting.takes_it_back(turn) or inviting.thinks_again(turn) or inviting.named_in(turn):
        return "invite_client"
    if weekly.wants_messages(turn) and not (turn.heard.value("dag") or turn.heard.value("tijd")):
        return "pause_prompts"
    return "set_goal" if _moves_a_day(turn) or _tells_a_goal(turn) else None


def hear(turn: Turn) -> bool:
    """Begin that task; False where the message asks for none."""
    name = meant(turn)
    if name is not None:
        if turn.dialogue.step in NOT_KEPT:
            turn.say("utter_score_not_kept", name=client_name(turn))
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
    return names_a_client(turn)


def _scores_another(turn: Turn) -> bool:
    """Whether "Amira 0" is said where something is asked about the score of Rafiq.

    "Nee, voor Amira" is enough while nothing is kept.
    """
    if turn.dialogue.step not in SCORED or not names_another(turn):
        return False
    takes_back = turn.dialogue.step in NOT_KEPT and fits(turn, "goes_to_another")
    return takes_back or _scores_a_client(turn)


def _asks_after_a_client(turn: Turn) -> bool:
    """Whether a coach asks how it goes with one client: "hoe staat mevr. Van Dijk ervoor"."""
    asks = turn.for_coach and (fits(turn, "report_on") or fits(turn, "how_it_goes"))
    return asks and names_a_client(turn)


def _leaves_a_goal(turn: Turn) -> bool:
    """Whether "score voor Rafiq" is said while a goal is set: a command, and no place."""
    step = road.STEPS.get(turn.dialogue.step)
    sets = step is not None and step.act is Act.SET_GOAL
    return sets and turn.for_coach and fits(turn, "score_for") and names_a_client(turn)


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
    names = (tokens((person.name or "").casefold()) for person in own_clients(turn))
    return words <= set(turn.phrases.words("of_a_goal")).union(*names)


def _moves_a_day(turn: Turn) -> bool:
    words = turn.heard.text
    if not names_the_day(turn, words) or len(words.split()) > LONGEST:
        return False
    whose = [one.id for one in own_clients(turn)] if turn.for_coach else [person_id(turn)]
    return any(goals.goals_of(turn.session, client, states=OPEN) for client in whose)
