"""Where the conversation goes next: goal and picture, route, kenmerk, practical, then the list."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from actions.turn import Turn
from catalogue.questions import next_question
from catalogue.search import search

MOST_QUESTIONS = 6
"""More than this is not asked before the list is shown."""

ENOUGH_KENMERKEN = 3
"""With so many kenmerken to work on, no further one is asked."""

SHORT_LIST = 3
"""With so few instruments left, another question no longer helps."""

WORTH_ASKING = 0.2
"""Bits; a question whose answer is nearly certain is not asked."""

CLIENT_ASKS = frozenset({"gemeente", "form"})
COACH_ASKS = frozenset({"gemeente", "max_weeks"})
PRACTICAL = frozenset({"gemeente", "max_cost", "max_weeks", "max_wait", "doelgroepen", "form"})


def advance(turn: Turn) -> None:
    """Set the next question, or show the list where asking more no longer helps."""
    question = _question(turn)
    if question is None:
        turn.dialogue = turn.dialogue.at("advice", question=None, pending=())
    else:
        turn.dialogue = turn.dialogue.at("question", question=question, pending=())


def _question(turn: Turn) -> str | None:
    known = turn.known
    if turn.for_coach and known.wanted:
        return None  # a whole case gets the result at once; the coach refines it
    if len(known.asked) >= MOST_QUESTIONS:
        return None
    if known.route is None and "route" not in known.asked:
        return "route"
    left = search(turn.session, known, limit=1).total
    if left > SHORT_LIST and len(known.wanted) < ENOUGH_KENMERKEN and _may_ask_kenmerk(turn):
        question = _best(turn, "kenmerk")
        if question:
            return question
    if known.gemeente is None and "gemeente" not in known.asked and left > 1:
        return "gemeente"
    return _best(turn, "practical") if left > SHORT_LIST else None


def _may_ask_kenmerk(turn: Turn) -> bool:
    asked = sum(1 for question in turn.known.asked if question.startswith("kenmerk:"))
    return asked < ENOUGH_KENMERKEN


def _best(turn: Turn, step: Literal["kenmerk", "practical"]) -> str | None:
    """The most informative question of a step that this reader is asked at all."""
    never = PRACTICAL - (COACH_ASKS if turn.for_coach else CLIENT_ASKS)
    known = replace(turn.known, asked=(*turn.known.asked, *sorted(never)))
    question = next_question(turn.session, known, step)
    if question is None or question.expected_bits < WORTH_ASKING:
        return None
    return question.id
