"""Which question to ask next.

Theory. Let T be the instrument that would suit this person best. What is known so far makes each
possible instrument more or less likely: its weight. A question splits the instruments still
possible; the less that stays possible after the answer, the more was learned. Shannon (1948)
measures this in bits. With W the weight of all that is possible, W(a) the weight that stays after
answer a, and P(a) the chance of that answer:

    expected bits = Σ P(a) · log2(W / W(a))

For a yes or no question P(a) = W(a) / W, and this is the entropy of the answer. It is greatest
when both answers are equally likely, and nothing when everybody would answer the same: such a
question is implied and is not asked. Where answers overlap (an instrument in three gemeenten) the
formula counts only what the answer really takes away.

The weight is soft. Somebody may want to work on debts while the best instrument only acts on
language: a yes makes instruments that act on the kenmerk more likely, a no those that do not,
but neither proves anything. The search itself excludes only by its own rules.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, Literal

from sqlalchemy import Row, Select, case, func, select
from sqlalchemy.orm import Session

from catalogue.ahead import STEPS, answers
from catalogue.conditions import Condition, acts_on, conditions, count_bits, keeps
from catalogue.known import KENMERK, REFUSED, WANTED, Known
from catalogue.tables import Instrument
from catalogue.terms import Terms

Step = Literal["route", "kenmerk", "practical"]

YES = 8.0
"""An instrument is this many times likelier for each wanted kenmerk that it acts on."""

NO = 1 / 8
"""The same for each refused kenmerk that it acts on."""

LEAST_BITS = 0.02
"""What teaches less is implied: nearly everything possible gives the same answer."""

KENMERK_QUESTIONS = 2
"""How many kenmerken are asked in a row while nothing is wanted; then practical things help."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question worth asking, with the answers that lead to an instrument."""

    id: str
    values: tuple[str | int, ...]
    expected_bits: float


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one answer does to the instruments still possible."""

    question: str
    value: str | int
    holds: float
    """Weight of the instruments that it is true for."""
    stays: float
    """The same with those whose fact is unknown."""


def next_question(session: Session, known: Known, step: Step) -> Question | None:
    """Give the question of this step that teaches most, or nothing when none is worth asking.

    Skips what was asked, answered, left open or is implied. At equal bits the first in the order
    of the kenmerken, or of `catalogue.known.PRACTICAL`. Two queries, whatever the catalogue holds.
    """
    worth = (q for q in _questions(session, known, step) if q.expected_bits >= LEAST_BITS)
    return max(worth, key=lambda question: question.expected_bits, default=None)


def next_in_method(session: Session, known: Known) -> Question | None:
    """Give the next question in the order of the method: route, then kenmerk, then practical.

    The step of the kenmerken ends when one is wanted or `KENMERK_QUESTIONS` were put in vain;
    it comes back after the practical ones, for who still hesitates between many.
    """
    put = sum(question.startswith(KENMERK) for question in known.asked)
    order: tuple[Step, ...] = ("route", "kenmerk", "practical")
    if known.wanted or put >= KENMERK_QUESTIONS:
        order = ("route", "practical", "kenmerk")
    found = (next_question(session, known, step) for step in order)
    return next((question for question in found if question), None)


def _questions(session: Session, known: Known, step: Step) -> Iterator[Question]:
    """Give every question of a step that may still be put, with what it teaches."""
    terms = Terms.read(session)
    asks = [
        (question, value, _condition(question, value, terms))
        for question, value in answers(terms)
        if _step(question) == step and value != REFUSED and _may_ask(question, known)
    ]
    groups = list(session.execute(_sums(known, terms, [condition for *_, condition in asks])))
    if not groups:
        return
    total, *sums = _weigh(groups)
    weighed = [
        _Answer(question, value, holds, stays)
        for (question, value, _), holds, stays in zip(asks, sums[::2], sums[1::2], strict=True)
    ]
    for question, of_one in groupby(weighed, key=lambda answer: answer.question):
        yield _question(question, list(of_one), total)


def _may_ask(question: str, known: Known) -> bool:
    return not (question in known.asked or question in known.open or known.knows(question))


def _step(question: str) -> Step:
    if question.startswith(KENMERK):
        return "kenmerk"
    return "route" if question == "route" else "practical"


def _condition(question: str, value: str | int, terms: Terms) -> Condition:
    """Give what an answer asks of an instrument."""
    if question.startswith(KENMERK):
        return acts_on(question.removeprefix(KENMERK), terms)
    return next(conditions(Known().answered(question, value), terms))


def _sums(known: Known, terms: Terms, asked: Sequence[Condition]) -> Select[*tuple[Any, ...]]:
    """Select, for instruments that are equally likely together: how many, and for each condition
    how many hold and how many stay.
    """
    column = Instrument.kenmerken
    matched = count_bits(column, known.wanted, terms.kenmerken).label("matched")
    crossed = count_bits(column, known.refused, terms.kenmerken).label("crossed")
    tests = [test for condition in asked for test in (condition.holds, condition.keeps)]
    return (
        select(
            matched, crossed, func.count(), *(func.sum(case((test, 1), else_=0)) for test in tests)
        )
        .where(keeps(known, terms))
        .group_by(matched, crossed)
    )


def _weigh(groups: Sequence[Row[*tuple[Any, ...]]]) -> list[float]:
    """Add the groups up, each with how likely its instruments are."""
    weights = [YES**matched * NO**crossed for matched, crossed in (group[:2] for group in groups)]
    columns = zip(*(group[2:] for group in groups), strict=True)
    return [
        sum(weight * count for weight, count in zip(weights, column, strict=True))
        for column in columns
    ]


def _question(question: str, given: Sequence[_Answer], total: float) -> Question:
    """Weigh one question; the answers are all those that the catalogue knows for it."""
    if question.startswith(KENMERK):
        yes = given[0].stays
        said = [(yes, yes), (total - yes, total - yes)]
        return Question(question, (WANTED, REFUSED), _bits(said, total, total))
    unknown = given[0].stays - given[0].holds
    chances = [answer.holds for answer in given]
    if question in STEPS:
        chances = [more - less for less, more in pairwise([0.0, *chances])]
    everybody = max(total, sum(chances) + unknown)
    said = [(chance, answer.stays) for chance, answer in zip(chances, given, strict=True)]
    useful = tuple(a.value for a in given if a.holds and (question not in STEPS or a.stays < total))
    return Question(question, useful, _bits(said, everybody, total))


def _bits(said: Sequence[tuple[float, float]], everybody: float, total: float) -> float:
    """Sum P(a) · log2(W / W(a)); ``said`` has for each answer who gives it, and W(a).

    Who gives none of the answers learns us nothing.
    """
    return sum(
        chance / everybody * math.log2(total / stays) for chance, stays in said if chance > 0
    )
