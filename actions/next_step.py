"""Where the conversation goes next: goal and picture, route, kenmerk, practical, then the list."""

from __future__ import annotations

from dataclasses import replace

from actions.turn import Turn
from catalogue.known import PRACTICAL
from catalogue.questions import next_in_method
from catalogue.search import search

MOST_QUESTIONS = 6
"""More than this is not asked before the list is shown."""

SHORT_LIST = 3
"""With so few instruments left, another question no longer helps."""

WORTH_ASKING = 0.2
"""Bits; a question whose answer is nearly certain is not asked."""

CLIENT_ASKS = frozenset({"gemeente", "form", "max_wait"})
"""Practical questions for a client: costs are not theirs, and a group is theirs to name."""

COACH_ASKS = frozenset({"gemeente", "max_weeks"})


def advance(turn: Turn) -> None:
    """Set the next question, or show the list where asking more no longer helps."""
    question = _question(turn)
    if question is None:
        turn.dialogue = turn.dialogue.at("advice", question=None, pending=(), seen=())
    else:
        turn.dialogue = turn.dialogue.at("question", question=question, pending=())


def _question(turn: Turn) -> str | None:
    known = turn.known
    if turn.for_coach and known.wanted:
        return None  # a whole case gets the result at once; the coach refines it
    if len(known.asked) >= MOST_QUESTIONS:
        return None
    if not known.knows("route") and "route" not in known.asked:
        return "route"
    left = search(turn.session, known, limit=1).total
    if left > SHORT_LIST and (question := _most_informative(turn)):
        return question
    near = known.knows("gemeente") or "gemeente" in known.asked
    return None if near or left < 2 else "gemeente"


def _most_informative(turn: Turn) -> str | None:
    """The best question of the method among those that this reader is asked at all."""
    never = frozenset(PRACTICAL) - (COACH_ASKS if turn.for_coach else CLIENT_ASKS)
    known = replace(turn.known, asked=(*turn.known.asked, *sorted(never)))
    question = next_in_method(turn.session, known)
    return question.id if question and question.expected_bits >= WORTH_ASKING else None
