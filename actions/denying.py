"""Whether somebody says that there is no danger, and what else they say with it."""

from __future__ import annotations

import re

from actions.interruptions import OWN_WORDS
from actions.knowing import fits, says
from actions.turn import Turn


def denies(turn: Turn) -> bool:
    """Whether somebody says that there is no danger; a bare no may mean that nobody is to know.

    Where nothing else was said it is no danger, whatever the model makes of it.
    """
    heard = turn.heard
    if heard.pressed:
        return heard.intent == "deny"
    if _only_denies(turn):
        return True
    said = heard.intent != "crisis" and says(turn, "no_danger")
    return said and not about_danger(turn, " ".join(_sides(turn, "no_danger")))


def denies_unasked(turn: Turn) -> bool:
    """Whether "er is geen gevaar" is said in so many words; "mijn baan is niet in gevaar" is not.

    Beside it there may be a wish, before it or after it.
    """
    heard, denial = turn.heard, "plainly_no_danger"
    if heard.pressed or heard.intent == "crisis" or not says(turn, denial):
        return False
    first, then = _sides(turn, denial)
    wished = not (first and then) and turn.dialogue.step not in OWN_WORDS
    return not (first or then) or (wished and bool(beside(turn, denial)))


def beside(turn: Turn, denial: str = "no_danger") -> str:
    """What is wished or told beside a denial, in its own words; empty where that is nothing."""
    told = " ".join(part for part in _sides(turn, denial) if part)
    wished = bool(turn.heard.kenmerken) or fits(turn, "wishes", told)
    return told if wished and not fits(turn, "goes_on", told) else ""


def about_danger(turn: Turn, words: str) -> bool:
    """Whether words are about fear, calling or who is there, and not about work or money."""
    return fits(turn, "still_in_danger", words) and not fits(turn, "on_the_way_to_work", words)


def _sides(turn: Turn, denial: str) -> tuple[str, str]:
    """What stands before a denial and after it, without the small words that belong to it."""
    around, at_it = _any_of(turn, "around_a_denial"), _any_of(turn, "at_a_denial")
    denied = rf"(?:\b(?:{around}|{at_it})\b\W*)*\b(?:{_any_of(turn, denial)})\b"
    parts = re.split(denied, turn.heard.text, flags=re.IGNORECASE)
    if turn.heard.pressed or len(parts) == 1:
        return "", ""
    last = re.sub(rf"^\W*(?:\b(?:{at_it})\b\W*)*", "", parts[-1], flags=re.IGNORECASE)
    return " ".join(part.strip(" ,.;") for part in parts[:-1]).strip(), last


def _any_of(turn: Turn, name: str) -> str:
    return "|".join(map(re.escape, turn.phrases.words(name)))


def _only_denies(turn: Turn) -> bool:
    words = re.findall(r"\w+", turn.heard.text.casefold())
    small = turn.phrases.words("around_a_denial")
    core = (word for word in words if word not in small)
    return not {" ".join(words), " ".join(core)}.isdisjoint(turn.phrases.words("denials"))
