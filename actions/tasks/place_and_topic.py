"""Setting a goal: where it takes place and what it is about most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from actions.tasks import stuck, topics
from actions.tasks.next_part import take
from actions.tasks.own_words import commands, hears, unsure
from actions.tasks.sketch import of, step_back
from actions.tasks.task import client_name, filled, note
from actions.turn import Turn
from doelenmeter import amounts

ANY = "any"
"""Every group of kenmerken, where none of the likely ones is meant."""

MOST_LIKELY = 3
"""So many kenmerken to choose from, where words name more than one."""

PLACES: Mapping[str, tuple[str, str]] = {
    "work": ("buttons.place_work", "at_work"),
    "home": ("buttons.place_home", "at_home"),
    "school": ("buttons.place_school", "at_school"),
}
"""Where a goal takes place: what the button says, and the words that tell it."""


def ask_where(turn: Turn) -> None:
    """Where it takes place."""
    turn.say(
        "utter_ask_goal_where",
        name=client_name(turn),
        buttons=[
            *(turn.button(title, "choose", part=place) for place, (title, _) in PLACES.items()),
            *stuck.ways_past(turn),
        ],
    )


def hear_where(turn: Turn) -> bool:
    """A place, pressed or in own words."""
    place = turn.heard.value("part") if turn.heard.pressed else None
    if place and place in PLACES:
        _placed(turn, turn.phrases(PLACES[place][0]))
        return True
    if unsure(turn):
        _placed(turn, turn.phrases("facts.anywhere"))
        return True
    return hears(_placed)(turn)


def _placed(turn: Turn, place: str) -> None:
    take(turn, replace(of(turn), setting=place[0].upper() + place[1:]))


def ask_topic(turn: Turn) -> None:
    """What the goal is about most, among what it may be; else of all, by group."""
    group = filled(turn.dialogue, "group")
    not_known = stuck.ways_past(turn)
    if group == ANY:
        turn.say("utter_scale_topics", buttons=[*topics.groups(turn, "choose"), *not_known])
    elif group:
        within = topics.in_group(turn, str(group))
        within_group = topics.kenmerken(turn, "choose", within)
        turn.say("utter_scale_topics", buttons=[*within_group, *not_known])
    else:
        likely = topics.kenmerken(turn, "choose", of(turn).likely)
        other = turn.button("buttons.other_topic", "choose", kenmerk=ANY)
        turn.say("utter_ask_goal_topic", buttons=[*likely, other, *not_known])


def hear_topic(turn: Turn) -> bool:
    """A kenmerk, pressed, named or heard, or a group of them; not to know takes the likeliest."""
    sketch = of(turn)
    pressed = turn.heard.entities.get("kenmerk", ()) if turn.heard.pressed else ()
    named = topics.named(turn, _shown(turn))
    codes = (*pressed, *named[:1], *(kenmerk.code for kenmerk in turn.heard.kenmerken))
    chosen = next((code for code in codes if code in turn.taxonomy.kenmerken), None)
    amount = amounts.read(turn.heard.text)
    ahead = turn.heard.text if amount and amount.unit else ""  # how it goes now, asked next
    if len(named) > 1 and not ahead:
        _asks_among(turn, named)
    elif chosen or ahead or unsure(turn):
        kenmerk = chosen or sketch.likely[0]
        take(turn, replace(sketch, kenmerk=kenmerk, now=sketch.now or ahead))
    elif wider := _wider(turn, pressed):
        note(turn, group=wider)
        turn.dialogue = turn.dialogue.at("goal_topic")
    elif guessed := topics.guessed(turn):
        _asks_among(turn, guessed)
    else:
        return False
    return True


def _wider(turn: Turn, pressed: Iterable[str]) -> str | None:
    """A group of kenmerken, pressed or named."""
    groups = (code for code in pressed if code == ANY or topics.in_group(turn, code))
    return next(groups, None) or topics.named_group(turn)


def _asks_among(turn: Turn, codes: Sequence[str]) -> None:
    """Ask which of a few is meant."""
    likely = replace(of(turn), likely=tuple(codes)[:MOST_LIKELY])
    note(turn, group=None, sketch=likely.to_json())
    turn.dialogue = turn.dialogue.at("goal_topic")


def _shown(turn: Turn) -> list[str]:
    """The kenmerken on the screen, in order."""
    group = filled(turn.dialogue, "group")
    within = topics.in_group(turn, str(group))
    return within if group else list(of(turn).likely)


def names_a_topic(turn: Turn) -> bool:
    """Whether a topic is asked and the words name one, whatever else they sound like: "bellen"."""
    asked = turn.dialogue.step == "goal_topic" and not commands(turn)
    return asked and bool(topics.named(turn, _shown(turn)) or topics.named_group(turn))


def topic_back(turn: Turn) -> None:
    """From a group to every group, from there to the likely ones, then to the question before."""
    group = filled(turn.dialogue, "group")
    if group is None:
        step_back(turn)
        return
    turn.say("utter_step_back")
    note(turn, group=None if group == ANY else ANY)
    turn.dialogue = turn.dialogue.at("goal_topic")


def place_in(turn: Turn, title: str) -> str:
    """Where a title says it takes place; empty where it does not say."""
    words = set(title.casefold().split())
    for place, told_by in PLACES.values():
        if words & set(turn.phrases.words(told_by)):
            return turn.phrases(place)
    return ""
