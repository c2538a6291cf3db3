"""An answer in, knowledge and the next step out: what the form's validation does each turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from actions import answer_choice, answer_open, answer_question, codes, danger, honest, least
from actions.by_number import by_number
from actions.cases import is_new_case, spelled_out
from actions.dialogue import Step
from actions.far_places import say_far
from actions.feelings import ask_what_is_the_matter, comfort, comforted, fed_up_at_once, forgives
from actions.in_few_words import bare_question
from actions.instruments import details
from actions.interruptions import asks_instead, in_context, interrupts
from actions.introducing import introduce
from actions.keeping import tells_what_is_kept
from actions.knowing import fits, let_go, named, practical, refuse, too_much
from actions.languages import foreign
from actions.left_aside import left_aside
from actions.misses import not_understood
from actions.my_coach import tells_my_coach
from actions.nearer import tells_distance
from actions.next_step import advance
from actions.pointing import number_meant, picks_nothing, say_what_is_there
from actions.simpler import says_it_simpler
from actions.taking_back import (
    rule_out,
    take_away,
    taken_away,
    tells_nothing_to_take,
    topics_away,
)
from actions.tasks import consenting, road, shorthand
from actions.turn import Button, Turn, payload
from actions.wording import condition, known_conditions, letting_go, listed, topics
from catalogue.known import Known
from catalogue.search import search

HANDLERS: dict[Step, Callable[[Turn], bool]] = {
    "open": answer_open.story,
    "chips": answer_open.chips,
    "resume": answer_open.resume,
    "question": answer_question.question,
    "advice": answer_choice.advice,
    "which": answer_choice.which,
    "argument": answer_choice.argument,
    "chosen": answer_choice.chosen,
    "request": answer_question.request,
    "erase": answer_question.erase,
    "finished": answer_open.story,
    **dict.fromkeys(road.STEPS, road.hear_step),
}

FREE_TEXT: frozenset[Step] = frozenset({"argument", "request", "erase", *road.STEPS})
"""Steps where whatever is typed is the answer: it corrects no condition of the search."""

ENOUGH_CONDITIONS = 2
"""From so many a coach gets a list without telling what to work on."""

ASIDES: frozenset[Step] = frozenset({"request", "erase", "danger", *road.STEPS})
"""Steps that a step back never leads to."""


def answer(turn: Turn) -> bool:
    """Take the message as an answer; False leaves it to the rule of its intent."""
    turn.heard = by_number(turn) or in_context(turn)
    if danger.hear(turn) or _answered_at_once(turn):
        return True
    if interrupts(turn):
        return False
    if codes.hear(turn):
        return True
    if asks_instead(turn):
        not_understood(turn)
        return True
    if fed_up_at_once(turn):
        ask_what_is_the_matter(turn)
        return True
    comfort(turn)
    introduce(turn)
    road.let_go(turn)
    if consenting.hear(turn) or shorthand.hear(turn) or least.hear(turn):
        return True
    if number := number_meant(turn):
        turn.heard = replace(turn.heard, entities={"instrument": (number,)})
        details(turn)
        return True
    if aspect := bare_question(turn):
        details(turn, (aspect,))
        return True
    leaves_danger = turn.dialogue.step == "danger"
    if leaves_danger:
        answer_question.back_to_before(turn)
        if turn.dialogue.step in road.STEPS:
            turn.say("utter_this_was_asked")  # nobody remembers it after such a message
            return True
    if answer_choice.turns_to_the_list(turn):
        turn.dialogue = turn.dialogue.at("advice", chosen=None)
    before, earlier = turn.known, turn.dialogue
    if _in_another_language(turn):
        return True
    if turn.heard.intent == "step_back" and earlier.step not in FREE_TEXT:
        _step_back(turn)
        return True
    if is_new_case(turn):
        turn.known, turn.dialogue = Known(), turn.dialogue.anew()
        turn.say("utter_new_case")
    turn.corrected = turn.dialogue.step not in FREE_TEXT and _correct(turn)
    if _says_only_that(turn):
        turn.say("utter_refine_how")
        turn.dialogue = replace(turn.dialogue, quiet=True)
        return True
    if earlier.step not in FREE_TEXT and picks_nothing(turn):
        say_what_is_there(turn)
        return True
    if turn.dialogue.step == "question" and answer_choice.picks_from_the_list(turn):
        turn.dialogue = turn.dialogue.at("advice", question=None)
    if earlier.step != "advice" and tells_distance(turn):
        turn.say("utter_no_distances")
        turn.corrected = True
    if earlier.step not in FREE_TEXT and not turn.corrected and honest.say_so(turn):
        return True
    if say_far(turn):
        if turn.dialogue.step == "advice":
            return True
        turn.corrected = True
    tells_a_case = turn.for_coach and turn.dialogue.step in ("open", "finished")
    if tells_a_case:
        kenmerken = (*turn.heard.kenmerken, *spelled_out(turn))
        turn.heard = replace(turn.heard, kenmerken=kenmerken)
    understood = HANDLERS[turn.dialogue.step](turn)
    if turn.corrected and (not understood or earlier.step in ("chips", "advice")):
        _note(turn, before)
    if turn.corrected and not understood:
        _after_correction(turn, before)
    elif not understood and comforted(turn):
        turn.say("utter_when_you_are_ready")
    elif not understood and not leaves_danger:
        not_understood(turn)
    wishes = turn.for_coach and turn.corrected and earlier.step == turn.dialogue.step == "advice"
    if (tells_a_case and turn.known != Known()) or (wishes and not turn.dialogue.listed):
        turn.dialogue = replace(turn.dialogue, left_aside=left_aside(turn))
    moved = turn.dialogue.step != earlier.step or turn.dialogue.seen != earlier.seen
    if (turn.known != before or moved) and earlier.step not in ASIDES:
        turn.dialogue = turn.dialogue.remember(before, earlier)
    return True


def _answered_at_once(turn: Turn) -> bool:
    """What has one true answer, whatever is asked just now."""
    told = tells_my_coach(turn) or says_it_simpler(turn) or tells_what_is_kept(turn)
    return told or forgives(turn) or tells_nothing_to_take(turn)


def _in_another_language(turn: Turn) -> bool:
    """Say in that language that the bot speaks simple Dutch; what was asked stays open."""
    code = (
        None if turn.heard.pressed or turn.dialogue.step in FREE_TEXT else foreign(turn.heard.text)
    )
    if code is None:
        return False
    turn.say(f"utter_language_{code}")
    return True


def _says_only_that(turn: Turn) -> bool:
    """Whether somebody tapped that something must be different, and not yet what."""
    heard = turn.heard
    return heard.pressed and heard.intent == "refine_practical" and not heard.entities


def _step_back(turn: Turn) -> None:
    """Back from an instrument is the list; else the last answer is undone."""
    if turn.dialogue.step == "advice" and turn.dialogue.looking is not None:
        turn.dialogue = turn.dialogue.at("advice")
        return
    moment = turn.dialogue.step_back()
    if moment is None:
        turn.say("utter_no_step_back")
        turn.dialogue = replace(turn.dialogue, quiet=False, listed=False)
        return
    turn.known, turn.dialogue = moment
    turn.say("utter_step_back")


def _correct(turn: Turn) -> bool:
    """Corrections work at any turn: another place, a condition let go, a kenmerk taken away."""
    heard = turn.heard
    away = taken_away(turn)
    if away:
        take_away(turn, away)
    changed = bool(away) or rule_out(turn)
    changed |= practical(turn, besides=away)
    for dropped in heard.entities.get("drop", ()):
        let_go(turn, dropped)
        changed = True
    if gone := _topics_gone(turn):
        refuse(turn, gone)
        left = tuple(code for code in turn.dialogue.pending if code not in gone)
        turn.dialogue = replace(turn.dialogue, pending=left)
        turn.say("utter_taken_away", topics=topics(turn, gone))
        changed = True
    return changed


def _topics_gone(turn: Turn) -> set[str]:
    """The topics on the screen that are said no to; before "maar" only those that stand there."""
    heard, gone = turn.heard, set(topics_away(turn))
    typed_no = turn.dialogue.step != "chips" and not fits(turn, "does_not_work")
    if gone or heard.intent != "deny" or not (heard.pressed or typed_no):
        return gone
    codes = set(heard.entities.get("kenmerk", ())) | {k.code for k in heard.kenmerken}
    on_screen = turn.known.wanted | set(turn.dialogue.pending)
    if not heard.pressed:
        codes |= set(named(turn, heard.text, on_screen))
    return codes & on_screen


def _note(turn: Turn, before: Known) -> None:
    """Say which condition was taken over; over a client's list also how it goes again.

    A coach sees them over the list, and who pressed a button has read its words.
    """
    new = [name for name in known_conditions(turn) if _differs(turn, before, name)]
    over_a_list = turn.dialogue.step == "advice"
    seen = over_a_list and (turn.heard.pressed or (turn.for_coach and not too_much(turn)))
    if not new or seen or turn.said("utter_too_much") or (over_a_list and _nothing_fits(turn)):
        return
    undo = [
        Button(letting_go(turn, name), payload("refine_practical", drop=name))
        for name in (new if over_a_list and not turn.for_coach else ())
    ]
    conditions = listed([condition(turn, name) for name in new])
    turn.say("utter_noted", conditions=conditions, buttons=undo)


def _nothing_fits(turn: Turn) -> bool:
    """Whether a list would be empty: then all that blocks is named."""
    return not search(turn.session, turn.known, limit=1).total


def _differs(turn: Turn, before: Known, name: str) -> bool:
    fields = ("gemeente", "also_in") if name == "gemeente" else (name,)
    return any(getattr(turn.known, field) != getattr(before, field) for field in fields)


def _after_correction(turn: Turn, before: Known) -> None:
    """Go on where it was: a new list, the chips that are left, or the question again."""
    step = turn.dialogue.step
    if step == "advice" and turn.known == before:
        turn.dialogue = replace(turn.dialogue, listed=True)
        return
    if step == "chips" and turn.dialogue.pending:
        turn.dialogue = turn.dialogue.at("chips")
    elif step == "question" and turn.known.knows(turn.dialogue.question or "route"):
        advance(turn)
    elif step == "question":
        turn.dialogue = turn.dialogue.at("question")
    elif step in ("open", "finished") and not turn.known.wanted:
        enough = turn.for_coach and len(known_conditions(turn)) >= ENOUGH_CONDITIONS
        turn.dialogue = turn.dialogue.at("advice" if enough else "open")
    else:
        advance(turn)
