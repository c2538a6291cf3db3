""" "Ik woon in Utrecht": a place outside the region, where nothing is known, is said to be one."""

from __future__ import annotations

import re

from actions.cases import parts
from actions.nearer import other_places
from actions.taking_back import AT
from actions.turn import Turn
from actions.wording import listed

SMALL = 3
"""Letters; a word of so few inside a name has no capital."""


def far_place(turn: Turn) -> str | None:
    """The place outside the region that is named to live in or look in; None without one."""
    if turn.heard.pressed or turn.dialogue.step not in AT:
        return None
    if set(turn.heard.entities.get("gemeente", ())) & set(turn.gemeenten):
        return None  # "ik kom uit Utrecht en woon nu in Tiel"
    return next(filter(None, (far_in(turn, part) for part in parts(turn.heard.text))), None)


def far_in(turn: Turn, part: str) -> str | None:
    """The same for one part: a place by itself, or where somebody lives or wants it."""
    places = "|".join(map(re.escape, turn.phrases.words("far_places")))
    patterns = turn.phrases.words("in_a_far_place")
    tried = (re.search(p.replace("place", f"({places})"), part.casefold()) for p in patterns)
    return next((_written(found[1]) for found in tried if found), None)


def _written(name: str) -> str:
    """A name as it is written: "Bergen op Zoom"."""
    first, *rest = name.split()
    return " ".join((first.capitalize(), *(w.capitalize() if len(w) > SMALL else w for w in rest)))


def say_far(turn: Turn) -> bool:
    """Say that nothing is known there and what can be chosen, a tap away over a list.

    Elsewhere the search then keeps to no place. False where no such place is named, or where the
    place is asked: there it is an answer.
    """
    place = None if turn.dialogue.question == "gemeente" else far_place(turn)
    if place is None:
        return False
    over_a_list = turn.dialogue.step == "advice"
    turn.say(
        "utter_explain",
        explanation=turn.phrases("facts.far_place", place=place, places=listed(turn.gemeenten)),
        buttons=other_places(turn) if over_a_list else [],
    )
    if over_a_list:
        turn.dialogue = turn.dialogue.answered_aside()
    elif not turn.known.gemeente:
        turn.known = turn.known.skipped("gemeente")
    return True
