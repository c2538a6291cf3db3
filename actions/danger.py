"""After danger: stay with the person, and ask whether somebody may know until a yes or a no."""

from __future__ import annotations

from dataclasses import replace

from actions import my_coach
from actions.answer_question import back_to_before, say_request_stored, store_request
from actions.denying import about_danger, beside, denies, denies_unasked
from actions.dialogue import Step
from actions.hearing import FALLBACK
from actions.interruptions import asks
from actions.knowing import fits, practical, says, tokens
from actions.turn import Turn
from caseload.models import RequestKind

UNCLEAR = frozenset(
    {"unsure", "prefer_not_say", "explain_term", "help", "out_of_scope", "frustration", "why_this"}
)
"""What "weet ik niet", "hoe bedoel je" and their like are taken for."""

NO_ANSWER = UNCLEAR | {FALLBACK, "find_instrument", "affirm"}
"""The same, while it is asked whether somebody may know."""

ABOUT_WORDS = frozenset({"term", "aspect"})
"""Entities of a question; with any other one the story goes on: "ik wil meteen werk zoeken"."""

SEARCHING: frozenset[Step] = frozenset({"open", "chips", "question", "advice"})
"""Steps where a place that is named beside a denial counts."""

SOUNDS_LIKE_ONE = frozenset({"deny", "thanks", "privacy_question", "human_contact", "goals_list"})
"""What a question such as "wat gebeurt er als ik ja zeg" is taken for."""

ABOUT_A_LIST = frozenset({"instrument_details", "compare", "choose", "more_options"})
"""The same, as long as there is no list."""

BY_THEIR_RULES = frozenset(
    {"stop", "human_contact", "privacy_view", "privacy_delete", "privacy_question"}
)
"""Intents that are answered in danger too, whatever is said beside them."""

SHORT = 10
"""Words; a longer message tells more than that somebody called."""


def hear(turn: Turn) -> bool:
    """Go on where there is no danger; else stay there with what still belongs to it."""
    heard = turn.heard
    if turn.dialogue.step != "danger":
        return _hear_unasked(turn)
    if denies(turn):
        _no_danger(turn)
    elif _is_answer(turn):
        _answer(turn)
    elif heard.pressed:
        return False
    elif _called(turn):
        _say(turn, "facts.good_that_you_called")
        alarms = turn.dialogue.alarms + (heard.intent == "crisis")
        turn.dialogue = replace(turn.dialogue, alarms=alarms)
    elif heard.intent == "crisis":
        return False
    elif fits(turn, "goes_on"):
        _carry_on(turn)
    elif _belongs_to_it(turn):
        _say_who_to_call(turn)
    else:
        return not heard.kenmerken and _explains(turn)
    return True


def _explains(turn: Turn) -> bool:
    """Tell again who to call, or what a yes does, where the answer is unclear."""
    if fits(turn, "what_now"):
        turn.say("utter_crisis")
    elif not _is_no_answer(turn):
        return False
    elif not turn.dialogue.may_tell:
        _say_who_to_call(turn)
    elif my_coach.asked(turn):
        my_coach.say_name(turn)
    else:
        reader = turn.who.coach_name or turn.phrases("facts.somebody_of_the_gemeente")
        turn.say("utter_explain", explanation=turn.phrases("facts.after_a_yes", reader=reader))
    return True


def _hear_unasked(turn: Turn) -> bool:
    """Answer "er is geen gevaar" where nobody spoke of danger; what is beside it is heard next."""
    if not denies_unasked(turn):
        return False
    _say_safe(turn)
    if told := beside(turn, "plainly_no_danger"):
        _hear_next(turn, told)
    else:
        turn.dialogue = replace(turn.dialogue, listed=turn.dialogue.step in ("advice", "chosen"))
    return True


def _no_danger(turn: Turn) -> None:
    """Back to where it was; then what is beside the denial is heard, or else the alarmed words."""
    told = beside(turn) or turn.dialogue.alarms
    _say_safe(turn)
    back_to_before(turn)
    if not isinstance(told, str) and turn.dialogue.step in SEARCHING:
        practical(turn)
    if told:
        _hear_next(turn, told)


def _carry_on(turn: Turn) -> None:
    """Back to where it was; the case of a coach that alarmed counts as well."""
    alarms = turn.dialogue.alarms
    turn.say("utter_explain", explanation=turn.phrases("facts.we_go_on"))
    back_to_before(turn)
    if turn.for_coach and alarms and turn.dialogue.step in SEARCHING:
        _hear_next(turn, alarms)


def _say_safe(turn: Turn) -> None:
    """One kind sentence; after words of death a sober one, with who to call."""
    cheerful, sober = ("facts.safe", "facts.not_to_death")
    if turn.for_coach:
        cheerful, sober = ("facts.safe_coach", "facts.not_to_death_coach")
    name = sober if turn.dialogue.of_death else cheerful
    turn.say("utter_explain", explanation=turn.phrases(name))


def _hear_next(turn: Turn, what: str | int) -> None:
    """Let words be heard next, or what alarmed so many alarms ago (see engine/again.py)."""
    said = turn.replies.pop()
    turn.replies.append(replace(said, custom={"hear_next": what}))
    turn.dialogue = replace(turn.dialogue, quiet=True)


def _called(turn: Turn) -> bool:
    """Whether somebody tells that help was called, and nothing else."""
    words = turn.heard.text.casefold().split()
    apart = len(words) > SHORT or _says_no(turn) or asks(turn) or fits(turn, "goes_on")
    return not apart and fits(turn, "has_called")


def _belongs_to_it(turn: Turn) -> bool:
    """Whether it is still about the danger, and no command; "waar ik bellen" is none either."""
    intent = turn.heard.intent
    command = intent in BY_THEIR_RULES and not (intent == "human_contact" and asks(turn))
    return not command and about_danger(turn, turn.heard.text)


def _say_who_to_call(turn: Turn) -> None:
    """In short; the question whether somebody may know stays open, where it was."""
    name = "facts.who_to_call_coach" if turn.for_coach else "facts.who_to_call"
    if not turn.for_coach and fits(turn, "cannot_call"):
        name = "facts.cannot_call"
    _say(turn, name)


def _say(turn: Turn, name: str) -> None:
    """Say a phrase; where nothing is asked beside it, the way out stands under it."""
    buttons = [] if turn.dialogue.may_tell else [turn.button("buttons.no_danger", "deny")]
    turn.say("utter_explain", explanation=turn.phrases(name), buttons=buttons)


def _is_no_answer(turn: Turn) -> bool:
    intent, dialogue = turn.heard.intent, turn.dialogue
    unclear = intent in (NO_ANSWER if dialogue.may_tell else UNCLEAR)
    if unclear or fits(turn, "does_not_follow"):
        return not set(turn.heard.entities) - ABOUT_WORDS
    wonders = asks(turn) and (intent != "human_contact" or says(turn, "asking"))
    sounds = SOUNDS_LIKE_ONE if dialogue.shown else SOUNDS_LIKE_ONE | ABOUT_A_LIST
    return wonders and not turn.for_coach and intent in sounds


def _is_answer(turn: Turn) -> bool:
    """Whether this answers "may I tell somebody"; with anything else the dialogue goes on."""
    heard = turn.heard
    if heard.pressed:
        return heard.intent in ("affirm", "prefer_not_say")
    if turn.dialogue.may_tell and _says_yes(turn):
        return True
    answers = {"deny"} if turn.dialogue.may_tell else {"affirm", "deny"}
    return heard.intent in answers and not (
        heard.kenmerken or _belongs_to_it(turn) or fits(turn, "goes_on") or asks(turn)
    )


def _says_yes(turn: Turn) -> bool:
    """Whether it is a yes to telling somebody; "ok" is none, and "ja hij is hier" neither."""
    words = tokens(turn.heard.text.casefold()) - {""}
    if asks(turn) or _says_no(turn):
        return False
    if fits(turn, "gives_leave"):
        return True
    coach = tokens((turn.who.coach_name or "").casefold())
    yes = set(turn.phrases.words("real_yes"))
    bare = not words - yes - coach - set(turn.phrases.words("around_a_yes"))
    return bare and bool(words & yes) and turn.heard.intent == "affirm"


def _says_no(turn: Turn) -> bool:
    """Whether there is any no in it."""
    return bool(tokens(turn.heard.text.casefold()) & set(turn.phrases.words("no")))


def _answer(turn: Turn) -> None:
    """After the crisis answer nobody is told, unless the person says yes to that question."""
    yes = turn.heard.intent == "affirm" if turn.heard.pressed else _says_yes(turn)
    if yes and (turn.dialogue.may_tell or turn.heard.pressed):
        store_request(turn, RequestKind.DANGER, "")
        say_request_stored(turn)
    else:
        turn.say("utter_after_danger", buttons=[turn.button("buttons.no_danger", "deny")])
    turn.dialogue = replace(turn.dialogue, quiet=True, may_tell=False)
