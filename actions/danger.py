"""After danger: may somebody know of it? That stays open until a yes, a no or another story."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import my_coach
from actions.answer_question import back_to_before, say_request_stored, store_request
from actions.dialogue import Step
from actions.hearing import FALLBACK
from actions.interruptions import asks
from actions.knowing import fits, practical, says
from actions.turn import Turn
from caseload.models import RequestKind

NO_ANSWER = frozenset(
    {FALLBACK, "unsure", "prefer_not_say", "find_instrument"}
    | {"explain_term", "help", "out_of_scope", "frustration", "why_this"}
)
"""What "weet ik niet", "hoe bedoel je" and their like are taken for."""

ABOUT_WORDS = frozenset({"term", "aspect"})
"""Entities of a question; with any other one the story goes on: "ik wil meteen werk zoeken"."""

SEARCHING: frozenset[Step] = frozenset({"open", "chips", "question", "advice"})
"""Steps where a place that is named beside a denial counts."""

SOUNDS_LIKE_ONE = frozenset({"affirm", "deny", "thanks", "privacy_question", "human_contact"})
"""What a question such as "wat gebeurt er als ik ja zeg" is taken for."""


def hear(turn: Turn) -> bool:
    """Go on where there is no danger; tell again who to call, or what a yes does, and ask again."""
    if turn.dialogue.step != "danger":
        return False
    if _denies(turn):
        _go_on(turn)
        return True
    if turn.heard.pressed or turn.heard.kenmerken:
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


def _denies(turn: Turn) -> bool:
    """Whether somebody says that there is no danger; a bare no may mean that nobody is to know."""
    heard = turn.heard
    if heard.pressed:
        return heard.intent == "deny"
    tells_more = heard.intent == "crisis" or heard.kenmerken
    return _only_denies(turn) or (says(turn, "no_danger") and not tells_more)


def _only_denies(turn: Turn) -> bool:
    """Whether nothing else was said; then it is no danger, whatever the model makes of it."""
    words = re.findall(r"\w+", turn.heard.text.casefold())
    small = turn.phrases.words("around_a_denial")
    core = (word for word in words if word not in small)
    return not {" ".join(words), " ".join(core)}.isdisjoint(turn.phrases.words("denials"))


def _go_on(turn: Turn) -> None:
    """Back to where it was; what was taken for danger is then heard again (engine/again.py)."""
    again = turn.dialogue.typed
    name = "facts.safe_coach" if turn.for_coach else "facts.safe"
    custom: dict[str, object] = {"hear_again": True}
    turn.say("utter_explain", explanation=turn.phrases(name), custom=custom if again else None)
    back_to_before(turn)
    if turn.dialogue.step in SEARCHING:
        practical(turn)
    turn.dialogue = replace(turn.dialogue, quiet=again)


def _is_no_answer(turn: Turn) -> bool:
    if set(turn.heard.entities) - ABOUT_WORDS:
        return False
    intent = turn.heard.intent
    wonders = asks(turn) and (intent != "human_contact" or says(turn, "asking"))
    unclear = intent in NO_ANSWER or fits(turn, "does_not_follow")
    return unclear or (intent in SOUNDS_LIKE_ONE and wonders)


def is_answer(turn: Turn) -> bool:
    """Whether this answers "may I tell somebody"; with anything else the dialogue goes on."""
    if turn.heard.pressed:
        return turn.heard.intent in ("affirm", "prefer_not_say")
    return turn.heard.intent in ("affirm", "deny", "thanks") and not turn.heard.kenmerken


def answer(turn: Turn) -> bool:
    """After the crisis answer nobody is told, unless the person says yes to that question."""
    if turn.heard.intent == "affirm" and (turn.dialogue.may_tell or turn.heard.pressed):
        store_request(turn, RequestKind.DANGER, "")
        say_request_stored(turn)
    else:
        turn.say("utter_after_danger", buttons=[turn.button("buttons.no_danger", "deny")])
    turn.dialogue = replace(turn.dialogue, quiet=True, may_tell=False)
    return True
