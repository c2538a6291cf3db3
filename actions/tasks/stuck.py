"""Who does not know what to say while a goal is set: examples at the same step, and a way past."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from actions.tasks.own_words import says_unsure, unsure
from actions.tasks.sketch import Sketch
from actions.tasks.task import filled, note
from actions.turn import Button, Turn, payload
from doelenmeter import library, scales
from doelenmeter.library import StandardGoal
from doelenmeter.scales import Meaning

MOST_SHOWN = 3

ALIKE = 75
"""Score (0 to 100) from which a goal is surely like another, for whomever it was written."""

LIKELY = 2
"""Kenmerken to show goals of, where nobody said which it is about."""


def or_help(
    hear: Callable[[Turn], bool], by: Callable[[Turn], bool] = unsure
) -> Callable[[Turn], bool]:
    """Hear an answer; who types not to know one, or asks what to say, gets help once."""

    def heard(turn: Turn) -> bool:
        lost = not turn.heard.pressed and (by(turn) or turn.heard.text.strip().endswith("?"))
        if not lost or filled(turn.dialogue, "helped"):
            return hear(turn)
        note(turn, helped=True)
        turn.say("utter_goal_help")
        return True

    return heard


def or_help_with_a_text(hear: Callable[[Turn], bool]) -> Callable[[Turn], bool]:
    """The same where any words may be meant, so that only plain words of not knowing count."""
    return or_help(hear, says_unsure)


def ways_past(turn: Turn, examples: Iterable[tuple[StandardGoal, str]] = ()) -> list[Button]:
    """Not to know; who said so sees examples instead, and may skip the question."""
    if not filled(turn.dialogue, "helped"):
        return [turn.button("buttons.unsure", "unsure")]
    return [
        *(Button(text, payload("choose", standard=goal.code)) for goal, text in examples),
        turn.button("buttons.skip", "unsure"),
    ]


def of_a_level(sketch: Sketch, meaning: Meaning) -> list[tuple[StandardGoal, str]]:
    """What the same level says in goals like this one, each text once."""
    texts = {level_text(goal, meaning): goal for goal in alike(sketch)}
    return [(goal, text) for text, goal in texts.items()]


def alike(sketch: Sketch) -> tuple[StandardGoal, ...]:
    """Standard goals like this one, by its name and by what it is about; the likeliest first."""
    codes = [sketch.kenmerk] if sketch.kenmerk else sketch.likely[:LIKELY]
    nearest = library.like(sketch.title, least=0)
    about = [goal for code in codes for goal in nearest if goal.kenmerk == code]
    firsts = {goal.kenmerk: goal for goal in reversed(about)}
    by_name = library.like(sketch.title, least=ALIKE)
    others = (*library.like(sketch.title), *(firsts[c] for c in codes if c in firsts), *about)
    found = (*by_name, *(goal for goal in others if goal.doelgroep is None))
    return tuple({goal.code: goal for goal in found}.values())[:MOST_SHOWN]


def level_text(standard: StandardGoal, meaning: Meaning) -> str:
    """The text of a level; the best one that is written out, where there is none so high."""
    numbers = scales.load()[scales.DEFAULT].meanings
    return standard.levels[numbers.get(meaning, numbers["more"])]


def pressed_text(turn: Turn, meaning: Meaning) -> str | None:
    """The text of the example that was pressed."""
    code = turn.heard.value("standard") if turn.heard.pressed else None
    standard = library.load().get(code or "")
    return level_text(standard, meaning) if standard else None
