""" "Te ver" and "binnen 10 km": the catalogue knows places and no distances."""

from __future__ import annotations

from dataclasses import replace

from actions.advice import near
from actions.knowing import fits, says
from actions.taking_back import AT
from actions.turn import Button, Turn, payload
from actions.wording import condition
from catalogue.instruments import Card
from catalogue.search import search

MOST_PLACES = 3
"""Other places that are offered, those with most help first."""

ABOUT_HERE = frozenset({"refine_practical", "more_options", "deny", "nlu_fallback"})
"""Intents in which "te ver" is about the list."""


def tells_distance(turn: Turn) -> bool:
    """Whether a distance or a time on the way is asked for, which no fact can answer."""
    return turn.dialogue.step in AT and not turn.heard.pressed and fits(turn, "distance")


def wants_nearer(turn: Turn) -> bool:
    """Whether somebody wants it nearer, without saying where."""
    if set(turn.heard.entities.get("gemeente", ())) & set(turn.gemeenten):
        return False
    about_here = turn.heard.intent in ABOUT_HERE
    return tells_distance(turn) or (about_here and (says(turn, "nearer") or _elsewhere(turn)))


def _elsewhere(turn: Turn) -> bool:
    return turn.heard.intent == "refine_practical" and says(turn, "elsewhere")


def say_nearer(turn: Turn) -> None:
    """Ask the place only where it is not known; else tell what is nearest and what else helps."""
    if not turn.known.gemeente or _elsewhere(turn):
        if tells_distance(turn):
            turn.say("utter_no_distances")
        turn.known = turn.known.without("gemeente")
        turn.dialogue = turn.dialogue.at("question", question="gemeente")
        return
    here = condition(turn, "gemeente")
    fits = search(turn.session, turn.known, limit=None).fits
    at_home = next((f.instrument for f in fits if _comes_to_you(turn, f.instrument)), None)
    places = other_places(turn)
    if at_home:
        about = turn.phrases("buttons.about", name=at_home.kind)
        more = Button(about, payload("instrument_details", instrument=at_home.code))
        turn.say("utter_nearest_at_home", here=here, name=at_home.kind, buttons=[more, *places])
    elif places:
        turn.say("utter_nearest", here=here, buttons=places)
    else:
        turn.say("utter_nearest_only", here=here)
    turn.dialogue = turn.dialogue.answered_aside()
    turn.dialogue = replace(turn.dialogue, quiet=bool(at_home or places), listed=True)


def _comes_to_you(turn: Turn, card: Card) -> bool:
    addresses = {location.address.casefold() for location in card.locations}
    return bool(addresses & set(turn.phrases.words("comes_to_you")))


def other_places(turn: Turn) -> list[Button]:
    """Other places where something fits, with how much."""
    elsewhere = [p for p in turn.gemeenten if p not in (*near(turn), *turn.known.not_in)]
    counts = {
        place: search(turn.session, turn.known.answered("gemeente", place), limit=1).total
        for place in elsewhere
    }
    best = sorted((p for p in elsewhere if counts[p]), key=lambda place: -counts[place])
    return [
        Button(
            turn.phrases("buttons.in_place", place=place, count=counts[place]),
            payload("refine_practical", gemeente=place),
        )
        for place in best[:MOST_PLACES]
    ]
