"""How many instruments remain after each choice that somebody could still make."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from catalogue.conditions import keeps
from catalogue.known import KENMERK, REFUSED, WANTED, Known
from catalogue.terms import Terms

COST_STEPS = (100, 250, 500, 1000, 2500)
"""Euro per person, as people would round it."""

WEEK_STEPS = (4, 8, 13, 26)
"""Weeks: one month, two, a quarter, half a year."""

WAIT_STEPS = (1, 2, 4, 8)
"""Weeks until the start."""

STEPS: Mapping[str, tuple[int, ...]] = {
    "max_cost": COST_STEPS,
    "max_weeks": WEEK_STEPS,
    "max_wait": WAIT_STEPS,
}

FORMS = ("alone", "group")

Counts = Mapping[str, Mapping[str | int, int]]


def counts(session: Session, known: Known) -> Counts:
    """Give for each question without an answer, and each answer, how many would then fit.

    A kenmerk has ``wanted`` and ``refused``. With any-of, one more wanted kenmerk can only add.
    Two queries, whatever the catalogue holds.
    """
    terms = Terms.read(session)
    choices = [choice for choice in answers(terms) if not known.knows(choice[0])]
    tests = [keeps(known.answered(*choice), terms) for choice in choices]
    widest = keeps(replace(known, wanted=frozenset()), terms)
    row = session.execute(
        select(*(func.sum(case((test, 1), else_=0)) for test in tests)).where(widest)
    ).one()
    found: dict[str, dict[str | int, int]] = {}
    for (question, value), count in zip(choices, row, strict=True):
        found.setdefault(question, {})[value] = int(count or 0)
    return found


def answers(terms: Terms) -> Iterator[tuple[str, str | int]]:
    """Give every question with each of its answers that the catalogue knows."""
    yield from (("route", value) for value in terms.routes)
    for code in terms.kenmerken:
        yield from ((KENMERK + code, value) for value in (WANTED, REFUSED))
    yield from (("gemeente", value) for value in terms.gemeenten)
    yield from (("doelgroepen", value) for value in terms.doelgroepen)
    yield from (("form", value) for value in FORMS)
    for question, steps in STEPS.items():
        yield from ((question, value) for value in steps)
