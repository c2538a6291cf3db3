"""Answers to the open question, to what was understood, and to "go on or begin again"."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.feelings import comforted
from actions.hearing import FALLBACK
from actions.knowing import fits, named, quotes, refuse, says, tokens, want
from actions.next_step import advance
from actions.turn import Turn
from actions.wording import topics
from caseload.conversations import earlier_conversations
from catalogue.choices import Advice, last_advice
from catalogue.known import Known

MOST_CHIPS = 3
"""At most so many kenmerken are asked at a time: the surest."""

LACKING = "geen"
"""After a yes this tells what somebody has not: "klopt, en ik heb geen auto"."""

FEW_WORDS = 3
"""A shorter message without a kenmerk is no story to guess from."""


def story(turn: Turn) -> bool:
    """What is going on, in people's own words: kenmerken to check, or the first question."""
    heard = turn.heard
    if heard.intent in ("unsure", "prefer_not_say") and not heard.kenmerken:
        turn.say("utter_together")
        advance(turn)
        return True
    codes = tuple(k.code for k in heard.kenmerken) or heard.entities.get("kenmerk", ())
    if codes:
        return _check(turn, codes)
    if comforted(turn):
        return False
    if heard.intent == "find_instrument" and turn.known != Known():
        advance(turn)
        return True
    if heard.intent not in ("affirm", "deny") and _worth_guessing(turn):
        turn.dialogue = turn.dialogue.at("chips", pending=heard.candidates[:MOST_CHIPS])
        turn.say("utter_guess")
        return True
    if heard.intent in ("find_instrument", "affirm"):
        advance(turn)
        return True
    return False


def _worth_guessing(turn: Turn) -> bool:
    """A story of some length; not what was understood as a condition, or is rather a wish."""
    heard = turn.heard
    told = len(heard.text.split()) > FEW_WORDS and not turn.corrected
    a_wish = heard.intent == FALLBACK and heard.likeliest not in (FALLBACK, "find_instrument")
    return bool(heard.candidates) and told and not a_wish


def _check(turn: Turn, codes: tuple[str, ...]) -> bool:
    """A coach's case counts at once, with chips to correct; a client is asked first."""
    words = quotes(turn.heard)
    if turn.for_coach or turn.heard.pressed:
        want(turn, codes, words)
        advance(turn)
        turn.dialogue = replace(turn.dialogue, vague_weeks=_vague_weeks(turn))
        return True
    new = (code for code in dict.fromkeys(codes) if code not in turn.known.wanted)
    pending = tuple(new)[:MOST_CHIPS]
    if not pending:
        advance(turn)
        return True
    turn.dialogue = turn.dialogue.at(
        "chips", pending=pending, quotes={**turn.dialogue.quotes, **words}
    )
    return True


def _vague_weeks(turn: Turn) -> bool:
    text = turn.heard.text.casefold()
    said = any(words in text for words in turn.phrases.words("vague_weeks"))
    return said and not turn.known.knows("max_weeks")


def chips(turn: Turn) -> bool:
    """What was understood is right, partly right, or not at all."""
    heard, pending = turn.heard, turn.dialogue.pending
    if (heard.intent == "affirm" or _begins_with_yes(turn)) and not _mixed(turn):
        want(turn, pending, dict(turn.dialogue.quotes))
        return _check(turn, tuple(k.code for k in heard.kenmerken))
    if heard.intent == "deny" and heard.pressed and not heard.entities.get("kenmerk"):
        refused_all(turn)
        return True
    if not heard.pressed and _clause_by_clause(turn):
        return True
    if heard.intent == "deny" and not turn.said("utter_taken_away"):
        return _not_all(turn)
    if heard.intent in ("unsure", "prefer_not_say"):
        advance(turn)
        return True
    if not turn.dialogue.pending:
        _after_the_last_chip(turn)
        return True
    if heard.kenmerken:
        new = tuple(k.code for k in heard.kenmerken if k.code not in pending)[:MOST_CHIPS]
        return _check(turn, (*pending[: MOST_CHIPS - len(new)], *new))
    return False


def _not_all(turn: Turn) -> bool:
    """A no without saying to what: what it names goes; else asked once, then all of it goes."""
    wrong = {k.code for k in turn.heard.kenmerken} & set(turn.dialogue.pending)
    if wrong:
        refuse(turn, wrong)
        turn.say("utter_taken_away", topics=topics(turn, wrong))
        left = tuple(code for code in turn.dialogue.pending if code not in wrong)
        turn.dialogue = turn.dialogue.at("chips", pending=left)
        if not left:
            _after_the_last_chip(turn)
    elif turn.dialogue.misses or (len(turn.dialogue.pending) == 1 and says(turn, "not_right")):
        refused_all(turn)
    else:
        turn.say("utter_which_chip_wrong")
        turn.dialogue = turn.dialogue.at("chips", misses=1)
    return True


def refused_all(turn: Turn) -> None:
    """None of the chips was right: the open question again, in other words."""
    refuse(turn, turn.dialogue.pending)
    turn.say("utter_tell_again")
    if turn.dialogue.shown and turn.known.wanted:
        turn.dialogue = turn.dialogue.at("advice", pending=(), listed=True)
    else:
        turn.dialogue = turn.dialogue.at("open", pending=())


def _after_the_last_chip(turn: Turn) -> None:
    if turn.known.wanted:
        advance(turn)
    else:
        turn.dialogue = turn.dialogue.at("open", pending=())
        turn.say("utter_tell_again")


def _mixed(turn: Turn) -> bool:
    """Whether a typed yes also holds a no: "brieven klopt, opvang nee"."""
    no = set(turn.phrases.words("no"))
    if _begins_with_yes(turn):
        no -= {LACKING}
    return not turn.heard.pressed and bool(tokens(turn.heard.text.casefold()) & no)


def _begins_with_yes(turn: Turn) -> bool:
    """ "Klopt, en ik woon in Tiel": what is right is right, and what is added counts as well."""
    text = turn.heard.text.casefold()
    first = {word.strip(".,!") for word in text.split()[:1]}
    yes = bool(first & set(turn.phrases.words("right")))
    return yes and not turn.heard.pressed and " maar " not in text


def _clause_by_clause(turn: Turn) -> bool:
    """ "brieven klopt, opvang nee": each part of the sentence speaks of the chip that it names."""
    right: set[str] = set()
    wrong: set[str] = set()
    for clause in re.split(r"[.,;!\n]| maar | en ", turn.heard.text.casefold()):
        codes = named(turn, clause, turn.dialogue.pending)
        if fits(turn, "does_not_work", clause):  # what somebody cannot do is there
            right.update(codes, _heard_in(turn, clause))
        elif tokens(clause) & set(turn.phrases.words("no")):
            wrong.update(codes, _heard_in(turn, clause))
        elif codes:
            right.update(codes)
    wrong -= right
    if not wrong and not right:
        return False
    rest = [code for code in turn.dialogue.pending if code not in wrong]
    if wrong:
        refuse(turn, wrong)
        turn.say("utter_taken_away", topics=topics(turn, wrong))
    want(turn, rest, dict(turn.dialogue.quotes))
    turn.dialogue = replace(turn.dialogue, pending=())
    _after_the_last_chip(turn)
    return True


def _heard_in(turn: Turn, clause: str) -> set[str]:
    """The chips that the model heard in this part of the sentence."""
    return {
        k.code
        for k in turn.heard.kenmerken
        if k.code in turn.dialogue.pending and k.words and k.words.casefold() in clause
    }


def resume(turn: Turn) -> bool:
    """Who comes back goes on from the last list, or begins again."""
    if turn.heard.intent == "affirm" and (advice := earlier_advice(turn)):
        turn.known = advice.known
        advance(turn)
        return True
    turn.dialogue = turn.dialogue.anew()
    if turn.heard.intent in ("deny", "greet"):
        return True
    return story(turn)


def earlier_advice(turn: Turn) -> Advice | None:
    """The last list that was on this person's screen, here or in the conversation before."""
    for conversation_id in (
        turn.conversation_id,
        *earlier_conversations(turn.session, turn.conversation_id)[:1],
    ):
        if advice := last_advice(turn.session, conversation_id=conversation_id):
            return advice
    return None
