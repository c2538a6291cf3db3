"""Whether somebody plainly asks to erase everything, or only says that something is to go."""

from __future__ import annotations

from dataclasses import replace

from actions.knowing import fits, tokens
from actions.tasks import road
from actions.turn import Button, Turn, payload
from caseload.people import clients_of

SURE = 0.9
"""From this confidence words that do not name what is kept may ask for it."""

MEANINGS = ("privacy_delete", "find_instrument", "human_contact")
"""What "ik wil weg van alles" may mean; a coach has no person to ask for."""


def plainly_asks(turn: Turn) -> bool:
    """Whether a message asks to erase everything: "haal ab weg" and "ik gooi alles weg" do not."""
    if turn.heard.pressed:
        return True
    if _names_a_client(turn):
        return False
    if fits(turn, "what_is_kept"):
        return True
    return turn.heard.confidence >= SURE and not fits(turn, "only_away")


def ask_which(turn: Turn) -> None:
    """Ask what is meant; to erase everything is one of the meanings."""
    meanings = MEANINGS[:-1] if turn.for_coach else MEANINGS
    turn.say(
        "utter_which_meaning",
        buttons=[Button(turn.phrases(f"meanings.{one}"), payload(one)) for one in meanings],
    )
    turn.dialogue = replace(turn.dialogue, quiet=turn.dialogue.step not in road.STEPS)


def _names_a_client(turn: Turn) -> bool:
    """Whether a coach speaks of a client: "verwijder Rafiq" is not about the coach."""
    if not turn.for_coach or turn.who.person_id is None:
        return False
    words = tokens(turn.heard.text.casefold())
    names = (person.name or "" for person in clients_of(turn.session, turn.who.person_id))
    return any(tokens(name.casefold()) & words for name in names if name)
