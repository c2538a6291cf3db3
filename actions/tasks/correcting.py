"""A score is put right: the one that was given just now, or the last one of a goal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from actions.knowing import fits
from actions.tasks import checkin, closing, which_level
from actions.tasks.by_name import names_a_client, names_another
from actions.tasks.task import client_name, filled, note, party, person_id
from actions.turn import Turn
from caseload.models import Person
from doelenmeter import moments, said, scores

JUST_NOW = timedelta(minutes=10)
"""So long "nee, het was +1" is about the score that was given last."""

FREE = ("open", "finished", "advice", "chosen")
AFTER_A_SCORE = ("score_help", "weekly_yes", "purpose")
"""Steps where such words are about that score: nothing is asked, or something in passing."""

FEW_WORDS = 2
"""Over a list "nee 2" is about the list."""

LEVEL = re.compile(
    r"(?P<sign>\+|-|plus |min(?:us)? )?(?<![\d:,.])(?P<number>\d)(?![\d:,.]|x| keer)"
)


def remember(turn: Turn) -> Mapping[str, Any]:
    """What the message tells, and the score of just now, where it names nobody else."""
    return {**checkin.remember(turn), **_just_now(turn), "slip": fits(turn, "a_slip")}


def _just_now(turn: Turn) -> Mapping[str, Any]:
    """The goal that this person scored a moment ago and whose it is; nothing where there is none.

    A coach who names a client means that one.
    """
    if turn.who.person_id is None or turn.heard.value("client") or names_a_client(turn):
        return {}
    score = scores.newest_by(turn.session, person_id(turn))
    if score is None or turn.now() - score.at > JUST_NOW:
        return {}
    goal = score.check_in.goal
    client = turn.session.get_one(Person, goal.client_id)
    return {"goal": goal.id, "client": client.id, "client_name": client.name or ""}


def meant(turn: Turn) -> bool:
    """Whether a message takes back the score of just now and tells another."""
    step = turn.dialogue.step
    if turn.heard.pressed or step not in FREE + AFTER_A_SCORE:
        return False
    of_a_list = step in ("advice", "chosen") and len(turn.heard.text.split()) <= FEW_WORDS
    return not of_a_list and fits(turn, "corrects_a_score") and bool(_just_now(turn))


def start(turn: Turn) -> None:
    """Change the last own score; the earlier one stays as a row."""
    given = moments.last_given(turn.session, int(filled(turn.dialogue, "goal")), by=party(turn))
    if given is None:
        checkin.start(turn)
        return
    note(turn, check_in=given.check_in_id, revises=given.id)
    checkin.as_it_began(turn)
    turn.say("utter_scored_already", level=said.sentence(given.text))
    if not _read_back(turn):
        turn.dialogue = turn.dialogue.at("score")


def hear_words(turn: Turn) -> bool:
    """Keep the sentence beside the score; "nee wacht, drie keer" is another score, read back.

    "Nee, dat was voor Bo" is no sentence about Rafiq.
    """
    if names_another(turn) and fits(turn, "goes_to_another"):
        turn.say("utter_score_of_another", name=client_name(turn))
        return True
    _hear_a_level(turn)
    if not _corrects(turn):
        return closing.hear_words(turn)
    given = closing.given_here(turn)
    note(turn, revises=given.id if given else None, slip=fits(turn, "a_slip"))
    return _read_back(turn)


def _corrects(turn: Turn) -> bool:
    """Whether a message takes the score back and tells another level of this goal."""
    if turn.heard.pressed or not fits(turn, "corrects_a_score"):
        return False
    return which_level.named(turn) is not None or bool(which_level.guessed(turn))


def _read_back(turn: Turn) -> bool:
    """Read back the level that is told; words of correcting alone are no remark beside it."""
    _hear_a_level(turn)
    read = checkin.read_back(turn)
    if fits(turn, "corrects_a_score"):
        note(turn, beside=None)
    return read


def _hear_a_level(turn: Turn) -> None:
    """Read the number in "foutje, moet 0 zijn" as a level; a client's bare number is an amount."""
    found = LEVEL.search(turn.heard.text.casefold())
    told = found and (found["sign"] or turn.for_coach) and fits(turn, "corrects_a_score")
    if found and told and turn.heard.value("level") is None:
        minus = (found["sign"] or "").startswith(("-", "min"))
        level = f"{'-' if minus else ''}{found['number']}"
        turn.heard = replace(turn.heard, entities={**turn.heard.entities, "level": (level,)})
