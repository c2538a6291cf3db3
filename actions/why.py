"""Why an instrument is in the list, and why another one is not."""

from __future__ import annotations

from dataclasses import replace

from actions.advice import because
from actions.naming import mentioned, points_past
from actions.pointing import say_what_is_there
from actions.turn import Button, Turn, payload
from actions.wording import condition, letting_go, topics
from catalogue.instruments import Card
from catalogue.known import PRACTICAL, RULED_OUT, Known
from catalogue.search import Fit, instrument, search


def why(turn: Turn) -> None:
    """Why this list; or why an instrument that is not in it is not."""
    if points_past(turn):
        say_what_is_there(turn)
        return
    named = mentioned(turn)
    if turn.dialogue.empty and not named:
        turn.dialogue = replace(turn.dialogue, listed=False)  # what blocks is told again
        return
    if not turn.dialogue.shown and not named:
        turn.say("utter_why_nothing_yet")
        return
    found = {fit.instrument.code: fit for fit in search(turn.session, turn.known, limit=None).fits}
    codes = named or turn.dialogue.shown
    for code in codes[:1] if named else ():
        if code not in found:
            _why_not(turn, code)
            return
        if code not in turn.dialogue.shown:
            _why_lower(turn, found[code])
            return
    lines = [
        turn.phrases("reasons.why_line", name=fit.instrument.kind, reason=because(turn, fit))
        for code in codes
        if (fit := found.get(code))
    ]
    turn.say("utter_why", lines="\n".join(lines))


def _why_not(turn: Turn, code: str) -> None:
    """The conditions that keep it out, each tried apart; and what it does act on."""
    card = instrument(turn.session, code)
    if card is None or card.refer_only:
        turn.say("utter_specialist_decides", name=card.kind if card else code)
        return
    blocking = [
        name
        for name in ("route", *PRACTICAL, *RULED_OUT)
        if turn.known.knows(name) and not _fits_only(turn, card, name)
    ]
    turn.dialogue = turn.dialogue.answered_aside()
    if not blocking:
        turn.say(
            "utter_why_not_kenmerk",
            name=card.kind,
            topics=topics(turn, card.kenmerken),
            buttons=_take_along(turn, card),
        )
        return
    other_topic = bool(turn.known.wanted) and not turn.known.wanted & set(card.kenmerken)
    turn.say(
        "utter_why_not_both" if other_topic else "utter_why_not_condition",
        name=card.kind,
        conditions=", ".join(condition(turn, name) for name in blocking),
        topics=topics(turn, card.kenmerken),
        buttons=[
            *(
                Button(
                    letting_go(turn, name),
                    payload("refine_practical", drop=name),
                )
                for name in blocking[:3]
            ),
            *(_take_along(turn, card)[:1] if other_topic else ()),
        ],
    )


def _fits_only(turn: Turn, card: Card, name: str) -> bool:
    """Whether the instrument stays in under this one condition alone."""
    known = turn.known.to_json()
    alone = Known.from_json({key: known[key] for key in (name, "also_in")})
    found = search(turn.session, alone, limit=None)
    return any(fit.instrument.code == card.code for fit in found.fits)


def _why_lower(turn: Turn, fit: Fit) -> None:
    turn.dialogue = turn.dialogue.answered_aside()
    turn.say(
        "utter_why_lower",
        name=fit.instrument.kind,
        reason=because(turn, fit),
        buttons=_take_along(turn, fit.instrument),
    )


def _take_along(turn: Turn, card: Card) -> list[Button]:
    """Its own kenmerken, to add to what is wanted."""
    extra = [code for code in card.kenmerken if code not in turn.known.wanted][:2]
    return [
        *(
            Button(
                turn.phrases("buttons.add", what=turn.taxonomy.kenmerken[code].chip),
                payload("find_instrument", kenmerk=code),
            )
            for code in extra
        ),
        turn.button("buttons.leave_it", "unsure"),
    ]
