"""Which messages are not an answer but an aside, and how sure that must be."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import honest, least
from actions.adding import asks_for_more
from actions.choosing import changes_choice
from actions.codes import spoken
from actions.far_places import far_place
from actions.feelings import fed_up_at_once, sad_news
from actions.hearing import FALLBACK, PROMPTS, Heard
from actions.in_few_words import mean_something
from actions.knowing import spoken_form, too_much
from actions.languages import foreign
from actions.naming import mentioned
from actions.nearer import tells_distance
from actions.pointing import chooses_two, number_meant
from actions.taking_back import (
    means_whole_region,
    refuses,
    taken_away,
    takes_choice_back,
    topics_away,
)
from actions.tasks import changing, consenting, gates, road, shorthand, which_level
from actions.tasks.own_words import commands, says_unsure
from actions.tasks.place_and_topic import names_a_topic
from actions.turn import Turn
from caseload.rights import Act
from doelenmeter import said

ASIDES = frozenset(
    {
        *("greet", "bye", "thanks", "bot_challenge", "frustration", "out_of_scope"),
        *("stop", "restart", "help", "human_contact", "crisis"),
        *("instrument_details", "compare", "why_this", "explain_term", "send_list"),
        *("rate_instrument", "add_instrument", "diagnosis_instrument"),
        *("set_goal", "goals_list", "standard_goals", "progress_show"),
        *("checkin_start", "checkin_score", "correct_score"),
        *("pause_prompts", "change_prompt_time"),
        *("privacy_view", "privacy_delete", "privacy_question"),
        *("caseload_overview", "invite_client", "third_party_score", "report"),
        *PROMPTS,
    }
)
"""Intents that a rule answers; after it the dialogue goes on where it was."""

SMALL_TALK = frozenset({"out_of_scope", "bye", "frustration"})
"""What sad news is taken for; "te laat, mijn kind was ziek" stays a score."""

SURE = 0.35
"""From this confidence an aside counts as one; below it the text is the answer."""

SURE_IN_A_STORY = 0.6
"""The same where people tell something in their own words."""

SURE_IN_OWN_WORDS = 0.85
"""The same for a whole sentence where a reason was asked: "het stopt bij haar om de hoek"."""

SURE_OF_STOPPING = 0.5
"""A word such as "stoppen" inside a story is no command."""

SURE_OF_GOODBYE = 0.9
"""Words that the model never saw sound a little like a goodbye; a real one is surer."""

DANGER = 0.3
"""Danger is heard early: a false alarm costs one kind sentence."""

CODE_WORDS = 2
"""A message of so many words with a code in it is nothing but that code."""

FEWEST_WORDS = 2
"""So few words that tell alone or in a group tell nothing else."""

SURE_HERE = 0.45
"""From this confidence, and this far ahead of the next, an answer counts where one is asked."""
AHEAD = 0.1

SURE_AGAIN = 0.95
"""From this confidence a meaning counts of what was first taken for danger."""

SURE_WITH_MORE = 0.8
"""The same where a value is named with it, and for a kenmerk."""

FREE = frozenset({"open", "advice", "chosen", "finished"})
"""Steps where anything may be said: in doubt the nearest meanings are shown."""

TELLING = frozenset(
    {
        *("open", "chips", "argument", "request"),
        *(name for name, step in road.STEPS.items() if step.own_words),
    }
)
OWN_WORDS = frozenset(
    {"argument", "request", *(name for name, step in road.STEPS.items() if step.own_words)}
)
LONG = 12
"""Words; so long a message that tells a kenmerk is a story, unless it surely tells a goal."""


def in_context(turn: Turn) -> Heard:
    """The message, read as an answer where something is asked, though it was not sure by itself.

    What leads away from the question has to be sure, or is asked back.
    """
    if turn.heard.again:
        return _surely(turn.heard)
    nearest, sure = _nearest(turn)
    if _only_the_form(turn):
        return replace(turn.heard, kenmerken=())
    if number := _chosen_number(turn):
        entities = {**turn.heard.entities, "instrument": (number,)}
        return replace(turn.heard, intent="choose", entities=entities)
    asked = turn.heard.intent == FALLBACK and turn.dialogue.step not in FREE
    if not asked or sure < SURE_HERE or nearest in ASIDES - _answers_here(turn):
        return turn.heard
    return replace(turn.heard, intent=nearest, confidence=sure)


def _surely(heard: Heard) -> Heard:
    """What is sure of what was taken for danger; of the rest an open question finds out."""
    kenmerken = tuple(found for found in heard.kenmerken if found.confidence >= SURE_WITH_MORE)
    named = kenmerken or heard.entities
    vague = heard.intent == "find_instrument" and not (kenmerken or heard.value("route"))
    unsure = heard.confidence < (SURE_WITH_MORE if named else SURE_AGAIN)
    intent = FALLBACK if vague or unsure else heard.intent
    return replace(heard, intent=intent, kenmerken=kenmerken, candidates=(), ranking=())


def _only_the_form(turn: Turn) -> bool:
    """Whether "alleen" or "liever alleen" tells how, and not that somebody is lonely."""
    few = len(turn.heard.text.split()) <= FEWEST_WORDS and turn.dialogue.step not in OWN_WORDS
    return few and turn.heard.intent == "refine_practical" and spoken_form(turn) is not None


def _chosen_number(turn: Turn) -> str | None:
    """The number in "doe maar 2 want dichtbij", which sounds like a condition."""
    choosing = "|".join(map(re.escape, turn.phrases.words("choosing")))
    text = turn.heard.text.casefold()
    found = re.match(
        rf"(?:{choosing}) (?:nummer |nr\.? )?(\d)(?!\d| (?:week|weken|maand|uur|km))", text
    )
    here = turn.dialogue.step == "advice" and not turn.heard.entities.get("instrument")
    return found[1] if found and here else None


def may_lead_away(turn: Turn) -> bool:
    """Whether an unsure message is likely an aside: asked back, also while a question is open."""
    nearest, sure = _nearest(turn)
    return turn.heard.intent == FALLBACK and sure >= SURE_HERE and nearest in ASIDES


def asks_instead(turn: Turn) -> bool:
    """Whether own words were wanted and a question came: it is no reason, and no wish."""
    says_more = any(sign.isalpha() for sign in turn.heard.text)  # than a question mark
    leads_away = says_more and may_lead_away(turn) and not _about_this_goal(turn)
    return turn.dialogue.step in OWN_WORDS and leads_away and asks(turn)


def _nearest(turn: Turn) -> tuple[str, float]:
    """The intent that comes nearest and how sure it is: 0 when another one is as near."""
    ranked = [one for one in turn.heard.ranking if one[0] != FALLBACK]
    (nearest, sure), (_, next_sure) = (*ranked, ("", 0.0), ("", 0.0))[:2]
    return nearest, sure if sure - next_sure >= AHEAD else 0.0


def interrupts(turn: Turn) -> bool:
    """Whether this message is an aside, to be left to the rule of its intent."""
    heard = turn.heard
    if heard.intent not in ASIDES or heard.intent in _answers_here(turn):
        return False
    if heard.pressed or heard.by_itself:
        return True
    if _says_what_stops(turn) or road.leaves_or_waits(turn):
        return False
    if heard.intent == "crisis":
        only_a_code = spoken(heard.text) and len(heard.text.split()) <= CODE_WORDS
        return heard.confidence >= DANGER and not only_a_code  # to a model a code is like nothing
    distance = turn.dialogue.step != "open" and tells_distance(turn)
    if taken_away(turn) or takes_choice_back(turn) or refuses(turn) or distance or too_much(turn):
        return False  # a condition, whatever the message sounds like
    if topics_away(turn):
        return False
    if asks_for_more(turn) or least.asked(turn) or honest.answers(turn) or number_meant(turn):
        return False  # about the list or the search, whatever it sounds like
    if mean_something(turn) or chooses_two(turn) or changes_choice(turn) or _bare_number(turn):
        return False
    if fed_up_at_once(turn) or (heard.intent in SMALL_TALK and sad_news(turn)):
        return False
    if which_level.tells_the_week(turn) or _is_a_text(turn):
        return False
    if which_level.tells_news(turn) and not asks(turn):
        return False
    if spoken(heard.text) or consenting.meant(turn) or shorthand.meant(turn):
        return False
    if foreign(heard.text):
        return False
    if (turn.dialogue.step == "which" and mentioned(turn)) or gates.just_a_name(turn):
        return False
    if means_whole_region(turn) or _may_be_a_place(turn):
        return False
    if _names_a_route(turn) or _about_this_goal(turn):
        return False
    if turn.dialogue.step == "request" and heard.intent == "human_contact":
        return False  # "bel mij over werk" is the sentence that was asked for
    telling = turn.dialogue.step in TELLING and not (asks(turn) or _names_a_client(turn))
    if telling and heard.kenmerken and len(heard.text.split()) >= LONG:
        return heard.intent == "set_goal" and heard.confidence >= SURE_IN_OWN_WORDS
    if turn.dialogue.step in OWN_WORDS and not heard.short and not asks(turn):
        return heard.confidence >= SURE_IN_OWN_WORDS
    if heard.intent == "bye":
        return heard.confidence >= SURE_OF_GOODBYE
    if heard.intent in ("stop", "restart"):
        return heard.confidence >= SURE_OF_STOPPING and not _what_if(turn)
    return heard.confidence >= (SURE_IN_A_STORY if telling else SURE)


def _says_what_stops(turn: Turn) -> bool:
    """ "ik wil stoppen met te laat komen" where own words are asked is a goal, not a command."""
    if turn.dialogue.step not in OWN_WORDS or turn.heard.intent not in ("stop", "bye", "restart"):
        return False
    what = turn.heard.text.casefold().partition(" met ")[2].split()
    return bool(set(what) - set(turn.phrases.words("this_talk")))


def _bare_number(turn: Turn) -> bool:
    """Whether a number alone is taken for a word on the help or the catalogue: it is neither."""
    about_help = turn.heard.intent in ("rate_instrument", "add_instrument")
    return about_help and turn.heard.text.strip(" .!+-").isdecimal()


def _what_if(turn: Turn) -> bool:
    """ "Wat als ik stop?" asks about stopping; it does not stop."""
    text = turn.heard.text.casefold()
    return any(text.startswith(words) for words in turn.phrases.words("what_if"))


def _may_be_a_place(turn: Turn) -> bool:
    """Whether it is told where somebody lives: a far town sounds like another topic."""
    asked = turn.dialogue.step == "question" and turn.dialogue.question == "gemeente"
    off_topic = turn.heard.intent == "out_of_scope"
    if turn.heard.short and asked and off_topic:
        return True
    return (turn.heard.short or off_topic) and far_place(turn) is not None


def _names_a_route(turn: Turn) -> bool:
    """Whether "werk" is meant as the way to go: a word alone sounds like a goodbye."""
    return turn.heard.short and turn.heard.intent == "bye" and bool(turn.heard.value("route"))


def _about_this_goal(turn: Turn) -> bool:
    """Whether "kan dit op GAS?" or "kun jij dat doen?" is about the goal that is being made."""
    step = road.STEPS.get(turn.dialogue.step)
    if step is None or step.act is not Act.SET_GOAL:
        return False
    words = turn.heard.text
    read_back = turn.dialogue.step in ("goal_read_back", "goal_which_step")
    about = said.only_scale(words) is not None or says_unsure(turn) or names_a_topic(turn)
    return about or (read_back and changing.names_the_day(turn, words))


def _answers_here(turn: Turn) -> frozenset[str]:
    """Intents that are an answer at this step of a task, or at the one before danger was heard.

    Where own words are asked neither a button nor a question is one, and no word that people
    are told to say.
    """
    after_danger = turn.dialogue.step == "danger" and turn.dialogue.before is not None
    here = turn.dialogue.before if after_danger else turn.dialogue.step
    step = road.STEPS.get(here) if here else None
    if step is None or not (after_danger or road.for_this_step(turn)):
        return frozenset()
    if step.own_words and (turn.heard.pressed or asks(turn) or commands(turn)):
        return frozenset()
    return step.answers


def _is_a_text(turn: Turn) -> bool:
    """Whether any words are asked, such as those of a level, and were given."""
    step = road.STEPS.get(turn.dialogue.step)
    return step is not None and step.any_words and not (asks(turn) or commands(turn))


def _names_a_client(turn: Turn) -> bool:
    """Whether a coach means one of the clients: what is said of them by name is no new case."""
    return turn.for_coach and turn.heard.value("client") is not None


def asks(turn: Turn) -> bool:
    """Whether the message has the form of a question, which a story or a reason has not."""
    text = turn.heard.text.casefold().strip()
    if text.endswith("?"):
        return True
    if text.endswith("!") or any(text.startswith(w) for w in turn.phrases.words("exclaiming")):
        return False
    return text.partition(" ")[0] in turn.phrases.words("asking")
