"""Setting a goal: where to begin, what it is, where it takes place and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.tasks import examples, topics
from actions.tasks.changing import changes_a_goal, ends_a_goal, wishes_change
from actions.tasks.next_part import advance, missing_part, on_scale, take
from actions.tasks.own_words import hears, told, unsure
from actions.tasks.sketch import Sketch, begin_with, from_standard, keep, of, step_back
from actions.tasks.task import client_id, client_name, filled, note
from actions.turn import Button, Turn, payload
from doelenmeter import amounts, dates, library, said, scales
from doelenmeter.library import StandardGoal

MOST_SHOWN = 4
"""Standard goals to choose from, beside an own one."""

LIKELY = 3
"""Kenmerken to choose from for an own goal."""

LONGEST_TITLE = 100

ANY = "any"
"""Every group of kenmerken, where none of the likely ones is meant."""

PLACES: Mapping[str, tuple[str, str]] = {
    "work": ("buttons.place_work", "at_work"),
    "home": ("buttons.place_home", "at_home"),
    "school": ("buttons.place_school", "at_school"),
}
"""Where a goal takes place: what the button says, and the words that tell it."""


def remember(turn: Turn) -> Mapping[str, Any]:
    """What the message that asks for a goal tells of it; the gates may ask something first."""
    heard = turn.heard
    codes = [kenmerk.code for kenmerk in heard.kenmerken]
    if heard.pressed:
        half_made = of(turn).scale
        standard = heard.value("standard")
        return {"standard": standard, "goal": heard.number("goal"), "scale": half_made}
    return {"said": heard.text, "about": codes, "likely": list(heard.candidates[:LIKELY])}


def start(turn: Turn) -> None:
    """Begin with a standard goal, with the goal that is told, or with a choice."""
    words = str(filled(turn.dialogue, "said") or "")
    if ends_a_goal(turn, words) or changes_a_goal(turn, words):
        return
    standard = library.load().get(str(filled(turn.dialogue, "standard") or ""))
    if standard is not None:
        begin_with(turn, from_standard(standard, scale=str(filled(turn.dialogue, "scale"))))
        advance(turn)
        return
    begin_with(turn, Sketch(scale=said.scale(words) or scales.DEFAULT))
    title = "" if wishes_change(turn, words) else said.wish(words, name=client_name(turn))
    if title and len(title) <= LONGEST_TITLE:
        _titled(turn, title, about=_about(turn))
    else:
        turn.dialogue = turn.dialogue.at("goal_begin")


def ask_begin(turn: Turn) -> None:
    """A few goals that fit, or an own one."""
    fitting = _fitting(turn)
    turn.say(
        "utter_ask_goal_begin" if fitting else "utter_ask_goal_begin_empty",
        name=client_name(turn),
        buttons=[
            *(Button(goal.title, payload("choose", standard=goal.code)) for goal in fitting),
            *([] if fitting else [_examples(turn)]),
            turn.button("buttons.own_goal", "choose", standard="own"),
        ],
    )


def hear_begin(turn: Turn) -> bool:
    """A standard goal, an own one, or the goal itself in own words."""
    heard = turn.heard
    standard = heard.value("standard") if heard.pressed else None
    if standard in library.load():
        take(turn, from_standard(library.load()[str(standard)], scale=of(turn).scale))
        return True
    if standard == "own":
        keep(turn, of(turn))
        turn.dialogue = turn.dialogue.at("goal_title")
        return True
    return hear_title(turn)


def ask_title(turn: Turn) -> None:
    """The goal in one sentence."""
    turn.say(
        "utter_ask_goal_title",
        name=client_name(turn),
        buttons=[_examples(turn)],
    )


def hear_title(turn: Turn) -> bool:
    """What somebody wants, without the words around it; examples for who does not know."""
    if unsure(turn):
        examples.start(turn)
        return True
    title = said.wish(told(turn), name=client_name(turn))
    if not title:
        return False
    if scale := said.scale(told(turn)):
        note(turn, sketch=on_scale(of(turn), scale).to_json())
    if len(title) > LONGEST_TITLE:
        turn.say("utter_shorter_please")
        return True
    _titled(turn, title, about=[kenmerk.code for kenmerk in turn.heard.kenmerken])
    return True


def _titled(turn: Turn, title: str, *, about: list[str]) -> None:
    """Take a title, and whatever else it tells: an amount, a day, a place, a kenmerk."""
    sketch = of(turn)
    amount = amounts.read(title)
    take(
        turn,
        replace(
            sketch,
            title=title[0].upper() + title[1:],
            aim=title if amount and amount.unit else sketch.aim,
            target=sketch.target or dates.until(title, today=turn.today),
            setting=sketch.setting or _place_in(turn, title),
            kenmerk=sketch.kenmerk or next(iter(about), ""),
            likely=sketch.likely or _likely(turn, title),
        ),
    )


def ask_clear(turn: Turn) -> None:
    """What is not clear yet, as a question with an example."""
    part = missing_part(of(turn))
    if part is not None:
        turn.say(
            "utter_ask_goal_clear",
            question=part.question,
            example=part.example,
            name=client_name(turn),
            buttons=[turn.button("buttons.unsure", "unsure")],
        )


def hear_clear(turn: Turn) -> bool:
    """Put the answer where it belongs; whoever does not know is not asked again."""
    sketch = of(turn)
    part = missing_part(sketch)
    if part is None or unsure(turn):
        take(turn, sketch.once(part.code) if part else sketch)
        return True
    return hears(_clearer)(turn)


def _clearer(turn: Turn, words: str) -> None:
    sketch = of(turn)
    part = missing_part(sketch)
    answered = sketch.once(part.code if part else "")
    telling = said.without_opening(words) or words
    if part and part.code == "specific" and len(telling) <= LONGEST_TITLE:
        note(turn, sketch=answered.to_json())
        _titled(turn, telling, about=[kenmerk.code for kenmerk in turn.heard.kenmerken])
        return
    amount = amounts.read(words)
    aim = words if amount and amount.unit else sketch.aim
    take(turn, replace(answered, measure=said.sentence(words), aim=aim))


def ask_where(turn: Turn) -> None:
    """Where it takes place."""
    turn.say(
        "utter_ask_goal_where",
        name=client_name(turn),
        buttons=[
            *(turn.button(title, "choose", part=place) for place, (title, _) in PLACES.items()),
            turn.button("buttons.unsure", "unsure"),
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
    not_known = turn.button("buttons.unsure", "unsure")
    if group == ANY:
        turn.say("utter_scale_topics", buttons=[*topics.groups(turn, "choose"), not_known])
    elif group:
        within = topics.in_group(turn, str(group))
        turn.say(
            "utter_scale_topics", buttons=[*topics.kenmerken(turn, "choose", within), not_known]
        )
    else:
        likely = topics.kenmerken(turn, "choose", of(turn).likely)
        other = turn.button("buttons.other_topic", "choose", kenmerk=ANY)
        turn.say("utter_ask_goal_topic", buttons=[*likely, other, not_known])


def hear_topic(turn: Turn) -> bool:
    """A kenmerk, pressed or heard, or a group of them; who does not know gets the likeliest."""
    sketch = of(turn)
    named = turn.heard.entities.get("kenmerk", ()) if turn.heard.pressed else ()
    wider = next((code for code in named if code == ANY or topics.in_group(turn, code)), None)
    if wider:
        note(turn, group=wider)
        turn.dialogue = turn.dialogue.at("goal_topic")
        return True
    codes = (*named, *(kenmerk.code for kenmerk in turn.heard.kenmerken))
    chosen = next((code for code in codes if code in turn.taxonomy.kenmerken), None)
    if chosen is None and not unsure(turn):
        return False
    take(turn, replace(sketch, kenmerk=chosen or sketch.likely[0]))
    return True


def topic_back(turn: Turn) -> None:
    """From a group to every group, from there to the likely ones, then to the question before."""
    group = filled(turn.dialogue, "group")
    if group is None:
        step_back(turn)
        return
    turn.say("utter_step_back")
    note(turn, group=None if group == ANY else ANY)
    turn.dialogue = turn.dialogue.at("goal_topic")


def _examples(turn: Turn) -> Button:
    """The way to standard goals; a coach stays with the same client."""
    client = {"client": str(client_id(turn))} if turn.for_coach else {}
    return turn.button("buttons.show_examples", "standard_goals", **client)


def _about(turn: Turn) -> list[str]:
    return list(filled(turn.dialogue, "about") or ())


def _likely(turn: Turn, title: str) -> tuple[str, ...]:
    """The kenmerken that an own goal may be about, the likeliest first; always one at least."""
    told_of = (*(filled(turn.dialogue, "likely") or ()), *turn.heard.candidates)
    wanted = (code for code in turn.taxonomy.kenmerken if code in turn.known.wanted)
    by_words = (goal.kenmerk for goal in library.like(title, least=0))
    codes = dict.fromkeys((*told_of, *wanted, *by_words))
    return tuple(code for code in codes if code in turn.taxonomy.kenmerken)[:LIKELY]


def _fitting(turn: Turn) -> tuple[StandardGoal, ...]:
    """Standard goals for what was said, else for what somebody wants to work on."""
    words = str(filled(turn.dialogue, "said") or "")
    about = _about(turn) or [c for c in turn.taxonomy.kenmerken if c in turn.known.wanted]
    found = [
        *(library.like(words) if words else ()),
        *(
            goal
            for code in about
            for goal in library.find(kenmerk=code, doelgroepen=turn.known.doelgroepen)
        ),
    ]
    return tuple({goal.code: goal for goal in found}.values())[:MOST_SHOWN]


def _place_in(turn: Turn, title: str) -> str:
    """Where a title says it takes place; empty where it does not say."""
    words = set(title.casefold().split())
    for place, told_by in PLACES.values():
        if words & set(turn.phrases.words(told_by)):
            return turn.phrases(place)
    return ""
