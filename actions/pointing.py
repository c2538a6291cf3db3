"""Somebody points at what is not on the screen: what is there is said, and the next step."""

from __future__ import annotations

import re

from actions.advice import MOST_BUTTONS, list_buttons, offers, ways_out
from actions.dialogue import Step
from actions.hearing import FALLBACK
from actions.knowing import fits
from actions.naming import points_past
from actions.taking_back import AT
from actions.turn import Turn
from catalogue.search import instrument

PICKS = frozenset({"choose", "affirm"})
ASKED: frozenset[Step] = frozenset({"chips", "question"})
"""Steps where a yes answers what is asked, whatever number is in it."""


def number_meant(turn: Turn) -> str | None:
    """The number in "meer over 6", or alone where only a list is on the screen: never a score."""
    text = turn.heard.text.casefold().strip(" .!?")
    listed = bool(turn.dialogue.shown) or turn.dialogue.empty
    over_a_list = turn.dialogue.step == "advice" and listed
    asks = fits(turn, "more_about") and turn.dialogue.step in AT
    alone = over_a_list and fits(turn, "only_a_number") and turn.heard.intent not in PICKS
    if turn.heard.pressed or not (asks or alone):
        return None
    return next(reversed(re.findall(r"\d+", text)), None)


def chooses_two(turn: Turn) -> bool:
    """Whether two of a list are chosen at once: "ik kies 1 en 2"."""
    text = turn.heard.text.casefold()
    chooses = any(text.startswith(words) for words in turn.phrases.words("choosing"))
    here = turn.dialogue.step == "advice" and len(turn.dialogue.on_screen) > 1
    return here and chooses and not turn.heard.pressed and fits(turn, "two_chosen")


def picks_nothing(turn: Turn) -> bool:
    """Whether somebody picks or refuses a number that the list has not, or without a list."""
    if turn.heard.intent == "affirm" and turn.dialogue.step in ASKED:
        return False
    intents = PICKS | {"deny"}  # "nee, de tweede bedoelde ik"
    picks = turn.heard.intent in intents or in_doubt(turn)
    return (picks or bool(turn.heard.ruled_out.get("instrument"))) and points_past(turn)


def in_doubt(turn: Turn) -> bool:
    """Whether a few words that were not understood are most likely a choice or a yes."""
    heard = turn.heard
    return heard.intent == FALLBACK and heard.likeliest in PICKS and heard.short


def say_what_is_there(turn: Turn) -> None:
    """Name what can be picked; where nothing can, what comes first."""
    shown = turn.dialogue.on_screen
    if not shown:
        _say_no_list(turn)
        return
    names = [card.kind for code in shown if (card := instrument(turn.session, code))]
    buttons = list_buttons(turn, shown)
    turn.dialogue = turn.dialogue.answered_aside()
    if len(shown) == 1:
        wider = offers(turn)[: MOST_BUTTONS - len(buttons)]
        turn.say("utter_only_this_one", name=names[0], buttons=[*buttons, *wider])
        return
    lines = (
        turn.phrases("facts.numbered", number=number, name=name)
        for number, name in enumerate(names, start=1)
    )
    turn.say("utter_no_such_number", list="\n".join(lines), buttons=buttons)


def _say_no_list(turn: Turn) -> None:
    """Nothing was found, so only what could be let go is on the screen; or nothing was sought."""
    if turn.dialogue.empty:
        turn.say("utter_nothing_to_pick", buttons=ways_out(turn))
        turn.dialogue = turn.dialogue.answered_aside()
    else:
        turn.say("utter_no_list_yet")
