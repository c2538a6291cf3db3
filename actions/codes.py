"""A code of an invite, typed at any moment: whoever types it comes in."""

from __future__ import annotations

import re

from actions.turn import Turn
from caseload.invites import ALPHABET, InviteError, Redeemed, redeem
from caseload.models import Conversation, Role
from caseload.people import who

EIGHT = re.compile(r"(?<![^\W_])(?=([^\W_]{4})(\s?[-–—]\s?|\s?)([^\W_]{4})(?![^\W_]))", re.ASCII)
"""Two groups of four letters or digits, with or without something in between; found wherever
they begin, for the word before a code may have four letters too."""

DIFFERENT_SIGNS = 4
"""A code has at least so many different signs: "pfff pfff" is none."""


def spoken(text: str) -> str | None:
    """Give the code in a text, or None; also one that cannot exist but was clearly meant as one."""
    for found in EIGHT.finditer(text):
        code = (found[1] + found[3]).upper()
        if _possible(code) or (found[2].strip() and _mixed(code)):
            return code
    return None


def hear(turn: Turn) -> bool:
    """Let somebody in by the code in this message; False where there is none.

    An invite that lets nobody in is answered, and counted where it was a guess. Who turns out to
    be a coach gets a new conversation, for every word of this one was for a client.
    """
    code = None if turn.heard.pressed else spoken(turn.heard.text)
    here = turn.session.get(Conversation, turn.conversation_id) if code else None
    if code is None or here is None:
        return False
    try:
        redeemed = redeem(turn.session, secret=code, account_id=here.account_id, now=turn.now())
    except InviteError as error:  # caught here: a wrong code is counted in this transaction
        turn.say(f"utter_code_{error.reason.value}")
        return True
    was_coach = turn.for_coach
    turn.who = who(turn.session, turn.conversation_id)
    _welcome(turn, redeemed, anew=turn.for_coach and not was_coach)
    return True


def _welcome(turn: Turn, redeemed: Redeemed, *, anew: bool) -> None:
    name = redeemed.person.name or ""
    if redeemed.person.role == Role.COACH:
        turn.say(
            "utter_welcome_coach",
            name=name,
            custom={"finished": True, "open": True} if anew else None,
        )
    elif redeemed.inviter:
        turn.say("utter_welcome_client", name=name, coach=redeemed.inviter)
    else:
        turn.say("utter_welcome_again", name=name)
    if anew:
        turn.dialogue = turn.dialogue.at("finished")


def _possible(code: str) -> bool:
    return set(code) <= set(ALPHABET) and not code.isdigit() and len(set(code)) >= DIFFERENT_SIGNS


def _mixed(code: str) -> bool:
    return any(sign.isdigit() for sign in code) and any(sign.isalpha() for sign in code)
