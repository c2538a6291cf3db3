"""Answers while a list is on the screen: other, cheaper, this one, and why."""

from __future__ import annotations

from dataclasses import replace

from actions.adding import add, asks_for_more, narrow
from actions.advice import about_each
from actions.already import asked_already, least_already
from actions.answer_open import MOST_CHIPS, story
from actions.choosing import changes_choice, choose, choose_another, number_missing, store
from actions.comparing import compare
from actions.dialogue import Dialogue
from actions.ending import say_goodbye
from actions.hearing import FALLBACK
from actions.in_few_words import pleased
from actions.instruments import ASPECTS, EXTRA, details, keep_list, looks_at_another
from actions.knowing import fits, only, practical, quotes, says, too_much, want
from actions.naming import mentioned
from actions.nearer import say_nearer, wants_nearer
from actions.next_step import advance
from actions.pointing import chooses_two, in_doubt, say_what_is_there
from actions.taking_back import refuses, takes_choice_back
from actions.turn import Turn
from actions.why import why
from actions.wording import topics
from catalogue.choices import take_back
from catalogue.known import Known
from catalogue.search import search

WISHES = frozenset({"refine_practical", "find_instrument", "choose", "deny", "more_options"})
"""Intents near which the name of an aspect is a wish and no question."""

OF_THE_LIST = frozenset({"more_options", "refine_practical", "find_instrument"})
"""Intents of the buttons that stand under a list, but for those on one instrument."""

SURE_OF_NO = 0.8
"""Confidence from which a typed no takes a choice back instead of being its reason."""


def advice(turn: Turn) -> bool:
    """Something else, narrower, wider, this one, or more of the story."""
    heard = turn.heard
    away = turn.said("utter_taken_away") or heard.entities.get("drop") or refuses(turn)
    if away or too_much(turn):
        return asked_already(turn)  # else a correction: the list is made anew
    if not heard.pressed and not mentioned(turn) and says(turn, "none_of_these"):
        return _other_list(turn)
    if chooses_two(turn):
        turn.say("utter_one_choice")
        turn.dialogue = turn.dialogue.at("which")
        return True
    if codes := only(turn):
        narrow(turn, codes)
        return True
    if says(turn, "why") and mentioned(turn):
        why(turn)
        return True
    if not heard.pressed and wants_nearer(turn):
        say_nearer(turn)
        return True
    if not turn.corrected and asks_for_more(turn) and add(turn):
        return True
    if not turn.corrected and (fits(turn, "group_after_all") or fits(turn, "alone_after_all")):
        turn.dialogue = replace(turn.dialogue, listed=True)  # both are in the list already
        return True
    if heard.intent == FALLBACK and says(turn, "side_by_side"):
        compare(turn)
        return True
    if _asks_what_it_is(turn):
        details(turn)
        return True
    if fits(turn, "the_other_one") and looks_at_another(turn):
        return True
    vague = pleased(turn) or (heard.intent == "affirm" and not turn.dialogue.focus)
    if vague and not (turn.corrected or mentioned(turn)):
        turn.dialogue = replace(turn.dialogue, listed=True)  # it is not said with what
        return True
    if _means_another(turn) or (heard.intent in ("choose", FALLBACK) and _asks_about(turn)):
        details(turn, aspects=turn.dialogue.looking or ())
        return True
    if (
        heard.intent == "choose"
        or _picks_in_few_words(turn)
        or _chooses_by_name(turn)
        or (heard.intent == "affirm" and turn.dialogue.focus and not turn.corrected)
    ):
        return choose(turn)
    if heard.intent == "deny" and not heard.pressed and _answers_no(turn):
        return True
    if asked_already(turn):
        return True
    wants_other = heard.intent == "more_options" or (heard.intent == "deny" and not heard.kenmerken)
    if wants_other and not turn.corrected:
        return _other_list(turn)
    codes = tuple(k.code for k in heard.kenmerken) + heard.entities.get("kenmerk", ())
    new = tuple(code for code in codes if code not in turn.known.wanted)
    if heard.intent in ("find_instrument", "refine_practical") and new:
        want(turn, new, quotes(heard))
        turn.say("utter_also_heard", topics=topics(turn, new))
        advance(turn)
        return True
    if heard.intent == "refine_practical" and turn.dialogue.empty and not turn.corrected:
        turn.dialogue = replace(turn.dialogue, listed=True)  # nothing fits, so nothing can be less
        return True
    if heard.intent == "refine_practical" and turn.dialogue.shown:
        return least_already(turn)
    if heard.intent in ("unsure", "prefer_not_say"):
        _no_hurry(turn)
        return True
    if not heard.pressed and mentioned(turn):
        turn.dialogue = replace(turn.dialogue, focus=mentioned(turn)[0], listed=True)
        return choose(turn) if heard.intent == "affirm" else False
    return False


def _no_hurry(turn: Turn) -> None:
    """Nobody has to choose now: the list can be kept, or read about."""
    shown = turn.dialogue.on_screen
    if not shown:
        turn.say("utter_together")
        turn.dialogue = replace(turn.dialogue, listed=False)
        return
    keep = turn.button("buttons.send_list", "send_list")
    turn.say("utter_no_hurry", buttons=[keep, *about_each(turn, shown)])
    turn.dialogue = replace(turn.dialogue, listed=True, quiet=True)


def _answers_no(turn: Turn) -> bool:
    """A no that wants no other list: "nee, klaar" ends, "schulden klopt niet" can be corrected."""
    if says(turn, "done"):
        say_goodbye(turn)
        return True
    if not says(turn, "not_right") or not turn.known.wanted:
        return False
    turn.say("utter_which_chip_wrong")
    if turn.for_coach:  # the chips stand over a coach's list
        turn.dialogue = turn.dialogue.at("advice", seen=turn.dialogue.seen)
    else:
        wanted = [code for code in turn.taxonomy.kenmerken if code in turn.known.wanted]
        turn.dialogue = turn.dialogue.at("chips", pending=tuple(wanted[:MOST_CHIPS]))
    return True


def _picks_in_few_words(turn: Turn) -> bool:
    """ "Ok 1" and "ja de eerste": in doubt between a choice and a yes it is both."""
    return in_doubt(turn) and bool(turn.heard.entities.get("instrument") and mentioned(turn))


def _chooses_by_name(turn: Turn) -> bool:
    """ "Ik kies digitaal op weg": the name may sound like a problem, the beginning does not."""
    return _chooses(turn, turn.heard.text.casefold()) and bool(mentioned(turn))


def _chooses(turn: Turn, text: str) -> bool:
    return any(text.startswith(words) for words in turn.phrases.words("choosing"))


def _asks_about(turn: Turn) -> bool:
    """ "En de tweede?" asks the same of another one; it picks none."""
    text = turn.heard.text.casefold().strip()
    return (
        bool(mentioned(turn))
        and text.startswith("en ")
        and not _chooses(turn, text.removeprefix("en "))
    )


def _means_another(turn: Turn) -> bool:
    """ "Nee, ik bedoel 2": what was just read of one is asked of another one."""
    looking = turn.dialogue.looking is not None and not turn.heard.pressed
    return looking and says(turn, "means") and bool(mentioned(turn))


def _asks_what_it_is(turn: Turn) -> bool:
    """ "Hoe lang" and "wie biedt 1 aan" name what is asked, though they were not understood."""
    heard = turn.heard
    aspects = set(heard.entities.get("aspect", ())) & {*ASPECTS, *EXTRA}
    asks = heard.intent == FALLBACK and heard.likeliest not in WISHES
    return asks and heard.short and bool(aspects) and not turn.corrected


def _other_list(turn: Turn) -> bool:
    """The next instruments; when all were shown, that is said and what could be let go."""
    if not turn.dialogue.on_screen:
        turn.dialogue = replace(turn.dialogue, listed=True)  # what can be let go is put again
        return True
    seen = tuple(dict.fromkeys((*turn.dialogue.seen, *turn.dialogue.shown)))
    if search(turn.session, turn.known, limit=1, skip=seen).total:
        turn.dialogue = turn.dialogue.at("advice", seen=seen)
    else:
        turn.say("utter_no_more")
        turn.dialogue = turn.dialogue.at("advice", seen=())
    return True


def picks_from_the_list(turn: Turn) -> bool:
    """Whether one of the list is picked while something is asked about that list."""
    return bool(turn.dialogue.on_screen) and turn.heard.intent == "choose" and bool(mentioned(turn))


def turns_to_the_list(turn: Turn) -> bool:
    """Whether no reason is given but something is wanted of the list: "Iets anders"."""
    heard = turn.heard
    if turn.dialogue.step != "argument":
        return False
    if heard.pressed:
        return heard.intent in OF_THE_LIST
    return heard.intent == "more_options" and _sure(turn) and not changes_choice(turn)


def which(turn: Turn) -> bool:
    """The one that is meant, after "which one?"."""
    if mentioned(turn) or turn.heard.intent == "choose":
        return choose(turn)
    turn.dialogue = turn.dialogue.at("advice", chosen=None)
    return advice(turn)


def argument(turn: Turn) -> bool:
    """Why this one, in own words; not wanting to say is fine."""
    heard, dialogue = turn.heard, turn.dialogue
    if heard.intent == "choose" and set(mentioned(turn)) - {dialogue.chosen}:
        return choose(turn)  # another one after all
    if changes_choice(turn):
        choose_another(turn)
        return True
    if number_missing(turn):
        say_what_is_there(turn)
        return True
    takes_back = takes_choice_back(turn)
    turn.dialogue = dialogue.at("advice", chosen=None)
    if takes_back or (asks_for_more(turn) and add(turn)):
        return True
    turn.dialogue = dialogue
    if heard.intent in ("deny", "step_back") and (heard.pressed or _sure(turn)):
        turn.dialogue = dialogue.at("advice", chosen=None)
        return True
    unsaid = heard.intent in ("unsure", "prefer_not_say") and heard.confidence > 0.5
    silent = heard.pressed or (unsaid and not pleased(turn))
    store(turn, None if silent else heard.text)
    return True


def _sure(turn: Turn) -> bool:
    """Whether a few typed words surely are no reason."""
    return turn.heard.short and turn.heard.confidence > SURE_OF_NO


def chosen(turn: Turn) -> bool:
    """After the choice: keep the list, done, another one after all, or a new story."""
    heard = turn.heard
    if changes_choice(turn):
        take_back(turn.session, conversation_id=turn.conversation_id)
        choose_another(turn)
        return True
    gone = takes_choice_back(turn)
    if gone:
        take_back(turn.session, conversation_id=turn.conversation_id)
    elif heard.intent in ("choose", "more_options"):
        turn.dialogue = turn.dialogue.at("advice", chosen=None)
        return advice(turn)
    if gone or says(turn, "second_thoughts"):
        turn.dialogue = turn.dialogue.at("advice", chosen=None)
        return True
    if heard.intent in ("find_instrument", "refine_practical") and not heard.pressed:
        before = turn.known, turn.dialogue
        turn.known = Known()
        turn.dialogue = Dialogue(introduced=True)
        told = practical(turn)
        if story(turn):
            return True
        if not told:  # nothing new, so what was chosen stays
            turn.known, turn.dialogue = before
        return False
    if heard.intent == "affirm":
        keep_list(turn)
        return True
    if heard.intent in ("deny", "prefer_not_say", "unsure"):
        say_goodbye(turn)
        return True
    return False
