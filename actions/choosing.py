"""One of the list is chosen, kept with its reason, or changed for another one."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.instruments import known_of_the_list
from actions.knowing import fits
from actions.naming import meant, mentioned, refused
from actions.pointing import say_what_is_there
from actions.taking_back import FEW_WORDS
from actions.turn import Turn
from catalogue.choices import Shown, record
from catalogue.search import instrument, search

PLACES = {1: "first", 2: "second", 3: "third"}
"""Places in a list, and the name of the words for each."""


def choose(turn: Turn) -> bool:
    """Choose what is meant, or ask which; what only refers is never chosen."""
    code = meant(turn)
    card = instrument(turn.session, code) if code else None
    if card is None:
        _ask_which(turn)
    elif card.refer_only:
        turn.say("utter_specialist_decides", name=card.kind)
        turn.dialogue = replace(turn.dialogue, listed=True)
    else:
        turn.dialogue = turn.dialogue.at("argument", chosen=card.code, focus=card.code)
        if reason := _reason(turn):
            store(turn, reason)
    return True


def _ask_which(turn: Turn) -> None:
    if turn.dialogue.on_screen:
        turn.dialogue = turn.dialogue.at("which")
    else:
        turn.dialogue = turn.dialogue.at("advice", listed=True)
        say_what_is_there(turn)


def _reason(turn: Turn) -> str:
    """What stands behind "omdat" in the sentence that chooses; empty where nothing does."""
    words = turn.heard.text.split()
    at = next((n for n, word in enumerate(words) if word in turn.phrases.words("because")), None)
    return " ".join(words[at:]) if at is not None and len(words) - at > 1 else ""


def changes_choice(turn: Turn) -> bool:
    """Whether a few words point at another one after all: "nee die andere", "ja toch de tweede"."""
    heard = turn.heard
    few = len(heard.text.split()) <= FEW_WORDS and not heard.pressed
    if turn.dialogue.step not in ("argument", "chosen") or not few or _reason(turn):
        return False
    if fits(turn, "the_other_one") or _pointed_at(turn):
        return True
    another = {*mentioned(turn), *refused(turn)} - {turn.dialogue.chosen}
    return bool(another) and fits(turn, "begins_a_correction")


def choose_another(turn: Turn) -> None:
    """Choose the one that is named, or the only other one of the list; else ask which.

    The no in "nee 2" is to what was chosen, unless that is the second.
    """
    dialogue = turn.dialogue
    others = [code for code in dialogue.on_screen if code != dialogue.chosen]
    named = _pointed_at(turn) or mentioned(turn)
    named = named or [code for code in refused(turn) if code != dialogue.chosen]
    named = named or (others if len(others) == 1 else [])
    if named:
        turn.dialogue = replace(dialogue, focus=named[0])
        choose(turn)
    else:
        turn.dialogue = dialogue.at("which" if others else "advice", focus=None)


def number_missing(turn: Turn) -> bool:
    """Whether nothing but a number is said that the list has not."""
    return _number(turn) is not None and not _pointed_at(turn)


def _pointed_at(turn: Turn) -> list[str]:
    """The one whose number is all that is said: "nee liever 1", "de tweede toch"."""
    number = _number(turn) or 0
    return [*turn.dialogue.on_screen[number - 1 : number]] if number else []


def _number(turn: Turn) -> int | None:
    """The place in a list that is all that is said."""
    patterns = () if turn.heard.pressed else turn.phrases.words("only_points")
    said = next(filter(None, (re.match(p, turn.heard.text.casefold()) for p in patterns)), None)
    if said is None:
        return None
    places = (place for place, name in PLACES.items() if said[1] in turn.phrases.words(name))
    return next(places, None) or int(said[1])


def store(turn: Turn, reason: str | None) -> None:
    """Keep the choice with the list that was on the screen, and why; None when that is not told."""
    dialogue, known = turn.dialogue, known_of_the_list(turn)
    found = search(turn.session, known, limit=None)
    reasons = {fit.instrument.code: Shown.of(fit) for fit in found.fits}
    record(
        turn.session,
        now=turn.now(),
        conversation_id=turn.conversation_id,
        person_id=None,  # without consent a choice carries the conversation only
        instrument=dialogue.chosen or "",
        shown=[reasons.get(code, Shown(code)) for code in dialogue.shown],
        known=known,
        argument=reason,
        advised=dialogue.chosen in dialogue.shown,
    )
    turn.dialogue = dialogue.at("chosen")
