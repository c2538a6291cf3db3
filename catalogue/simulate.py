"""How many questions it takes, measured with simulated people.

Each simulated person has one hidden instrument in mind, tells only its route, and answers every
question truly by that instrument: a kenmerk is wanted when the instrument acts on it and refused
otherwise; the gemeente is one of its own; a maximum is the lowest step that still allows it. Where
the fact is unknown or is not a limit, they say "weet ik niet". It counts how many questions were
put when the instrument stands among the first five.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from sqlalchemy.orm import Session

from catalogue.ahead import STEPS, answers
from catalogue.instruments import Card
from catalogue.known import KENMERK, REFUSED, WANTED, Known
from catalogue.questions import Question, Step, next_in_method, next_question
from catalogue.search import search
from catalogue.terms import Terms

Strategy = Literal["random", "fixed", "greedy", "ours", "ours_any_step"]

FIRST = 5
"""How many instruments a list shows."""

Value = str | int | None
"""An answer; ``None`` is "weet ik niet"."""

NextQuestion = Callable[[Known], str | None]


def questions_until_top5(session: Session, strategy: Strategy, seed: int) -> list[int]:
    """Count the questions for every instrument and each of its routes.

    ``random``: any order; ``fixed``: the order of the kenmerken, then the practical ones;
    ``greedy``: each time the question after which, on average over all instruments that agree with
    the answers, most stand in the top five: it tries every answer of every question in a real
    search, which is too slow to talk with; ``ours``: `catalogue.questions.next_in_method`, bound to
    the steps of the method; ``ours_any_step``: the same measure, free to begin with the place.
    An instrument that never gets there counts one more than there are questions.
    """
    cards = [fit.instrument for fit in search(session, Known(), limit=None).fits]
    every = list(dict.fromkeys(question for question, _ in answers(Terms.read(session))))
    every.remove("route")
    greedy = _Greedy(session, cards, every)
    counts = []
    for target in cards:
        for route in target.routes:
            chance = random.Random(f"{seed} {target.code} {route}")
            choose: dict[Strategy, NextQuestion] = {
                "random": _in_order(chance.sample(every, len(every))),
                "fixed": _in_order(every),
                "greedy": greedy.choose,
                "ours": lambda known: _id(next_in_method(session, known)),
                "ours_any_step": lambda known: _id(_of_any_step(session, known)),
            }
            counts.append(_ask(session, target, route, choose[strategy], every, chance))
    return counts


def _ask(
    session: Session,
    target: Card,
    route: str,
    choose: NextQuestion,
    every: Sequence[str],
    chance: random.Random,
) -> int:
    """Ask one simulated person until the target stands in the list; give how many were asked."""
    known = Known(route=route)
    while target.code not in _top(session, known):
        question = choose(known)
        if question is None:
            return len(every) + 1
        value = chance.choice(true_answers(target, question))
        known = known.skipped(question) if value is None else known.answered(question, value)
    return len(known.asked)


def true_answers(target: Card, question: str) -> tuple[Value, ...]:
    """Give what somebody with this instrument in mind could answer."""
    if question.startswith(KENMERK):
        wanted = question.removeprefix(KENMERK) in target.kenmerken
        return (WANTED if wanted else REFUSED,)
    match question:
        case "gemeente":
            return tuple(sorted({place.gemeente for place in target.locations})) or (None,)
        case "doelgroepen":
            return target.doelgroepen or (None,)
        case "form":
            return (None if target.form == "both" else target.form,)
    limits = {
        "max_cost": target.cost_per_person,
        "max_weeks": target.duration_weeks,
        "max_wait": target.start.wait_weeks,
    }
    limit = limits[question]
    enough = (step for step in STEPS[question] if limit is not None and limit <= step)
    return (next(enough, None),)


def _top(session: Session, known: Known) -> frozenset[str]:
    return frozenset(fit.instrument.code for fit in search(session, known, limit=FIRST).fits)


def _in_order(order: Iterable[str]) -> NextQuestion:
    ordered = tuple(order)
    return lambda known: next((q for q in ordered if q not in known.asked), None)


def _of_any_step(session: Session, known: Known) -> Question | None:
    steps: tuple[Step, ...] = ("kenmerk", "practical")
    found = [next_question(session, known, step) for step in steps]
    return max(filter(None, found), key=lambda question: question.expected_bits, default=None)


def _id(question: Question | None) -> str | None:
    return question.id if question else None


class _Greedy:
    """The best greedy order; what it found out for one state of knowledge it remembers."""

    def __init__(self, session: Session, cards: Sequence[Card], every: Sequence[str]) -> None:
        self._session = session
        self._cards = cards
        self._every = every
        self._chosen: dict[Known, str | None] = {}

    def choose(self, known: Known) -> str | None:
        """Give the question with the best chance of success; the first one of equals."""
        state = replace(known, asked=tuple(sorted(known.asked)))
        if state not in self._chosen:
            left = [question for question in self._every if question not in known.asked]
            agree = [card for card in self._cards if _agrees(card, known)]
            self._chosen[state] = max(
                left, key=lambda question: self._successes(known, question, agree), default=None
            )
        return self._chosen[state]

    def _successes(self, known: Known, question: str, agree: Sequence[Card]) -> float:
        """Count the instruments that would stand in the list after their own answer."""
        top: dict[Value, frozenset[str]] = {}
        total = 0.0
        for card in agree:
            given = true_answers(card, question)
            for value in given:
                if value not in top:
                    after = known if value is None else known.answered(question, value)
                    top[value] = _top(self._session, after)
                total += (card.code in top[value]) / len(given)
        return total


def _agrees(card: Card, known: Known) -> bool:
    """Tell whether somebody with this instrument in mind could have given these answers."""
    if known.route not in card.routes:
        return False
    for question in known.asked:
        given = true_answers(card, question)
        if question in known.open:
            agrees = None in given
        elif question.startswith(KENMERK):
            agrees = (question.removeprefix(KENMERK) in known.wanted) == (given == (WANTED,))
        elif question == "doelgroepen":
            agrees = not known.doelgroepen.isdisjoint(given)
        else:
            agrees = getattr(known, question) in given
        if not agrees:
            return False
    return True
