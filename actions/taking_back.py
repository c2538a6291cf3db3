"""What a message says no to: a condition taken away, a place or an instrument not wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from actions.cases import parts
from actions.dialogue import Step
from actions.for_whom import leave_out
from actions.knowing import (
    TOO_MUCH,
    fits,
    let_go,
    limit_without,
    named,
    spoken_form,
    tokens,
    too_much,
)
from actions.naming import mentioned, refused, refused_unknown
from actions.turn import Turn
from actions.wording import condition, known_conditions, listed
from catalogue.known import RULED_OUT

AT: frozenset[Step] = frozenset({"open", "chips", "question", "advice", "which"})
"""Steps where a condition of the search may be what is meant."""

NUMBERS = ("1", "2", "3")

MAY_GO = ("gemeente", "max_cost", "max_weeks", "max_wait")
"""What somebody who wants it gone calls by its kind: "de plaats"."""

ELSEWHERE = frozenset({"report", "change_prompt_time", "pause_prompts"})
"""Intents in which "hele regio" and "mag later" are about figures and messages."""

BARE = 2
"""Words: "mag later" alone is about the list, whatever it sounds like."""

MAY = {"max_wait": "may_wait", "max_weeks": "may_last"}
"""Per limit the words for more of it being fine."""

OTHER_FORM = {"alone": "group_after_all", "group": "alone_after_all"}
"""Per form the words for the other one being fine as well."""

FEW_WORDS = 7
"""In a longer message "weg" and "zonder" belong to a story."""


def taken_away(turn: Turn) -> tuple[str, ...]:
    """The conditions that this message takes away: "verwijder Tiel", "groep mag toch wel"."""
    told = parts(turn.heard.text)
    if turn.heard.pressed or turn.dialogue.step not in AT:
        return ()
    if any(len(part.split()) > FEW_WORDS for part in told):
        return ()
    short = len(turn.heard.text.split()) <= FEW_WORDS
    away = short and _away(turn) and not turn.heard.kenmerken and not spoken_form(turn)
    return tuple(
        name
        for name in known_conditions(turn)
        if (away and _names(turn, name)) or _widens(turn, name)
    )


def tells_nothing_to_take(turn: Turn) -> bool:
    """Say so where a condition is to go that the search does not have: "haal de plaats weg"."""
    danger = turn.heard.intent == "crisis"
    if danger or turn.heard.pressed or turn.dialogue.step not in AT or taken_away(turn):
        return False
    kind = fits(turn, "takes_a_kind_away") and any(_names(turn, name) for name in MAY_GO)
    over_a_list = turn.dialogue.step == "advice" and bool(turn.heard.kenmerken)
    topic = over_a_list and fits(turn, "topic_away") and not topics_away(turn)
    if kind or topic:
        turn.say("utter_explain", explanation=turn.phrases("facts.nothing_to_take"))
    return kind or topic


def topics_away(turn: Turn) -> tuple[str, ...]:
    """The topics of a list that a part of the message says no to: "niet taal maar ritme"."""
    if turn.dialogue.step != "advice" or turn.heard.pressed:
        return ()
    clauses = [part.strip() for part in re.split(r"[,;.]| maar ", turn.heard.text.casefold())]
    no = ("no_topic", "topic_away")
    gone = [part for part in clauses if any(fits(turn, name, part) for name in no)]
    heard = (k.code for k in turn.heard.kenmerken if k.words.casefold().strip() in gone)
    said = (code for part in gone for code in named(turn, part, turn.known.wanted))
    return tuple(code for code in (*heard, *said) if code in turn.known.wanted)


def _widens(turn: Turn, name: str) -> bool:
    """Whether what a condition leaves out is welcome after all: "doe maar heel Rivierenland"."""
    heard = turn.heard
    if name in ("gemeente", "not_in"):
        return means_whole_region(turn)
    if heard.intent in ELSEWHERE and len(heard.text.split()) > BARE:
        return False
    if name == "form":
        return fits(turn, OTHER_FORM[turn.known.form or "alone"])
    if name == "max_cost" and heard.number("max_kosten") is None:
        return fits(turn, "may_cost") or fits(turn, "pay")
    return name in MAY and fits(turn, MAY[name]) and not heard.kenmerken


def means_whole_region(turn: Turn) -> bool:
    """Whether to look in the whole region, said alone whatever it sounds like: no figures of it."""
    if turn.heard.pressed or turn.dialogue.step not in AT or not fits(turn, "whole_region"):
        return False
    return turn.heard.intent not in ELSEWHERE or fits(turn, "only_the_region")


def _away(turn: Turn) -> bool:
    """Whether something is to go: "verwijder", "mag weg", "hoeft niet"."""
    text = turn.heard.text.casefold()
    return any(re.search(rf"\b{words}\b", text) for words in turn.phrases.words("take_away"))


def _names(turn: Turn, name: str) -> bool:
    """Whether the message speaks of this condition, by its kind or by its value."""
    heard, known = turn.heard, turn.known
    if name in RULED_OUT:
        return name == "not_in" and bool(known.not_in & _both(turn, "gemeente"))
    if tokens(heard.text.casefold()) & set(turn.phrases.words(f"about_{name}")):
        return True
    if name == "gemeente":
        return bool({known.gemeente, *known.also_in} & _both(turn, "gemeente"))
    if name == "doelgroepen":
        return bool(known.doelgroepen & _both(turn, "doelgroep"))
    return False


def _both(turn: Turn, entity: str) -> set[str]:
    """What is named of this entity, with or without a no."""
    heard = turn.heard
    return {*heard.entities.get(entity, ()), *heard.ruled_out.get(entity, ())}


def take_away(turn: Turn, names: Iterable[str]) -> None:
    """Let these conditions go and say so; another place in the same message takes their place."""
    gone = [condition(turn, name) for name in names]
    old = {turn.known.gemeente, *turn.known.also_in}
    for name in names:
        let_go(turn, name)
    new = [
        place
        for place in turn.heard.entities.get("gemeente", ())
        if place in turn.gemeenten and place not in old
    ]
    if new and "gemeente" in names:
        turn.known = turn.known.answered("gemeente", new[-1])
    turn.say("utter_taken_away", topics=listed(gone))


def rule_out(turn: Turn) -> bool:
    """Take over what is said no to; tell whether any was new, or is in no list."""
    if turn.dialogue.step not in AT:
        return False
    before = turn.known
    places = [p for p in turn.heard.ruled_out.get("gemeente", ()) if p in turn.gemeenten]
    if turn.known.gemeente in places:
        turn.known = turn.known.skipped("gemeente")
    if places and not turn.heard.entities.get("gemeente"):  # "niet Tiel maar Buren" is Buren
        turn.known = replace(turn.known, not_in=turn.known.not_in | set(places))
    welcome = set(mentioned(turn)) if fits(turn, "after_all") else set()
    unwanted = turn.known.unwanted - welcome | _refused(turn)
    turn.known = replace(turn.known, unwanted=unwanted)
    leave_out(turn)
    _rule_out_too_much(turn)
    unknown = refused_unknown(turn)
    if unknown:
        about = turn.phrases("facts.no_such_help", names=listed(unknown))
        turn.say("utter_explain", explanation=about)
    return turn.known != before or bool(unknown)


def _rule_out_too_much(turn: Turn) -> None:
    """What is too dear, long or late goes by itself where no limit would leave anything."""
    found = too_much(turn)
    if found is None or (found[1] == "max_cost" and not turn.for_coach):
        return  # a client pays nothing
    card, name = found
    if limit_without(turn, card, name) is None:
        turn.known = replace(turn.known, unwanted=turn.known.unwanted | {card.code})
        turn.say("utter_too_much", name=card.kind, what=turn.phrases(f"facts.{TOO_MUCH[name]}"))


def refuses(turn: Turn) -> bool:
    """Whether an instrument is said no to, and no other one is named."""
    if turn.dialogue.step not in AT:
        return False
    no = _refused(turn)
    some = bool(no or turn.heard.ruled_out.get("instrument"))
    return some and not set(mentioned(turn)) - no


def takes_choice_back(turn: Turn) -> bool:
    """Whether the choice itself is let go: "toch niet deze", "kan ik nog wisselen?"."""
    short = len(turn.heard.text.split()) <= FEW_WORDS and not turn.heard.pressed
    return turn.dialogue.step in ("argument", "chosen") and short and fits(turn, "other_choice")


def _refused(turn: Turn) -> set[str]:
    """Also what is on the screen and is to go from it: "haal de eerste weg"."""
    short = len(turn.heard.text.split()) <= FEW_WORDS and not turn.heard.pressed
    shown = turn.dialogue.on_screen
    gone = set(mentioned(turn)) if short and (_away(turn) or _not_for_me(turn)) else set()
    first = turn.heard.text.split(" ", 1)[0]
    if short and first in NUMBERS[: len(shown)] and _not_for_me(turn):
        gone.add(shown[int(first) - 1])  # "1 is niet goed" sounds like a score
    return {*refused(turn), *(gone & set(shown))}


def _not_for_me(turn: Turn) -> bool:
    """Whether what is named does not please: "de eerste is niets voor mij"; no question why."""
    text = turn.heard.text.casefold().strip()
    asks = text.endswith("?") or text.partition(" ")[0] in turn.phrases.words("asking")
    return not asks and fits(turn, "not_for_me")
