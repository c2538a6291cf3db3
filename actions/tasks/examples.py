"""Standard goals as examples: by what they are about, with every level, ready to use."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from actions.tasks import topics
from actions.tasks.own_words import unsure
from actions.tasks.sketch import from_standard, steps_shown
from actions.tasks.task import end, filled
from actions.turn import Button, Turn, payload
from doelenmeter import library, scales
from doelenmeter.library import StandardGoal, Type

MOST_SHOWN = 5


def start(turn: Turn) -> None:
    """Show examples; nothing is kept, so nothing is asked."""
    show(turn)
    end(turn)
    turn.dialogue = replace(turn.dialogue, quiet=True)  # the examples have buttons of their own


def show(turn: Turn) -> None:
    """One goal, a few that fit, or what they may be about."""
    pressed = turn.heard.pressed
    standard = library.load().get(turn.heard.value("standard") or "") if pressed else None
    code = turn.heard.value("kenmerk") if pressed else None
    if standard is not None:
        _card(turn, standard)
    elif found := _fitting(turn, code):
        turn.say("utter_standard_goals", buttons=[*_goals(turn, found), _others(turn, "any")])
    elif code and (within := topics.in_group(turn, code)):
        chips = topics.kenmerken(turn, "standard_goals", within, **_whose(turn))
        turn.say("utter_scale_topics", buttons=chips)
    else:
        groups = topics.groups(turn, "standard_goals", **_whose(turn))
        turn.say("utter_ask_goal_group", buttons=groups)


def _fitting(turn: Turn, code: str | None) -> list[StandardGoal]:
    """Goals about a kenmerk, of a type, for a group of people or in the words of the question."""
    heard = turn.heard
    if heard.pressed or unsure(turn):
        groups = turn.known.doelgroepen
        about = [code] if code else _wanted(turn)
        return _about(about, None, groups) if code != "any" else []
    groups = frozenset(heard.entities.get("doelgroep", ())) | turn.known.doelgroepen
    words = heard.text.casefold().split()
    kind: Type | None = next((one for one in get_args(Type) if one in words), None)
    about = [kenmerk.code for kenmerk in heard.kenmerken]
    if about:
        return _about(about, kind, groups)
    if kind or heard.entities.get("doelgroep"):
        found = library.find(type=kind, doelgroepen=groups)
        return list(found)[:MOST_SHOWN]
    return list(library.like(heard.text))[:MOST_SHOWN] or _about(_wanted(turn), None, groups)


def _about(codes: list[str], kind: Type | None, groups: frozenset[str]) -> list[StandardGoal]:
    found = [
        goal for code in codes for goal in library.find(kenmerk=code, type=kind, doelgroepen=groups)
    ]
    return found[:MOST_SHOWN]


def _wanted(turn: Turn) -> list[str]:
    """What the conversation is about."""
    return [code for code in turn.taxonomy.kenmerken if code in turn.known.wanted]


def _goals(turn: Turn, found: list[StandardGoal]) -> list[Button]:
    return [
        Button(goal.title, payload("standard_goals", standard=goal.code, **_whose(turn)))
        for goal in found
    ]


def _others(turn: Turn, code: str) -> Button:
    return turn.button("buttons.other_examples", "standard_goals", kenmerk=code, **_whose(turn))


def _whose(turn: Turn) -> dict[str, str]:
    """For whom a coach looks, where that was said: every button hands it on."""
    client = turn.heard.value("client") if turn.heard.pressed else filled(turn.dialogue, "client")
    return {"client": str(client)} if client else {}


def _card(turn: Turn, standard: StandardGoal) -> None:
    """A standard goal with every level."""
    sketch = from_standard(standard)
    turn.say(
        "utter_scale_standard",
        goal=standard.title,
        steps=steps_shown(turn, scales.DEFAULT, sketch.texts),
        measure=standard.measure,
        buttons=[
            turn.button("buttons.use_goal", "set_goal", standard=standard.code, **_whose(turn)),
            _others(turn, standard.kenmerk),
        ],
    )
