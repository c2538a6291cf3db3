"""Two or three instruments side by side, aspect by aspect, in the same order for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.advice import place
from actions.instruments import value_of
from actions.knowing import says
from actions.naming import mentioned, points_past
from actions.pointing import say_what_is_there
from actions.turn import Button, Turn, payload
from catalogue.instruments import Card
from catalogue.search import instrument

COMPARED = ("wat", "waar", "duur", "kosten", "wanneer", "vorm", "voordelen", "nadelen")

ALL = (*COMPARED, "wie", "voorwaarden", "aanmelden", "ervaring")

MOST = 3
"""Instruments beside each other; of so many the long aspects are told shortly."""


def compare(turn: Turn) -> None:
    """Put what is meant side by side; where too few are named, the first of the list."""
    cards = [card for code in _codes(turn) if (card := instrument(turn.session, code))]
    if points_past(turn) or len(cards) < 2:
        say_what_is_there(turn)
        return
    turn.dialogue = replace(turn.dialogue.answered_aside(), looking=())
    choices = [
        Button(
            turn.phrases("buttons.choose_name", name=card.kind),
            payload("choose", instrument=card.code),
        )
        for card in cards
    ]
    turn.say(
        "utter_compare",
        blocks="\n\n".join(_blocks(turn, cards)),
        buttons=[*choices, turn.button("buttons.other_list", "more_options")],
    )


def _codes(turn: Turn) -> tuple[str, ...]:
    """Which ones: those that are named, all of the list, or the first two on the screen."""
    codes = mentioned(turn)
    if len(codes) > 1:
        return codes[:MOST]
    if says(turn, "every_one") or (_asked(turn) and not codes):
        return turn.dialogue.on_screen[:MOST]
    near = (*codes, *turn.dialogue.on_screen, *reversed(turn.dialogue.seen))
    return tuple(dict.fromkeys(near))[:2]


def _asked(turn: Turn) -> tuple[str, ...]:
    """The aspects that are named: "welke heeft het hoogste cijfer" compares nothing else."""
    return tuple(a for a in turn.heard.entities.get("aspect", ()) if a in ALL)


def _blocks(turn: Turn, cards: Sequence[Card]) -> list[str]:
    """A block for each aspect; before three of the list their numbers, for names fill a phone."""
    shown, many = turn.dialogue.on_screen, len(cards) == MOST
    names = [card.kind for card in cards]
    blocks = []
    if many and all(card.code in shown for card in cards):
        numbers = [str(shown.index(card.code) + 1) for card in cards]
        legend = zip(numbers, names, strict=True)
        blocks = ["\n".join(turn.phrases("facts.numbered", number=n, name=k) for n, k in legend)]
        names = numbers
    for aspect in _asked(turn) or COMPARED:
        values = [(_short if many else value_of)(turn, card, aspect) for card in cards]
        rows = [
            turn.phrases("facts.compare_row", name=name, value=value)
            for name, value in zip(names, values, strict=True)
        ]
        blocks.append("\n".join((turn.phrases(f"facts.compare_{aspect}"), *rows)))
    return blocks


def _short(turn: Turn, card: Card, aspect: str) -> str:
    """One aspect in one sentence; of what is good and less good equally much."""
    short = {"wat": card.summary, "voordelen": card.pros[0], "nadelen": card.cons[0]}
    if aspect == "waar":
        return place(turn, card)
    return short[aspect] if aspect in short else value_of(turn, card, aspect)
