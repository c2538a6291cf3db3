"""What plainly is no text of a goal: a question, a day, or a word that tells nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from actions.knowing import fits
from actions.tasks.own_words import skips, text
from actions.tasks.sketch import of
from actions.tasks.task import note
from actions.turn import Turn
from doelenmeter import dates
from doelenmeter.matching import amounts

Hear = Callable[[Turn], bool]


def or_answers(hear: Hear) -> Hear:
    """Hear a text; a question is answered, a day is kept as the day, and then it is asked again."""

    def heard(turn: Turn) -> bool:
        words = text(turn)
        if turn.heard.pressed or skips(turn):
            return hear(turn)
        if _asks_back(turn):
            _explain(turn)
        elif dates.only_a_day(words):
            _keep_the_day(turn, words)
        elif not hear(turn):
            turn.say("utter_goal_no_text")
        return True

    return heard


def _asks_back(turn: Turn) -> bool:
    """Whether something is asked; "2 keer?" is an answer, and "wat minder ruzie" a text."""
    wonders = turn.heard.text.strip().endswith("?") and not amounts(turn.heard.text)
    return wonders or fits(turn, "asks_back")


def _explain(turn: Turn) -> None:
    """Say what is asked here; the question comes again with examples."""
    note(turn, helped=True)
    turn.say("utter_explain", explanation=turn.phrases(f"screen.{turn.dialogue.step}"))


def _keep_the_day(turn: Turn, words: str) -> None:
    day = dates.until(words, today=turn.today)
    if day is None:
        turn.say("utter_goal_no_text")
        return
    note(turn, sketch=replace(of(turn), target=day).to_json())
    turn.say("utter_goal_day_kept", day=dates.said_day(day))
