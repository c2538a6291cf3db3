"""A client is invited, and an invite that nobody used yet is taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from actions.knowing import fits, says
from actions.tasks.by_name import Named, by_a_word
from actions.tasks.coaching import hear_a_name
from actions.tasks.own_words import told
from actions.tasks.task import end, filled, note, person_id
from actions.turn import Button, Turn, payload
from caseload import invites
from caseload.models import Conversation, Invite
from caseload.people import clients_of
from doelenmeter import dates
from doelenmeter.schedule import ZONE

NO = ("deny", "unsure", "prefer_not_say")

JUST_NOW = timedelta(minutes=10)
"""So long "die" is the invite that was made last."""

MAY_THINK_AGAIN = ("open", "advice")
"""Steps where nothing is asked that "toch niet" would answer."""

MOST_SHOWN = 4
"""Open invites with a button, the newest; the others by name."""


def remember(turn: Turn) -> Mapping[str, Any]:
    """Whom the message names, and what it says."""
    return {"invitee": turn.heard.value("client") or named_in(turn), "said": turn.heard.text}


def named_in(turn: Turn) -> str | None:
    """The name in "nodig noor uit", with a capital; None where a coach says no such thing.

    A family name keeps the capitals that were typed: "Anja van den Berg".
    """
    if not turn.for_coach or turn.heard.pressed:
        return None
    patterns = turn.phrases.words("invites_by_name")
    text = turn.heard.text.strip()
    found = next((match for one in patterns if (match := re.match(one, text, re.I))), None)
    return found[1][:1].upper() + found[1][1:] if found else None


def start(turn: Turn) -> None:
    """Make an invite for a name, asked where none was said; or take one back."""
    said, name = str(filled(turn.dialogue, "said")).casefold(), filled(turn.dialogue, "invitee")
    if (
        any(words in said for words in turn.phrases.words("take_back"))
        or fits(turn, "takes_back_by_name", within=said)
        or takes_it_back(turn)
        or thinks_again(turn)
    ):
        open_ones(turn)
    elif name:
        _invite(turn, str(name))
    else:
        turn.dialogue = turn.dialogue.at("invite_name")


def ask_name(turn: Turn) -> None:
    """A first name is enough."""
    turn.say("utter_ask_invite_name", buttons=[turn.button("buttons.never_mind", "deny")])


def hear_name(turn: Turn) -> bool:
    """A name, or never mind."""
    return hear_a_name(turn, _invite)


def _invite(turn: Turn, name: str) -> None:
    """The gateway makes the invite and adds code and link; two clients of one name do not go."""
    clients = clients_of(turn.session, person_id(turn))
    if any((client.name or "").casefold() == name.casefold() for client in clients):
        turn.say("utter_invite_same_name", name=name)
        note(turn, invitee=None)
        turn.dialogue = turn.dialogue.at("invite_name")
        return
    turn.say("utter_invited", name=name, custom={"invite": name})
    end(turn)


def another_door(turn: Turn) -> None:
    """Who is in can come in elsewhere too; the gateway makes the way in and adds code and link."""
    turn.say("utter_another_door", custom={"door": True})
    end(turn)


def takes_it_back(turn: Turn) -> bool:
    """Whether "trek die weer in" or "trek Amira in" is said while such an invite is open."""
    if not turn.for_coach or turn.heard.pressed or turn.who.person_id is None:
        return False
    if fits(turn, "takes_it_back"):
        return bool(_open(turn))
    words = turn.heard.text
    return fits(turn, "takes_one_back") and _named(turn, words, _open(turn)) is not None


def thinks_again(turn: Turn) -> bool:
    """Whether a bare "toch niet" may be about the invite that was made here a moment ago."""
    if not turn.for_coach or turn.heard.pressed or turn.dialogue.step not in MAY_THINK_AGAIN:
        return False
    if turn.who.person_id is None or not fits(turn, "only_not"):
        return False
    found = _open(turn)
    return bool(found) and _just_made_here(turn, found)


def open_ones(turn: Turn) -> None:
    """Take back the open invite that is named, or "die" that was just made; else show every one."""
    found = _open(turn)
    if not found:
        turn.say("utter_no_open_invites", buttons=[turn.button("buttons.invite", "invite_client")])
        end(turn)
    elif named := _named(turn, str(filled(turn.dialogue, "said") or ""), found):
        _take_back(turn, named)
    elif fits(turn, "takes_it_back") and _just_made_here(turn, found):
        _take_back(turn, found[-1])
    else:
        turn.dialogue = turn.dialogue.at("invite_back")


def _just_made_here(turn: Turn, found: list[Invite]) -> bool:
    """Whether "die" can only be the last: made a moment ago, and here if there are others."""
    here = turn.session.get_one(Conversation, turn.conversation_id)
    made = found[-1].created_at
    return turn.now() - made < JUST_NOW and (len(found) == 1 or made >= here.started_at)


def about_an_invite(turn: Turn) -> bool:
    """Whether a message answers which invite to take back: a button, a no, a name and little more.

    "hoe gaat het met Amira" is about something else.
    """
    heard = turn.heard
    if heard.pressed:
        return heard.intent in ("choose", *NO)
    if heard.intent in NO and heard.short:
        return True
    wish = heard.intent == "invite_client" or says(turn, "take_back")
    named = _named(turn, heard.text, _open(turn)) is not None
    return wish or (named and heard.short and heard.text.strip()[-1:] != "?")


def ask_back(turn: Turn) -> None:
    """Every open invite, and until when it works; not again after something else came between."""
    if filled(turn.dialogue, "put"):
        end(turn)
        return
    note(turn, put=True)
    found = _open(turn)
    turn.say(
        "utter_open_invites_info",
        lines="\n".join(
            turn.phrases("facts.invite_line", name=_name(row), day=_last_day(row)) for row in found
        ),
        buttons=[
            *(_button(turn, row) for row in found[-MOST_SHOWN:]),
            turn.button("buttons.leave_it", "deny"),
        ],
    )


def hear_back(turn: Turn) -> bool:
    """The one to take back, pressed or named; one that was used meanwhile stays used."""
    heard, found = turn.heard, _open(turn)
    if heard.pressed and (pressed := heard.number("part")) is not None:
        row = next((row for row in found if row.id == pressed), None)
    elif heard.intent in NO:
        turn.say("utter_invites_stay")
        end(turn)
        return True
    else:
        row = _named(turn, told(turn), found)
        if row is None and heard.intent == "invite_client":
            note(turn, **remember(turn))
            start(turn)
            return True
        if row is None and found:
            return False
    if row is None:
        turn.say("utter_invite_over")
        end(turn)
    else:
        _take_back(turn, row)
    return True


def _take_back(turn: Turn, row: Invite) -> None:
    invites.revoke(turn.session, row.id, by=person_id(turn), now=turn.now())
    turn.say("utter_invite_taken_back", name=_name(row))
    end(turn)


def _open(turn: Turn) -> list[Invite]:
    return invites.open_invites(turn.session, person_id(turn), now=turn.now())


def _named(turn: Turn, words: str, found: list[Invite]) -> Invite | None:
    """The one whose name stands in the words; the name that the model heard goes before."""
    names = (turn.heard.value("client"), words, filled(turn.dialogue, "invitee"))
    choices = [Named(row.id, _name(row)) for row in found]
    chosen = (by_a_word(turn, str(name), choices) for name in names if name)
    known = next((key for key in chosen if key is not None), None)
    return next((row for row in found if row.id == known), None)


def _button(turn: Turn, row: Invite) -> Button:
    title = turn.phrases("buttons.take_back", name=_name(row))
    return Button(title, payload("choose", part=str(row.id)))


def _name(row: Invite) -> str:
    return row.name or ""


def _last_day(row: Invite) -> str:
    return dates.said_day(row.expires_at.astimezone(ZONE).date())
