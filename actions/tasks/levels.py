"""Setting a goal: where somebody stands, where to, the levels in between, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from actions.tasks import stuck
from actions.tasks.next_part import missing_level, take
from actions.tasks.own_words import hears, plain, skips, text, told, unsure
from actions.tasks.sketch import of
from actions.tasks.task import client_name, filled, note
from actions.turn import Button, Turn, payload
from doelenmeter import dates, goals, library, said, scales
from doelenmeter.said import sentence
from doelenmeter.scales import Meaning

WEEKS = {6: "buttons.weeks_6", 13: "buttons.weeks_13", 26: "buttons.weeks_26"}
"""To choose from; it is read back as a day."""

USUAL_WEEKS = 13
"""For who does not know by when."""


def ask_now(turn: Turn) -> None:
    """Where somebody stands."""
    turn.say(
        "utter_ask_goal_now",
        goal=of(turn).title,
        name=client_name(turn),
        buttons=stuck.ways_past(turn, stuck.of_a_level(of(turn), "start")),
    )


def hear_now(turn: Turn) -> bool:
    """The start, in own words; "like at the beginning" for who cannot tell."""
    if skips(turn):
        _now(turn, scales.load_signs()["start"].plain)
        return True
    if example := stuck.pressed_text(turn, "start"):
        _now(turn, example)
        return True
    return hears(_now, text)(turn)


def _now(turn: Turn, words: str) -> None:
    note(turn, nearest=None)
    now = said.without_opening(words) if said.of_now(words) else ""
    take(turn, replace(of(turn), now=now or words))


def ask_aim(turn: Turn) -> None:
    """Where somebody wants to be; goals that leave room for every level as buttons."""
    nearest = filled(turn.dialogue, "nearest") or ()
    sketch = of(turn)
    turn.say(
        "utter_ask_goal_aim" if sketch.now else "utter_ask_goal_aim_only",
        goal=sketch.title,
        now=sentence(sketch.now),
        name=client_name(turn),
        buttons=[
            *(Button(words, payload("choose", part=words)) for words in nearest),
            *stuck.ways_past(turn, stuck.of_a_level(sketch, "goal")),
        ],
    )


def hear_aim(turn: Turn) -> bool:
    """The goal in own words; its title for who cannot say more."""
    sketch = of(turn)
    nearest = filled(turn.dialogue, "nearest") or ()
    pressed = turn.heard.value("part") if turn.heard.pressed else None
    if pressed in nearest:
        _aim(turn, str(pressed))
        return True
    if example := stuck.pressed_text(turn, "goal"):
        _aim(turn, example)
        return True
    if skips(turn):
        same = scales.same_words(sketch.title, sketch.now)
        _aim(turn, scales.load_signs()["goal"].plain if same else sketch.title)
        return True
    return hears(_aim, text)(turn)


def _aim(turn: Turn, words: str) -> None:
    take(turn, replace(of(turn), aim=words))


def ask_level(turn: Turn) -> None:
    """One level, with an example of a goal like this one beside it."""
    sketch = of(turn)
    meaning = missing_level(sketch)
    if meaning is None:
        return
    example = next(iter((*stuck.alike(sketch), *library.load().values())))
    turn.say(
        f"utter_ask_goal_{meaning}",
        goal=sketch.title,
        title=example.title,
        example=stuck.level_text(example, meaning),
        below=sketch.words.get("more", ""),
        buttons=[
            *stuck.ways_past(turn, stuck.of_a_level(sketch, meaning)),
            *([turn.button("buttons.no_such_step", "deny")] if meaning == "worse" else []),
        ],
    )


def hear_level(turn: Turn) -> bool:
    """The text of a level; plain words for who cannot think of one."""
    sketch = of(turn)
    meaning = missing_level(sketch)
    if meaning is None:
        return False
    if meaning == "worse" and turn.heard.intent == "deny" and not text(turn):
        take(turn, replace(sketch, left_out=True))
        return True
    if skips(turn):
        put(turn, meaning, scales.load_signs()[meaning].plain)
        return True
    if example := stuck.pressed_text(turn, meaning):
        put(turn, meaning, example)
        return True
    return hears(lambda turn, words: put(turn, meaning, words), text)(turn)


def put(turn: Turn, meaning: Meaning, words: str) -> None:
    """Give a level its text, unless another level says the same: then it is asked again."""
    sketch = of(turn)
    text = sentence(words)
    others = (other for level, other in sketch.words.items() if level != meaning)
    if any(scales.same_words(text, other) for other in others):
        turn.say("utter_goal_same_step")
        return
    take(turn, replace(sketch, words={**sketch.words, meaning: text}))


def ask_when(turn: Turn) -> None:
    """By when."""
    turn.say(
        "utter_ask_goal_when",
        goal=of(turn).title,
        name=client_name(turn),
        buttons=[
            *(turn.button(title, "choose", part=str(weeks)) for weeks, title in WEEKS.items()),
            turn.button("buttons.unsure", "unsure"),
        ],
    )


def hear_when(turn: Turn) -> bool:
    """A number of weeks that was pressed, or a day in own words."""
    today = turn.today
    weeks = turn.heard.number("part") if turn.heard.pressed else None
    if unsure(turn) or plain(turn) in turn.phrases.words("any_day"):
        return _any_day(turn)
    if weeks not in WEEKS:
        weeks = None
    words = told(turn)
    said_day = dates.until(words, today=today) or dates.until(f"voor {words}", today=today)
    target = today + timedelta(weeks=weeks) if weeks else said_day
    if target is not None:
        take(turn, replace(of(turn), target=target))
    elif not turn.heard.pressed:
        turn.say("utter_goal_when_unclear")
    return target is not None or not turn.heard.pressed


def _any_day(turn: Turn) -> bool:
    """Take the usual day; a goal that there is keeps its own."""
    sketch = of(turn)
    target = turn.today + timedelta(weeks=USUAL_WEEKS)
    if sketch.goal is not None:
        target = goals.latest(turn.session, sketch.goal).target_date
    else:
        turn.say("utter_goal_when_usual")
    take(turn, replace(sketch, target=target))
    return True
