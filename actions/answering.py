"""An answer in, knowledge and the next step out: what the form's validation does each turn."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from actions import answer_choice, answer_open, answer_question, codes, danger, honest, least
from actions.dialogue import Step
from actions.feelings import ask_what_is_the_matter, comfort, comforted, fed_up_at_once, forgives
from actions.instruments import details
from actions.interruptions import asks_instead, in_context, interrupts
from actions.introducing import introduce
from actions.keeping import tells_what_is_kept
from actions.knowing import fits, let_go, named, practical, refuse, says, tokens, too_much
from actions.languages import foreign
from actions.left_aside import left_aside
from actions.misses import not_understood
from actions.my_coach import tells_my_coach
from actions.nearer import tells_distance
from actions.next_step import advance
from actions.pointing import number_meant, picks_nothing, say_what_is_there
from actions.simpler import says_it_simpler
from actions.taking_back import rule_out, take_away, taken_away, tells_nothing_to_take
from actions.tasks import consenting, road, shorthand
from actions.turn import Turn
from actions.wording import condition, known_conditions, listed, topics
from catalogue.known import RULED_OUT, Known

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

CASE_WORDS = 6
"""Words; a shorter message over a list is about the case that is on the screen."""

SHORTHAND = 2
"""Commas; after an age at the beginning so many parts are a case, however few the words."""

AGED = re.compile(
    r"\b(?:m|mn|v|vr|man|vrouw|mw|mevr|dhr|mnr|jongen|meisje)\.?,? (?:van )?\d\d\b"
    r"(?! ?(?:uur|weken|km|euro)\b)"
)
"""Somebody with an age, as a case begins: "vr 45", "mn 24", "man, 52"."""

ENOUGH_CONDITIONS = 2
"""From so many a coach gets a list without telling what to work on."""

ASIDES: frozenset[Step] = frozenset({"request", "erase", "danger", *road.STEPS})
"""Steps that a step back never leads to."""


def answer(turn: Turn) -> bool:
    """Take the message as an answer; False leaves it to the rule of its intent."""
    turn.heard = in_context(turn)
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
    leaves_danger = turn.dialogue.step == "danger"
    if leaves_danger:
        answer_question.back_to_before(turn)
        if turn.dialogue.step in road.STEPS:
            turn.say("utter_this_was_asked")  # nobody remembers it after such a message
            return True
    before, earlier = turn.known, turn.dialogue
    if _in_another_language(turn):
        return True
    if turn.heard.intent == "step_back" and earlier.step not in FREE_TEXT:
        _step_back(turn)
        return True
    if (earlier.step in ("advice", "chosen") and _is_new_case(turn)) or _begins_anew(turn):
        turn.known, turn.dialogue = Known(), turn.dialogue.anew()
        turn.say("utter_new_case")
    turn.corrected = earlier.step not in FREE_TEXT and _correct(turn)
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
    tells_a_case = turn.for_coach and turn.dialogue.step in ("open", "finished")
    understood = HANDLERS[turn.dialogue.step](turn)
    if turn.corrected and (not understood or earlier.step == "chips"):
        _note(turn, before)
    if turn.corrected and not understood:
        _after_correction(turn)
    elif not understood and comforted(turn):
        turn.say("utter_when_you_are_ready")
    elif not understood and not leaves_danger:
        not_understood(turn)
    if tells_a_case and turn.known != Known():
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


def _is_new_case(turn: Turn) -> bool:
    """A coach who tells of a person and what is going on begins a new case."""
    heard = turn.heard
    text = heard.text.casefold()
    if not turn.for_coach or heard.pressed:
        return False
    if AGED.match(text) and text.count(",") >= SHORTHAND:
        return True
    if len(heard.text.split()) < CASE_WORDS:
        return False
    person = tokens(text) & set(turn.phrases.words("new_person"))
    return bool(person and heard.kenmerken) or bool(AGED.search(text))


def _begins_anew(turn: Turn) -> bool:
    """Whether a coach says that another case begins, also where a question is asked about one."""
    asked = (
        turn.dialogue.step in ("question", "chips", "advice", "chosen") and not turn.heard.pressed
    )
    return turn.for_coach and asked and says(turn, "new_case")


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
    if away := taken_away(turn):
        take_away(turn, away)
        return True
    changed = rule_out(turn)
    changed |= practical(turn)
    for dropped in heard.entities.get("drop", ()):
        let_go(turn, dropped)
        changed = True
    no_topic = turn.dialogue.step == "advice" and not heard.pressed and fits(turn, "no_topic")
    typed_no = turn.dialogue.step != "chips" and not fits(turn, "does_not_work")
    no = heard.intent == "deny" or no_topic
    if no and (heard.pressed or typed_no):
        codes = set(heard.entities.get("kenmerk", ())) | {k.code for k in heard.kenmerken}
        on_screen = turn.known.wanted | set(turn.dialogue.pending)
        if not heard.pressed:
            codes |= set(named(turn, heard.text, on_screen))
        gone = codes & on_screen
        if gone:
            refuse(turn, gone)
            left = tuple(code for code in turn.dialogue.pending if code not in gone)
            turn.dialogue = replace(turn.dialogue, pending=left)
            turn.say("utter_taken_away", topics=topics(turn, gone))
            changed = True
    return changed


def _note(turn: Turn, before: Known) -> None:
    """Say which condition was taken over, where no list follows that shows it.

    A coach sees them over a list; a client's list shows all but a second place and a no.
    """
    new = [name for name in known_conditions(turn) if _differs(turn, before, name)]
    if turn.said("utter_too_much"):
        return
    if turn.dialogue.step == "advice" and not too_much(turn):
        unseen = (*RULED_OUT, *(("gemeente",) if turn.known.also_in else ()))
        new = [name for name in new if name in unseen and not turn.for_coach]
    if new:
        turn.say("utter_noted", conditions=listed([condition(turn, name) for name in new]))


def _differs(turn: Turn, before: Known, name: str) -> bool:
    fields = ("gemeente", "also_in") if name == "gemeente" else (name,)
    return any(getattr(turn.known, field) != getattr(before, field) for field in fields)


def _after_correction(turn: Turn) -> None:
    """Go on where it was: a new list, the chips that are left, or the question again."""
    step = turn.dialogue.step
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
