"""Setting a goal: where to begin, what it is called, and what makes it clear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, zip_longest
from typing import Any

from actions.tasks import examples, stuck
from actions.tasks.changing import changes_a_goal, ends_a_goal, wishes_change
from actions.tasks.next_part import advance, missing_part, on_scale, take
from actions.tasks.own_words import hears, text, unsure
from actions.tasks.place_and_topic import place_in
from actions.tasks.sketch import Sketch, begin_with, from_standard, keep, of
from actions.tasks.task import client_id, client_name, filled, note
from actions.turn import Button, Turn, payload
from doelenmeter import amounts, dates, library, said, scales
from doelenmeter.library import StandardGoal

MOST_SHOWN = 4
"""Standard goals to choose from, beside an own one."""

LIKELY = 3
"""Kenmerken to choose from for an own goal."""

LIKE_IT = 2
"""Standard goals to take instead of an own one that is not clear yet."""

LONGEST_TITLE = 100


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
        likely = filled(turn.dialogue, "likely") or ()
        _titled(turn, title, about=_about(turn), likely=likely)
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
    if _use_standard(turn):
        return True
    if turn.heard.pressed and turn.heard.value("standard") == "own":
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
        examples.show(turn)
        turn.dialogue = replace(turn.dialogue, quiet=True)  # the examples have buttons of their own
        return True
    title = said.wish(text(turn), name=client_name(turn))
    if not title:
        return False
    if scale := said.scale(text(turn)):
        note(turn, sketch=on_scale(of(turn), scale).to_json())
    if len(title) > LONGEST_TITLE:
        turn.say("utter_shorter_please")
        return True
    _named(turn, title)
    return True


def _named(turn: Turn, title: str) -> None:
    """Take the title that this message tells."""
    about = [kenmerk.code for kenmerk in turn.heard.kenmerken]
    _titled(turn, title, about=about, likely=turn.heard.candidates)


def _titled(turn: Turn, title: str, *, about: list[str], likely: Iterable[str]) -> None:
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
            setting=sketch.setting or place_in(turn, title),
            kenmerk=sketch.kenmerk or next(iter(about), ""),
            likely=_likely(turn, title, likely),
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
            buttons=[*_like_this(turn), *stuck.ways_past(turn)],
        )


def _like_this(turn: Turn) -> list[Button]:
    """Standard goals like this one, to use instead: every level of them is written out."""
    return [
        Button(
            turn.phrases("buttons.like_goal", goal=goal.title),
            payload("choose", standard=goal.code),
        )
        for goal in library.like(of(turn).title, least=stuck.ALIKE)[:LIKE_IT]
    ]


def _use_standard(turn: Turn) -> bool:
    """Take the standard goal that was pressed, if one was."""
    code = turn.heard.value("standard") if turn.heard.pressed else None
    standard = library.load().get(code or "")
    if standard is None:
        return False
    sketch = of(turn)
    take(turn, replace(from_standard(standard, scale=sketch.scale), target=sketch.target))
    return True


def hear_clear(turn: Turn) -> bool:
    """Put the answer where it belongs; whoever does not know is not asked again."""
    if _use_standard(turn):
        return True
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
        _named(turn, telling)
        return
    amount = amounts.read(words)
    if amount and amount.unit and said.of_now(words):
        take(turn, replace(answered, now=said.without_opening(words)))
        return
    aim = words if amount and amount.unit else sketch.aim
    take(turn, replace(answered, measure=said.sentence(words), aim=aim))


def _examples(turn: Turn) -> Button:
    """The way to standard goals; a coach stays with the same client."""
    client = {"client": str(client_id(turn))} if turn.for_coach else {}
    return turn.button("buttons.show_examples", "standard_goals", **client)


def _about(turn: Turn) -> list[str]:
    return list(filled(turn.dialogue, "about") or ())


def _likely(turn: Turn, title: str, heard: Iterable[str]) -> tuple[str, ...]:
    """The kenmerken that an own goal may be about, the likeliest first; always one at least.

    What the words resemble and what was heard in them go in turns.
    """
    by_name = (goal.kenmerk for goal in library.like(title, least=stuck.ALIKE))
    in_turns = chain.from_iterable(zip_longest(dict.fromkeys(by_name), heard))
    wanted = (code for code in turn.taxonomy.kenmerken if code in turn.known.wanted)
    by_words = (goal.kenmerk for goal in library.like(title, least=0))
    every = turn.taxonomy.kenmerken  # for a title of signs alone, which resembles nothing
    codes = dict.fromkeys((*in_turns, *wanted, *by_words, *every))
    return tuple(code for code in codes if code in every)[:LIKELY]


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
