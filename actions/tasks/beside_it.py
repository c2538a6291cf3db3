"""Small talk and news while a goal is set: heard kindly, and no part of the goal without a yes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.dialogue import Step
from actions.hearing import FALLBACK
from actions.tasks.own_words import text, unsure
from actions.tasks.stuck import ALIKE
from actions.tasks.task import client_name, filled, note
from actions.turn import Turn
from doelenmeter import amounts, library, said

Hear = Callable[[Turn], bool]

TALK = frozenset(
    {
        *("out_of_scope", "frustration", "human_contact", "greet", "thanks", "bye", "stop"),
        *("pause_prompts", "more_options", "correct_score", "bot_challenge", "crisis", "help"),
        *("affirm", "unsure", "prefer_not_say"),
    }
)
"""What a message sounds like that tells of no goal."""

LIKE_NOTHING = 0.4
"""Below this confidence (0 to 1) a message sounds like nothing that we know."""

LONGEST_SHOWN = 100
"""Characters that are read back."""


def or_asks(hear: Hear) -> Hear:
    """Hear an answer; what sounds like talk beside it is asked back before it is kept."""

    def heard(turn: Turn) -> bool:
        words = text(turn)
        if not words or unsure(turn) or not _beside_it(turn, words):
            return hear(turn)
        note(turn, meant={"words": words[:LONGEST_SHOWN], "step": turn.dialogue.step})
        turn.dialogue = turn.dialogue.at("goal_meant")
        return True

    return heard


def ask_meant(turn: Turn) -> None:
    """Whether it belongs to the goal; a client may want somebody to talk to."""
    person = [] if turn.for_coach else [turn.button("buttons.person", "human_contact")]
    turn.say(
        "utter_ask_goal_meant",
        words=filled(turn.dialogue, "meant")["words"],
        name=client_name(turn),
        buttons=[
            turn.button("buttons.of_the_goal", "affirm"),
            turn.button("buttons.not_of_the_goal", "deny"),
            *person,
        ],
    )


def hears_meant(steps: Mapping[Step, Hear]) -> Hear:
    """Hear whether it belongs to the goal; other words are a new answer to what was asked.

    ``steps`` tells who hears each question.
    """

    def heard(turn: Turn) -> bool:
        meant = filled(turn.dialogue, "meant")
        step: Step = meant["step"]
        turn.dialogue = turn.dialogue.at(step)
        if turn.heard.intent == "affirm":
            turn.heard = replace(turn.heard, text=meant["words"], intent=FALLBACK, pressed=False)
            return steps[step](turn)
        return not text(turn) or or_asks(steps[step])(turn)

    return heard


def _beside_it(turn: Turn, words: str) -> bool:
    """Whether words tell what happened, or sound like talk, and nothing that somebody wants."""
    if said.tells_the_past(words):
        return True
    amount = amounts.read(words)
    wanted = turn.heard.kenmerken or (amount and amount.unit) or said.wants(words)
    if wanted or library.like(words, least=ALIKE):
        return bool(said.states(words) and turn.heard.likeliest in TALK)
    if said.states(words):
        return True
    a_place = turn.dialogue.step == "goal_where"  # a few words without a verb are one
    return not (a_place or said.to_do(words)) and _sounds_like_talk(turn)


def _sounds_like_talk(turn: Turn) -> bool:
    likeliest = turn.heard.likeliest
    sure = dict(turn.heard.ranking).get(likeliest, 1.0)
    return likeliest in TALK or sure < LIKE_NOTHING
