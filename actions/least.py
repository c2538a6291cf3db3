""" "Welke is het goedkoopst?": the cheapest, shortest, soonest or best of a list, if known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from actions.advice import list_buttons
from actions.dialogue import Step
from actions.hearing import FALLBACK
from actions.knowing import fits, tokens
from actions.naming import mentioned
from actions.turn import Turn
from actions.wording import euros, listed, weeks
from catalogue.instruments import Card
from catalogue.search import instrument

AT: frozenset[Step] = frozenset({"advice", "which"})

ABOUT_THE_LIST = frozenset(
    {
        *("compare", "choose", "instrument_details", "refine_practical", "find_instrument"),
        *("more_options", "help", "unsure", FALLBACK),
    }
)
"""Intents that "welke is het goedkoopst" may be taken for; "welke zorgverzekering" is none."""


def _short_of_ten(card: Card) -> int | None:
    """How far the grade of the professionals is from a ten, in tenths; None where there is none."""
    rating = card.rating_professionals
    return 100 - round(rating.grade * 10) if rating else None


FACTS: dict[str, Callable[[Card], int | None]] = {
    "least_cost": lambda card: card.cost_per_person,
    "least_weeks": lambda card: card.duration_weeks,
    "least_wait": lambda card: card.start.wait_weeks,
    "best_grade": _short_of_ten,
}
"""What can be least, by the name of its words, and where a card has it: a grade short of a ten."""


def asked(turn: Turn) -> str | None:
    """What somebody wants the least of; None where that is not asked over a list."""
    here = turn.dialogue.step in AT and bool(turn.dialogue.on_screen)
    heard = turn.heard
    about = heard.intent in ABOUT_THE_LIST or not tokens(heard.text.casefold()) - _bare(turn)
    chosen = heard.intent == "choose" and bool(mentioned(turn))  # "de goedkoopste, dus nummer 1"
    if heard.pressed or not here or not about or chosen:
        return None
    return next((name for name in FACTS if fits(turn, name)), None)


def _bare(turn: Turn) -> set[str]:
    """Words that say nothing but what is least."""
    return set(turn.phrases.words("bare_least"))


def hear(turn: Turn) -> bool:
    """Name the least or the best of the list as far as it is known, and where it is not."""
    name = asked(turn)
    if name is None:
        return False
    shown = turn.dialogue.on_screen
    named = mentioned(turn)
    if name == "least_cost" and not turn.for_coach:
        turn.say("utter_free_for_you", buttons=list_buttons(turn, shown))
    else:
        codes = named if len(named) > 1 else shown
        cards = [card for code in codes if (card := instrument(turn.session, code))]
        answer = _answer(turn, name, cards)
        turn.say("utter_least", answer=answer, buttons=list_buttons(turn, shown))
    turn.dialogue = turn.dialogue.answered_aside()
    return True


def _answer(turn: Turn, name: str, cards: list[Card]) -> str:
    known = {card: value for card in cards if (value := FACTS[name](card)) is not None}
    least = [card for card in known if known[card] == min(known.values())]
    unknown = [card for card in cards if card not in known]
    if len(least) == 1:
        turn.dialogue = replace(turn.dialogue, focus=least[0].code)
    said = []
    if least:
        words = _in_words(turn, name, known[least[0]])
        said.append(turn.phrases(f"facts.{name}", names=_names(turn, least), value=words))
    if unknown:
        said.append(turn.phrases("facts.least_unknown", names=_names(turn, unknown)))
    return " ".join(said)


def _in_words(turn: Turn, name: str, value: int) -> str:
    if name == "least_cost":
        return euros(turn, value)
    if name == "best_grade":
        return turn.phrases("facts.grade_alone", grade=f"{10 - value / 10:.1f}".replace(".", ","))
    length = weeks(turn, value)
    return turn.phrases("conditions.max_wait", value=length) if name == "least_wait" else length


def _names(turn: Turn, cards: list[Card]) -> str:
    return listed([turn.phrases("facts.bold", name=card.kind) for card in cards])
