"""Which instrument finds out where a client stands: a coach gets what fits, and its source."""

from __future__ import annotations

from actions.turn import Button, Turn, payload
from actions.wording import topics
from catalogue.diagnosis import DiagnosisInstrument, for_specialist, load

MOST = 2
"""Instruments at a time: enough to compare, short enough to read."""

ASKED = ("5.1", "5.2", "1.1", "1.7", "4.2")
"""What coaches want to find out most, as buttons."""


def diagnose(turn: Turn) -> None:
    """Answer a coach; a client hears that their coach asks for research."""
    if not turn.for_coach:
        turn.say("utter_diagnosis_for_client")
        return
    about = _about(turn)
    found = load().fitting(about)[:MOST]
    if found:
        lines = "\n".join(_line(turn, one) for one in found)
        turn.say(
            "utter_diagnosis",
            topics=topics(turn, about),
            list=lines,
            source=load().source,
            buttons=_choices(turn, about),
        )
    elif any(map(for_specialist, about)):
        turn.say("utter_diagnosis_specialist", buttons=_choices(turn, about))
    elif about:
        turn.say("utter_diagnosis_none", topics=topics(turn, about), buttons=_choices(turn, about))
    else:
        turn.say("utter_ask_diagnosis", buttons=_choices(turn, ()))
    turn.dialogue = turn.dialogue.answered_aside()


def _about(turn: Turn) -> tuple[str, ...]:
    """What has to be found out: the kenmerken that are named, else those of the case."""
    heard = turn.heard
    said = (*heard.entities.get("kenmerk", ()), *(kenmerk.code for kenmerk in heard.kenmerken))
    known = [code for code in said if code in turn.taxonomy.kenmerken]
    spoken = load().named(heard.text)
    return tuple(dict.fromkeys((*known, *spoken))) or tuple(sorted(turn.known.wanted))


def _line(turn: Turn, one: DiagnosisInstrument) -> str:
    return turn.phrases(
        "facts.diagnosis",
        name=one.name,
        measures=one.measures,
        how=one.how,
        client=_hours(one.client_hours),
        coach=_hours(one.coach_hours),
        training=turn.phrases("facts.diagnosis_training") if one.training else "",
        good=one.good,
        careful=one.careful,
    )


def _hours(hours: float) -> str:
    return f"{hours:g}".replace(".", ",")


def _choices(turn: Turn, about: tuple[str, ...]) -> list[Button]:
    """Other things to find out."""
    return [
        Button(turn.taxonomy.kenmerken[code].chip, payload("diagnosis_instrument", kenmerk=code))
        for code in ASKED
        if code not in about
    ]
