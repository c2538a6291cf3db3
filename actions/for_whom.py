"""Help that is only for some people: asked where a list has nothing else, left out after a no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.turn import Button, Turn, payload
from actions.wording import groups
from catalogue.instruments import Card
from catalogue.search import instrument, only_for

MOST_GROUPS = 4
"""So many have a button, beside the no."""

BARE = 2
"""Words; a longer yes or no says more than whether somebody belongs to a group."""


def only_for_others(turn: Turn, card: Card) -> bool:
    """Whether it is only for a group that nobody said this person belongs to."""
    return bool(card.doelgroepen) and not turn.known.doelgroepen & set(card.doelgroepen)


def ask_for_whom(turn: Turn, cards: Sequence[Card]) -> None:
    """Nothing on the list is for everyone: ask whether this person belongs to those groups."""
    meant = _groups(cards)
    name = "facts.all_for_groups_for_coach" if turn.for_coach else "facts.all_for_groups"
    belongs = [
        Button(
            turn.phrases("buttons.belongs", group=groups(turn, (group,))),
            payload("refine_practical", doelgroep=group),
        )
        for group in meant[:MOST_GROUPS]
    ]
    belongs_not = turn.button("buttons.belongs_not", "deny", doelgroep=meant)
    question = turn.phrases(name, groups=groups(turn, meant))
    turn.say("utter_explain", explanation=question, buttons=[*belongs, belongs_not])


def meant_groups(turn: Turn) -> list[str]:
    """The groups that somebody says to belong to; a yes is enough where one was asked."""
    refused, asked = refused_groups(turn), _asked(turn)
    if turn.heard.intent == "affirm" and len(asked) == 1 and _says_only_that(turn):
        return asked
    return [group for group in turn.heard.entities.get("doelgroep", ()) if group not in refused]


def refused_groups(turn: Turn) -> set[str]:
    """The groups that somebody says not to belong to; a no is enough where they were asked."""
    heard = turn.heard
    if heard.pressed and heard.intent == "deny":
        return set(heard.entities.get("doelgroep", ()))
    bare = heard.intent == "deny" and _says_only_that(turn)
    return {*heard.ruled_out.get("doelgroep", ()), *(_asked(turn) if bare else ())}


def leave_out(turn: Turn) -> None:
    """What is only for groups that somebody does not belong to is not wanted."""
    if refused := refused_groups(turn):
        known, theirs = turn.known, only_for(turn.session, refused)
        groups_left = known.doelgroepen - refused
        turn.known = replace(known, doelgroepen=groups_left, unwanted=known.unwanted | theirs)


def _asked(turn: Turn) -> list[str]:
    """The groups that were asked under the list on the screen, until one of it was read."""
    if turn.dialogue.step != "advice" or turn.dialogue.looking is not None:
        return []
    found = (instrument(turn.session, code) for code in turn.dialogue.on_screen)
    cards = [card for card in found if card]
    return _groups(cards) if all(only_for_others(turn, card) for card in cards) else []


def _groups(cards: Sequence[Card]) -> list[str]:
    return sorted({group for card in cards for group in card.doelgroepen})


def _says_only_that(turn: Turn) -> bool:
    heard = turn.heard
    few = len(heard.text.split()) <= BARE and not heard.pressed
    return few and not (heard.entities or heard.kenmerken or heard.ruled_out)
