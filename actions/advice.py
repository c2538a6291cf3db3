"""The list of instruments: what was understood, what fits and why, and what to let go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.for_whom import ask_for_whom, only_for_others
from actions.turn import Button, Turn, payload
from actions.wording import (
    condition,
    euros,
    groups,
    known_conditions,
    listed,
    relaxation,
    topics,
    wait,
    weeks,
)
from catalogue.choices import Shown, advise
from catalogue.instruments import Card
from catalogue.relax import relaxations
from catalogue.search import Fit, search

PAGE = 3
"""Instruments in one list."""

MOST_MISSED = 2
"""So many kenmerken that one does not act on are named; more are counted."""

WEEK_CHOICES = (8, 13, 26)

MOST_BUTTONS = 5
"""Under one message; with more chips than that kenmerken and conditions stand apart."""

MOST_LETTERS = 100
"""Letters of conditions in one message; the buttons name those that matter."""

MOST_OFFERS = 4
"""Conditions that are offered to let go, best first."""


def show_advice(turn: Turn) -> None:
    """Show the list, store what was on the screen, or say what could be let go."""
    found = search(turn.session, turn.known, limit=PAGE, skip=turn.dialogue.seen)
    if turn.for_coach:
        _say_understood(turn)
    if turn.dialogue.left_aside:
        turn.say("utter_left_aside", aside=turn.dialogue.left_aside)
        turn.dialogue = replace(turn.dialogue, left_aside="")
    if not found.fits:
        _say_nothing_fits(turn)
        turn.dialogue = replace(turn.dialogue, empty=True, listed=True, focus=None)
        return
    total = search(turn.session, turn.known, limit=1).total if turn.dialogue.seen else found.total
    turn.say(
        "utter_advice",
        total=str(total),
        list="\n".join(line(turn, fit, number) for number, fit in enumerate(found.fits, start=1)),
        buttons=list_buttons(turn, [fit.instrument.code for fit in found.fits]),
    )
    if all(only_for_others(turn, fit.instrument) for fit in found.fits):
        ask_for_whom(turn, [fit.instrument for fit in found.fits])
    elif total == 1:
        _offer_more(turn)
    if turn.dialogue.vague_weeks:
        turn.say("utter_ask_vague_weeks", buttons=week_limits(turn))
    advise(
        turn.session,
        now=turn.now(),
        conversation_id=turn.conversation_id,
        person_id=None,  # without consent it carries the conversation only
        known=turn.known,
        shown=[Shown.of(fit) for fit in found.fits],
    )
    shown = tuple(fit.instrument.code for fit in found.fits)
    focus = shown[0] if len(shown) == 1 else None
    turn.dialogue = replace(turn.dialogue, shown=shown, focus=focus, listed=True)
    turn.dialogue = replace(turn.dialogue, vague_weeks=False, looking=None, empty=False)


def line(turn: Turn, fit: Fit, number: int) -> str:
    """One instrument: its name, the facts that count first, and why it is here."""
    card = fit.instrument
    facts = [place(turn, card), weeks(turn, card.duration_weeks), euros(turn, card.cost_per_person)]
    if turn.known.max_wait is not None:
        facts.append(wait(turn, card))
    if only_for_others(turn, card):
        facts.append(turn.phrases("facts.only_for", groups=groups(turn, card.doelgroepen)))
    if turn.for_coach and card.rating_professionals:
        rating = card.rating_professionals
        grade = f"{rating.grade:.1f}".replace(".", ",")
        facts.append(turn.phrases("facts.grade", grade=grade, count=rating.n))
    return turn.phrases(
        "facts.line",
        number=number,
        name=card.kind,
        facts=", ".join(facts),
        reason=because(turn, fit),
    )


def place(turn: Turn, card: Card) -> str:
    """Where it is: the person's own place when it is there too."""
    everywhere = tuple(dict.fromkeys(location.gemeente for location in card.locations))
    places = tuple(p for p in everywhere if p not in turn.known.not_in) or everywhere
    if not places:
        return turn.phrases("facts.place_unknown")
    if here := [place for place in near(turn) if place in places]:
        return here[0]
    return places[0] if len(places) == 1 else turn.phrases("facts.places", first=places[0])


def near(turn: Turn) -> tuple[str, ...]:
    """Where somebody wants it, the place named first in front."""
    known = turn.known
    return (known.gemeente, *sorted(known.also_in)) if known.gemeente else ()


def because(turn: Turn, fit: Fit) -> str:
    """Why this one is in the list, from the conditions that acted and nothing else."""
    if turn.for_coach:
        return _because_for_coach(turn, fit)
    quoted = [code for code in fit.matched if code in turn.known.said]
    if quoted:
        words = turn.known.said[quoted[0]]
        rest = [code for code in fit.matched if code != quoted[0]]
        reason = turn.phrases("reasons.said", words=words)
        also = turn.phrases("reasons.also", topics=topics(turn, rest)) if rest else ""
        return f"{reason} {also}".strip()
    if fit.matched:
        return turn.phrases("reasons.topics", topics=topics(turn, fit.matched))
    kinds = [r.kind for r in fit.reasons if r.kind != "kenmerk"]
    if kinds:
        return turn.phrases(
            "reasons.conditions", conditions=listed([condition(turn, k) for k in kinds])
        )
    return turn.phrases("reasons.nothing_known")


def _because_for_coach(turn: Turn, fit: Fit) -> str:
    if not turn.known.wanted:
        kinds = [condition(turn, r.kind) for r in fit.reasons]
        if not kinds:
            return turn.phrases("reasons.nothing_known")
        return turn.phrases("reasons.conditions", conditions=listed(kinds))
    reason = turn.phrases(
        "reasons.matched",
        count=len(fit.matched),
        of=len(turn.known.wanted),
        topics=topics(turn, fit.matched),
    )
    if not fit.missed:
        return reason
    if len(fit.missed) > MOST_MISSED:
        return f"{reason} {turn.phrases('reasons.missed_many', count=len(fit.missed))}"
    missed = turn.phrases("reasons.missed", topics=topics(turn, fit.missed))
    return f"{reason} {missed}"


def chip(turn: Turn, code: str) -> Button:
    """A kenmerk as a chip that a tap takes away."""
    title = turn.phrases("buttons.chip", what=turn.taxonomy.kenmerken[code].chip)
    return Button(title, payload("deny", kenmerk=code))


def _say_understood(turn: Turn) -> None:
    """A coach sees goal and kenmerk before the list, as chips that can be taken away."""
    kenmerken = [code for code in turn.taxonomy.kenmerken if code in turn.known.wanted]
    names = known_conditions(turn)
    goals = [chip(turn, code) for code in kenmerken]
    conditions = [
        Button(
            turn.phrases("buttons.chip", what=condition(turn, name)),
            payload("refine_practical", drop=name),
        )
        for name in names
    ]
    together = bool(goals) and len(goals) + len(conditions) <= MOST_BUTTONS
    if goals:
        chips = [*goals, *conditions] if together else goals[:MOST_BUTTONS]
        turn.say("utter_understood", topics=topics(turn, kenmerken), buttons=chips)
    if conditions and not together:
        turn.say(
            "utter_understood_conditions",
            conditions=listed([condition(turn, name) for name in names]),
            buttons=conditions[:MOST_BUTTONS],
        )


def about_each(turn: Turn, codes: Sequence[str]) -> list[Button]:
    """More about each of the list."""
    return [
        Button(
            turn.phrases("buttons.more_about", number=number),
            payload("instrument_details", instrument=code),
        )
        for number, code in enumerate(codes, start=1)
    ]


def list_buttons(turn: Turn, codes: Sequence[str]) -> list[Button]:
    """What can be done with a list on the screen."""
    buttons = about_each(turn, codes)
    if len(codes) > 1:
        buttons.append(
            Button(turn.phrases("buttons.compare"), payload("compare", instrument=codes[:2]))
        )
    buttons.append(turn.button("buttons.other_list", "more_options"))
    return buttons


def week_limits(turn: Turn) -> list[Button]:
    """How long it may take at most."""
    return [
        Button(
            turn.phrases("buttons.max_weeks", count=count),
            payload("refine_practical", max_weken=str(count)),
        )
        for count in WEEK_CHOICES
    ]


def offers(turn: Turn) -> list[Button]:
    """Conditions to let go, each with how many fit then."""
    return [
        Button(relaxation(turn, offer), payload("refine_practical", drop=offer.drop))
        for offer in relaxations(turn.session, turn.known)[:MOST_OFFERS]
    ]


def ways_out(turn: Turn) -> list[Button]:
    """Where nothing fits: what could be let go, and a person."""
    return [*offers(turn), turn.button("buttons.person", "human_contact")]


def _say_nothing_fits(turn: Turn) -> None:
    names = (*(("kenmerken",) if turn.known.wanted else ()), *known_conditions(turn))
    conditions = listed([condition(turn, name) for name in names])
    many = len(conditions) > MOST_LETTERS
    blocked = "utter_nothing_fits_together" if many else "utter_nothing_fits"
    turn.say(
        blocked if offers(turn) else "utter_nothing_at_all",
        conditions=conditions,
        buttons=ways_out(turn),
    )


def _offer_more(turn: Turn) -> None:
    if wider := offers(turn):
        turn.say("utter_only_one", buttons=wider)
