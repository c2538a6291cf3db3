""" "En iets met omscholing?" over a list: one more thing to work on; or "alleen taal", fewer."""

from __future__ import annotations

from actions.already import say_already
from actions.hearing import FALLBACK
from actions.knowing import fits, named, quotes, refuse, want
from actions.turn import Turn
from actions.wording import topics

SOUNDS_LIKE = frozenset(
    {"find_instrument", "refine_practical", "explain_term", "instrument_details", FALLBACK}
)
"""Intents that such a question may be taken for."""


def asks_for_more(turn: Turn) -> bool:
    """Whether a topic is asked beside those of the list; "iets in Tiel" names a value, no topic."""
    heard = turn.heard
    over_a_list = turn.dialogue.step == "advice" and not (heard.pressed or heard.entities)
    return over_a_list and heard.intent in SOUNDS_LIKE and fits(turn, "one_more")


def add(turn: Turn) -> bool:
    """Take the topic along; one that is not sure is asked. False where it is like none we know."""
    heard, known = turn.heard, turn.known
    codes = tuple(k.code for k in heard.kenmerken) or named(
        turn, heard.text, turn.taxonomy.kenmerken
    )
    new = tuple(code for code in codes if code not in known.wanted)
    if new:
        want(turn, new, quotes(heard))
        turn.say("utter_also_heard", topics=topics(turn, new))
        turn.dialogue = turn.dialogue.at("advice", seen=())
    elif codes:
        say_already(turn, topics(turn, codes))
    elif nearest := next((code for code in heard.candidates if code not in known.wanted), None):
        turn.say("utter_guess")
        turn.dialogue = turn.dialogue.at("chips", pending=(nearest,))
    else:
        return False
    return True


def narrow(turn: Turn, codes: tuple[str, ...]) -> None:
    """Go on with these topics and let the others go."""
    gone = turn.known.wanted - set(codes)
    refuse(turn, gone)
    want(turn, codes, quotes(turn.heard))
    if gone:
        turn.say("utter_taken_away", topics=topics(turn, gone))
    turn.dialogue = turn.dialogue.at("advice", seen=())
