"""What the search cannot do, said at once: kinds of help, times, online, pay; and calling."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.hearing import FALLBACK
from actions.knowing import fits
from actions.naming import mentioned
from actions.taking_back import AT, FEW_WORDS, means_whole_region
from actions.turn import Button, Turn, payload

WISHES = frozenset({"refine_practical", "find_instrument", "deny"})
"""Intents near which a time of the day is a wish for the list."""

WORK_FIRST = "work_first"


def answers(turn: Turn) -> bool:
    """Whether the message asks for what no fact of the catalogue can tell."""
    return _response(turn) is not None


def say_so(turn: Turn) -> bool:
    """Say it, and let the dialogue go on where it is; False where nothing such is asked."""
    response = _response(turn)
    if response is None:
        return False
    if response == "utter_whole_region":
        turn.known = turn.known.skipped("gemeente")
    if response.startswith("facts."):
        turn.say("utter_explain", explanation=turn.phrases(response))
    else:
        turn.say(response, buttons=_work_first(turn) if response == "utter_no_pay" else [])
    turn.dialogue = replace(turn.dialogue, listed=turn.dialogue.step == "advice")
    return True


def _response(turn: Turn) -> str | None:
    if turn.heard.pressed or len(turn.heard.text.split()) > FEW_WORDS:
        return None
    if turn.heard.intent == "human_contact" and fits(turn, "without_calling"):
        return "utter_no_calling"
    if turn.dialogue.step not in AT:
        return None
    if _kind_of_help(turn):
        return "utter_no_kind_of_help"
    if turn.dialogue.step == "open":
        return "utter_whole_region" if fits(turn, "only_the_region") else None
    if means_whole_region(turn) and turn.dialogue.question != "gemeente" and not _placed(turn):
        return "utter_whole_region"
    if _wishes(turn) and fits(turn, "time_of_day"):
        return "utter_no_times"
    if _wishes(turn) and fits(turn, "online"):
        return "facts.no_online"
    if _wishes(turn) and fits(turn, "case_hours"):
        return "facts.no_hours"
    about_pay = fits(turn, "pay") or (fits(turn, "may_cost") and not turn.known.knows("max_cost"))
    return "utter_no_pay" if about_pay else None


def _placed(turn: Turn) -> bool:
    """Whether the search keeps to a place."""
    return turn.known.gemeente is not None or bool(turn.known.not_in)


def _wishes(turn: Turn) -> bool:
    """Whether it is a wish; "mijn vingers zijn stijf in de ochtend" tells what is the matter."""
    heard = turn.heard
    if heard.intent == FALLBACK:
        return heard.likeliest in (*WISHES, FALLBACK) and not heard.kenmerken
    return heard.intent == "refine_practical" or (heard.intent in WISHES and not heard.kenmerken)


def _kind_of_help(turn: Turn) -> bool:
    """Whether a kind of help is said no to: "geen cursus"."""
    words = turn.heard.text.casefold()
    kinds = "|".join(turn.phrases.words("kinds_of_help"))
    no = re.search(rf"\b(?:geen|niet|zonder)(?: (?:een|weer|nog|naar|zo'n))* (?:{kinds})\b", words)
    return no is not None and not mentioned(turn)


def _work_first(turn: Turn) -> list[Button]:
    """To look for a job at once, where another route was chosen or none."""
    return [
        Button(route.button, payload("find_instrument", route=route.policy))
        for route in turn.taxonomy.routes
        if route.policy == WORK_FIRST and route.code != turn.known.route
    ]
