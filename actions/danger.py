"""After danger: may somebody know of it? That stays open until a yes, a no or another story."""

from __future__ import annotations

from dataclasses import replace

from actions import my_coach
from actions.answer_question import back_to_before, say_request_stored, store_request
from actions.hearing import FALLBACK
from actions.interruptions import asks
from actions.knowing import fits, says, want
from actions.next_step import advance
from actions.turn import Turn
from caseload.models import RequestKind

NO_ANSWER = frozenset(
    {FALLBACK, "unsure", "prefer_not_say", "find_instrument"}
    | {"explain_term", "help", "out_of_scope", "frustration", "why_this"}
)
"""What "weet ik niet", "hoe bedoel je" and their like are taken for."""

ABOUT_WORDS = frozenset({"term", "aspect"})
"""Entities of a question; with any other one the story goes on: "ik wil meteen werk zoeken"."""

SOUNDS_LIKE_ONE = frozenset({"affirm", "deny", "thanks", "privacy_question", "human_contact"})
"""What a question such as "wat gebeurt er als ik ja zeg" is taken for."""


def hear(turn: Turn) -> bool:
    """Tell again who to call, or what a yes does; what was asked is then asked again."""
    if turn.dialogue.step != "danger" or turn.heard.pressed or turn.heard.kenmerken:
        return False
    if fits(turn, "what_now"):
        turn.say("utter_crisis")
        return True
    if not turn.dialogue.may_tell or not _is_no_answer(turn):
        return False
    if my_coach.asked(turn):
        my_coach.say_name(turn)
    else:
        reader = turn.who.coach_name or turn.phrases("facts.somebody_of_the_gemeente")
        turn.say("utter_explain", explanation=turn.phrases("facts.after_a_yes", reader=reader))
    return True


def _is_no_answer(turn: Turn) -> bool:
    if says(turn, "no_danger") or set(turn.heard.entities) - ABOUT_WORDS:
        return False
    intent = turn.heard.intent
    wonders = asks(turn) and (intent != "human_contact" or says(turn, "asking"))
    unclear = intent in NO_ANSWER or fits(turn, "does_not_follow")
    return unclear or (intent in SOUNDS_LIKE_ONE and wonders)


def is_answer(turn: Turn) -> bool:
    """Whether this answers "may I tell somebody"; with anything else the dialogue goes on."""
    answers = turn.heard.intent in ("affirm", "deny", "thanks") or says(turn, "no_danger")
    return answers and not turn.heard.kenmerken


def answer(turn: Turn) -> bool:
    """After the crisis answer nobody is told, unless the person says yes to that question.

    Where there was no danger the dialogue goes on, with what was told.
    """
    pressed = turn.heard.intent == "deny" and turn.heard.pressed
    if pressed or says(turn, "no_danger"):
        name = "facts.safe_coach" if turn.for_coach else "facts.safe"
        turn.say("utter_explain", explanation=turn.phrases(name))
        _go_on_with(turn, turn.dialogue.pending)
        return True
    if turn.heard.intent == "affirm" and (turn.dialogue.may_tell or turn.heard.pressed):
        store_request(turn, RequestKind.DANGER, "")
        say_request_stored(turn)
    else:
        turn.say("utter_after_danger")
    turn.dialogue = replace(turn.dialogue, quiet=True, may_tell=False)
    return True


def _go_on_with(turn: Turn, told: tuple[str, ...]) -> None:
    back_to_before(turn)
    new = tuple(code for code in told if code not in turn.known.wanted)
    if not new or turn.dialogue.step not in ("open", "chips", "advice", "question"):
        return
    if turn.for_coach:
        want(turn, new, {})
        advance(turn)
    else:
        turn.dialogue = turn.dialogue.at("chips", pending=new)
