"""Answers to one question of the catalogue, to "what may I tell" and to "really erase"."""

from __future__ import annotations

from dataclasses import replace

from actions.dialogue import Dialogue, Step
from actions.far_places import far_place
from actions.hearing import FALLBACK
from actions.knowing import fits, quotes, says, spoken_form, want
from actions.next_step import advance
from actions.starting import weeks_until
from actions.turn import Turn
from actions.wording import topics
from caseload.conversations import earlier_conversations
from caseload.erasure import erase as erase_person
from caseload.models import RequestKind
from caseload.requests import forget_requests, request_person
from catalogue.choices import forget
from catalogue.known import KENMERK, Known

FIRST_WORDS = 3
"""A no in the first words of an answer is a no: "zeker niet", "ja nee"."""

SURE_OF_NO = 0.7
"""Confidence from which a typed no takes a wish back instead of being its sentence."""

PLACE_LIKE = ("find_instrument", FALLBACK, "refine_practical", "deny", "out_of_scope")
"""What the name of a place outside the region is taken for."""

SURE_ALONGSIDE = 0.7
"""Confidence from which a kenmerk counts that was told where something else was asked."""


def question(turn: Turn) -> bool:
    """Turn the answer to the question on the screen into knowledge."""
    asked = turn.dialogue.question or "route"
    if turn.said("utter_taken_away") or turn.said("utter_no_distances"):
        return False
    if asked != "form" and fits(turn, "against_a_group"):
        return False  # the no is to a group
    if asked == "form" and not turn.heard.pressed and (form := _form(turn)):
        turn.known = turn.known.answered(asked, form)
    if asked == "max_wait" and (wait := weeks_until(turn.heard.text, turn.now())):
        turn.known = turn.known.answered(asked, wait)
    told = not asked.startswith(KENMERK) and asked != "route" and _told_alongside(turn)
    if turn.known.knows(asked):  # a correction of this turn was the answer
        advance(turn)
        return True
    if turn.heard.intent in ("unsure", "prefer_not_say") or _does_not_matter(turn):
        turn.known = turn.known.skipped(asked)
        advance(turn)
        return True
    if asked.startswith(KENMERK):
        return _kenmerk(turn, asked)
    if told:
        turn.dialogue = turn.dialogue.at("question")
        return True
    if asked == "route":
        return _route(turn)
    if asked == "gemeente" and turn.heard.intent != "affirm" and not turn.corrected:
        return _place_unknown(turn)
    return False


def _form(turn: Turn) -> str | None:
    """Where alone or a group is asked, "samen" is enough."""
    return spoken_form(turn) or ("group" if says(turn, "together") else None)


def _told_alongside(turn: Turn) -> bool:
    """A story told at a practical question counts, where it is clear enough."""
    if turn.heard.intent == "deny":
        return False
    sure = [k.code for k in turn.heard.kenmerken if k.confidence >= SURE_ALONGSIDE]
    new = tuple(code for code in sure if code not in turn.known.wanted)
    if new:
        want(turn, new, quotes(turn.heard))
        turn.say("utter_also_heard", topics=topics(turn, new))
    return bool(new)


def _kenmerk(turn: Turn, asked: str) -> bool:
    """Yes, no, or a story that says more than was asked."""
    heard = turn.heard
    also = tuple(k.code for k in heard.kenmerken if k.code not in turn.known.wanted)
    words = [word.strip(".,!") for word in heard.text.casefold().split()[:FIRST_WORDS]] or [""]
    no = set(turn.phrases.words("no"))
    tells = bool(also) and heard.intent == "find_instrument" and words[0] not in no
    about_this = not also or asked.removeprefix(KENMERK) in also
    troubled = about_this and fits(turn, "does_not_work") and words[0] not in no
    if not troubled and (heard.intent == "deny" or (set(words) & no and not tells)):
        turn.known = turn.known.answered(asked, "refused")
        also = ()
    elif troubled or heard.intent == "affirm" or words[0] in turn.phrases.words("yes"):
        turn.known = turn.known.answered(asked, "wanted")
        also = tuple(code for code in also if code != asked.removeprefix(KENMERK))
    elif asked.removeprefix(KENMERK) not in also:
        if not also:
            return False
        turn.known = turn.known.skipped(asked)
    if also:
        want(turn, also, quotes(heard))
        turn.say("utter_also_heard", topics=topics(turn, also))
    advance(turn)
    return True


def _route(turn: Turn) -> bool:
    """A typed answer that shares words with one of the three buttons more than with the others."""
    said = set(turn.heard.text.casefold().replace(",", " ").replace(".", " ").split())
    shared = {r.code: len(said & set(r.button.casefold().split())) for r in turn.taxonomy.routes}
    best = max(shared, key=lambda code: shared[code])
    if list(shared.values()).count(shared[best]) == 1:
        turn.known = turn.known.answered("route", best)
        advance(turn)
        return True
    if turn.heard.intent == "deny":
        turn.known = turn.known.skipped("route")
        advance(turn)
        return True
    if turn.heard.kenmerken:
        codes = tuple(k.code for k in turn.heard.kenmerken)
        want(turn, codes, quotes(turn.heard))
        turn.say("utter_also_heard", topics=topics(turn, codes))
        turn.dialogue = turn.dialogue.at("question")
        return True
    return False


def _place_unknown(turn: Turn) -> bool:
    """A place that is not in the region: said honestly, and asked once more with the choices."""
    like_a_place = turn.heard.intent in PLACE_LIKE and (turn.heard.short or says(turn, "living"))
    if not like_a_place and not far_place(turn):
        return False
    if turn.dialogue.misses:
        turn.known = turn.known.skipped("gemeente")
        turn.say("utter_place_skipped")
        advance(turn)
        return True
    turn.say("utter_place_unknown")
    turn.dialogue = replace(turn.dialogue, misses=1, quiet=False, listed=False)
    return True


def _does_not_matter(turn: Turn) -> bool:
    text = turn.heard.text.casefold()
    anywhere = turn.dialogue.question == "gemeente" and fits(turn, "whole_region")
    return anywhere or any(words in text for words in turn.phrases.words("does_not_matter"))


def request(turn: Turn) -> bool:
    """One sentence for the person who will call; a no takes the wish back."""
    heard = turn.heard
    sure = heard.short and heard.confidence > SURE_OF_NO
    if heard.intent in ("deny", "step_back") and (heard.pressed or sure):
        turn.say("utter_request_dropped")
    else:
        sentence = "" if heard.pressed or heard.intent == "prefer_not_say" else heard.text
        store_request(turn, RequestKind.PERSON, sentence)
        say_request_stored(turn)
    back_to_before(turn)
    return True


def erase(turn: Turn) -> bool:
    """Everything of this person's conversations goes, after a yes; anything else keeps it."""
    if turn.heard.intent != "affirm":
        turn.say("utter_not_erased")
        back_to_before(turn)
        return True
    ids = _forget(turn)
    turn.known = Known()
    turn.dialogue = Dialogue(step="finished", introduced=True)
    turn.say("utter_erased", custom={"finished": True, "erase": list(ids)})
    return True


def _forget(turn: Turn) -> tuple[str, ...]:
    """Remove a known person from every room; of a stranger what hangs on the conversations."""
    if turn.who.person_id is not None:
        gone = erase_person(turn.session, turn.who.person_id, now=turn.now())
        forget(turn.session, gone.conversation_ids, person_id=gone.person_id)
        return gone.conversation_ids
    ids = (turn.conversation_id, *earlier_conversations(turn.session, turn.conversation_id))
    forget(turn.session, ids)
    forget_requests(turn.session, ids)
    return ids


def store_request(turn: Turn, kind: RequestKind, sentence: str) -> None:
    """Keep the wish for who reads it; only after a yes or a sentence of the person."""
    request_person(turn.session, turn.conversation_id, sentence=sentence, now=turn.now(), kind=kind)


def say_request_stored(turn: Turn) -> None:
    """Tell who reads it, and when."""
    if turn.who.coach_name:
        turn.say("utter_request_stored_coach", coach=turn.who.coach_name)
    else:
        turn.say("utter_request_stored")


def back_to_before(turn: Turn) -> None:
    """Return to where the conversation was before an aside took over."""
    before: Step = turn.dialogue.before or "open"
    listed = before == "advice"
    turn.dialogue = replace(turn.dialogue.at(before), before=None, listed=listed)
