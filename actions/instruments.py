"""What an instrument is, costs and asks; and the list to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.advice import line, near
from actions.knowing import fits
from actions.naming import meant, points_past
from actions.pointing import say_what_is_there
from actions.turn import Button, Turn, payload
from actions.wording import euros, groups, listed, signing_up, wait, weeks
from catalogue.choices import last_advice
from catalogue.instruments import Card
from catalogue.known import Known
from catalogue.search import instrument, search

ASPECTS = ("wat", "waar", "duur", "kosten", "wanneer", "wie", "voorwaarden", "aanmelden")
EXTRA = ("vorm", "voordelen", "nadelen", "ervaring")


def details(turn: Turn, aspects: Sequence[str] = ()) -> None:
    """One instrument, or what is asked of it; `aspects` where the message itself names none."""
    if points_past(turn):
        say_what_is_there(turn)
        return
    code = meant(turn)
    card = instrument(turn.session, code) if code else None
    asked = [a for a in turn.heard.entities.get("aspect", ()) if a in (*ASPECTS, *EXTRA)]
    aspects = asked or [*aspects]
    if card is None:
        _ask_which(turn, aspects)
        return
    turn.dialogue = replace(turn.dialogue.answered_aside(), focus=card.code, looking=tuple(aspects))
    if card.refer_only:
        turn.say("utter_details_refer", name=card.kind, summary=card.summary)
    elif aspects:
        lines = [fact(turn, card, aspect) for aspect in aspects]
        turn.say("utter_aspect", name=card.kind, facts="\n".join(lines), buttons=_next(turn, card))
    else:
        turn.say(
            "utter_details",
            name=card.name,
            summary=card.summary,
            goal=card.goal,
            facts="\n".join(_facts(turn, card)),
            pros=_bullets(turn, card.pros),
            cons=_bullets(turn, card.cons),
            not_for=card.not_for,
            evidence=card.evidence.text,
            buttons=_next(turn, card),
        )


def looks_at_another(turn: Turn) -> bool:
    """After one was read of: the same of the other one, or of which; False where nothing was."""
    dialogue = turn.dialogue
    others = [code for code in dialogue.on_screen if code != dialogue.focus]
    if dialogue.looking is None or not others:
        return False
    turn.dialogue = replace(dialogue, focus=others[0] if len(others) == 1 else None)
    details(turn, dialogue.looking)
    return True


def _facts(turn: Turn, card: Card) -> list[str]:
    """Every aspect on its own line, and what is good to know beside them."""
    lines = [fact(turn, card, aspect) for aspect in ASPECTS[1:]]
    if card.remarks:
        lines.append(turn.phrases("facts.remarks", value=card.remarks))
    return lines


def fact(turn: Turn, card: Card, aspect: str) -> str:
    """One aspect as a line: its label and what is known of it."""
    return turn.phrases(f"facts.{aspect}", value=value_of(turn, card, aspect))


def value_of(turn: Turn, card: Card, aspect: str) -> str:
    """What is known of one aspect, in words."""
    values = {
        "wat": card.method,
        "waar": _where(turn, card),
        "duur": _duration(turn, card),
        "kosten": euros(turn, card.cost_per_person),
        "wanneer": turn.phrases("facts.start", text=card.start.text, wait=wait(turn, card)),
        "wie": turn.phrases(
            "facts.provider_for_coach" if turn.for_coach else "facts.provider",
            provider=card.provider,
            role=card.client_role,
        ),
        "voorwaarden": _conditions(turn, card),
        "aanmelden": f"{signing_up(turn, card)} {card.application.contact}.",
        "vorm": _form(turn, card),
        "voordelen": " ".join(card.pros),
        "nadelen": " ".join((*card.cons, card.not_for)),
        "ervaring": _experience(turn, card),
    }
    return values[aspect]


def _where(turn: Turn, card: Card) -> str:
    """The addresses; the person's own place first, and one address in many places only once."""
    if not card.locations:
        return turn.phrases("facts.place_unknown")
    here = [loc for loc in card.locations if loc.gemeente in near(turn)]
    locations = [*here, *(loc for loc in card.locations if loc not in here)]
    addresses = {location.address for location in locations}
    if len(addresses) == 1 and len(locations) > 1:
        places = listed([location.gemeente for location in locations])
        return turn.phrases("facts.at_one_kind", address=addresses.pop(), places=places)
    return "; ".join(
        location.address
        if location.gemeente in location.address
        else turn.phrases("facts.at", gemeente=location.gemeente, address=location.address)
        for location in locations
    )


def _duration(turn: Turn, card: Card) -> str:
    duration = weeks(turn, card.duration_weeks)
    if card.hours is None:
        return duration
    return turn.phrases("facts.hours", weeks=duration, hours=f"{card.hours:g}")


def _form(turn: Turn, card: Card) -> str:
    return turn.phrases(f"facts.form_{card.form}", size=card.group_size)


def _conditions(turn: Turn, card: Card) -> str:
    entry, said = card.entry, []
    if entry.hours_min:
        said.append(turn.phrases("facts.entry_hours", hours=entry.hours_min))
    if entry.language_min:
        said.append(turn.phrases(f"facts.entry_{entry.language_min}"))
    if entry.benefit:
        said.append(turn.phrases("facts.entry_benefit"))
    if card.doelgroepen:
        said.append(turn.phrases("facts.entry_groups", groups=groups(turn, card.doelgroepen)))
    duty = "facts.duty_for_coach" if turn.for_coach else "facts.not_voluntary"
    said.append(turn.phrases("facts.voluntary" if card.voluntary else duty))
    return " ".join((*said, *entry.other))


def _experience(turn: Turn, card: Card) -> str:
    said = []
    for name in ("professionals", "clients"):
        if rating := getattr(card, f"rating_{name}"):
            grade = f"{rating.grade:.1f}".replace(".", ",")
            said.append(turn.phrases(f"facts.rating_{name}", grade=grade, count=rating.n))
    return " ".join((*said, card.evidence.text))


def _bullets(turn: Turn, sentences: tuple[str, ...]) -> str:
    return "\n".join(turn.phrases("facts.bullet", value=sentence) for sentence in sentences)


def _next(turn: Turn, card: Card) -> list[Button]:
    buttons = [Button(turn.phrases("buttons.choose_this"), payload("choose", instrument=card.code))]
    others = [code for code in turn.dialogue.on_screen if code != card.code]
    if card.code in turn.dialogue.on_screen and others:
        buttons.append(
            Button(
                turn.phrases("buttons.compare_with_other"),
                payload("compare", instrument=[card.code, others[0]]),
            )
        )
    for number, code in enumerate(turn.dialogue.on_screen, start=1):
        if code != card.code and len(buttons) < 4:
            buttons.append(
                Button(
                    turn.phrases("buttons.more_about", number=number),
                    payload("instrument_details", instrument=code),
                )
            )
    return [*buttons, turn.button("buttons.other_list", "more_options")]


def known_of_the_list(turn: Turn) -> Known:
    """What was known when the list on the screen was made: more than it, where nothing fits now."""
    if turn.dialogue.empty and turn.dialogue.shown:
        advice = last_advice(turn.session, conversation_id=turn.conversation_id)
        return advice.known if advice else turn.known
    return turn.known


def keep_list(turn: Turn) -> None:
    """The list in one message to keep, print or send on."""
    cards = search(turn.session, known_of_the_list(turn), limit=None).fits
    shown = {fit.instrument.code: fit for fit in cards}
    kept = [shown[code] for code in turn.dialogue.shown if code in shown]
    if not kept:
        turn.say("utter_no_list_yet")
        return
    text = "\n".join(line(turn, fit, number) for number, fit in enumerate(kept, start=1))
    done = [turn.button("buttons.ready", "stop")] if turn.dialogue.step == "chosen" else []
    turn.dialogue = turn.dialogue.answered_aside() if done else turn.dialogue
    if fits(turn, "mail_it"):
        turn.say("utter_explain", explanation=turn.phrases("facts.no_mail"))
    turn.say("utter_list", list=text, custom={"list": True}, buttons=done)


def _ask_which(turn: Turn, aspects: Sequence[str]) -> None:
    """Ask which one is meant; the button remembers what was asked of it."""
    about: dict[str, object] = {"aspect": [*aspects]} if aspects else {}
    cards = [card for code in turn.dialogue.on_screen if (card := instrument(turn.session, code))]
    if not cards:
        say_what_is_there(turn)
        return
    turn.say(
        "utter_ask_which",
        buttons=[
            Button(card.kind, payload("instrument_details", instrument=card.code, **about))
            for card in cards
        ],
    )
    turn.dialogue = turn.dialogue.answered_aside()
