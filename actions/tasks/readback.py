"""Reading a goal back before anything is stored: yes, other words, a step less, or not at all."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.knowing import says
from actions.tasks import agreeing
from actions.tasks.changing import move_the_day, moves_the_day, names_the_day
from actions.tasks.levels import put
from actions.tasks.next_part import on_scale, take
from actions.tasks.own_words import hears, skips, text, told
from actions.tasks.scale_choice import FEW
from actions.tasks.setting import LONGEST_TITLE
from actions.tasks.sketch import Sketch, of, steps_shown
from actions.tasks.task import client_id, client_name, end, filled, note, party, person_id
from actions.turn import Button, Turn, payload
from doelenmeter import dates, goals, scales
from doelenmeter.matching import suggest
from doelenmeter.states import GoalError
from doelenmeter.tables import State, Wording

LEVEL_WITH_TEXT = re.compile(r"(?P<level>[+-]?\d)\s*(?:[:=]|is\b|wordt\b)\s*(?P<text>.*\w.*)")


def ask_read_back(turn: Turn) -> None:
    """The whole goal as one list, worst level first."""
    sketch = of(turn)
    worst = scales.load()[sketch.scale].meanings.get("worse")
    buttons = [
        turn.button("buttons.right", "affirm"),
        turn.button("buttons.change_step", "choose", part="step"),
    ]
    if worst in sketch.texts:
        buttons.append(turn.button("buttons.without_lowest", "choose", part="without"))
    if sketch.goal is None and turn.for_coach:
        buttons.append(turn.button("buttons.other_scale", "choose", part="scale"))
    elif sketch.goal is None and sketch.scale == scales.DEFAULT:
        buttons.append(turn.button("buttons.three_steps", "choose", part="few"))
    turn.say(
        "utter_scale_read_back",
        name=client_name(turn),
        goal=sketch.title,
        steps=steps_shown(turn, sketch.scale, sketch.texts),
        where=sketch.setting,
        measure=sketch.measure or turn.phrases("facts.measured_together"),
        day=dates.said_day(sketch.target or turn.today),
        buttons=[*buttons, turn.button("buttons.never_mind", "choose", part="drop")],
    )


def hear_read_back(turn: Turn) -> bool:
    """A yes stores it; a no asks what has to change."""
    part = turn.heard.value("part") if turn.heard.pressed else None
    if turn.heard.intent == "affirm":
        _accepted(turn)
    elif _told_a_level(turn):
        return True
    elif part == "without":
        _without_lowest(turn)
    elif part == "few":
        take(turn, on_scale(of(turn), FEW))
    elif part == "scale":
        turn.dialogue = turn.dialogue.at("goal_scale")
    elif part == "drop":
        turn.say("utter_goal_unchanged" if of(turn).goal else "utter_goal_dropped")
        end(turn)
    elif names_the_day(turn, told(turn)):
        move_the_day(turn, told(turn))
    elif part == "step" or turn.heard.intent in ("deny", "correct_score"):
        turn.dialogue = turn.dialogue.at("goal_which_step")
    else:
        return False
    return True


def _without_lowest(turn: Turn) -> None:
    take(turn, replace(of(turn), left_out=True))


def ask_which_step(turn: Turn) -> None:
    """What may change: each level, the name of the goal, and the day."""
    sketch = of(turn)
    described = sorted(sketch.texts)
    turn.say(
        "utter_scale_which_step",
        buttons=[
            *(
                Button(sketch.texts[level], payload("choose", level=str(level)))
                for level in described
            ),
            turn.button("buttons.change_title", "choose", part="title"),
            turn.button("buttons.change_day", "choose", part="day"),
            turn.button("buttons.leave_it", "deny"),
        ],
    )


def hear_which_step(turn: Turn) -> bool:
    """The level, the name or the day."""
    heard, sketch = turn.heard, of(turn)
    part = heard.value("part") if heard.pressed else None
    level = _level(turn, sketch)
    if _told_a_level(turn):
        return True
    if level is not None:
        note(turn, level=level)
        turn.dialogue = turn.dialogue.at("goal_new_text")
    elif part == "title":
        note(turn, level=None)
        turn.dialogue = turn.dialogue.at("goal_new_text")
    elif part == "day" or says(turn, "a_day"):
        move_the_day(turn, told(turn))
    elif moves_the_day(turn, told(turn)):
        return True
    elif heard.intent in ("deny", "unsure", "prefer_not_say"):
        turn.dialogue = turn.dialogue.at("goal_read_back")
    else:
        return False
    return True


def _told_a_level(turn: Turn) -> bool:
    """Whether a level came with its new text: "+1: 3 van de 5 dagen op tijd"."""
    found = LEVEL_WITH_TEXT.fullmatch(turn.heard.text.strip())
    if found is None or turn.heard.pressed or int(found["level"]) not in of(turn).texts:
        return False
    note(turn, level=int(found["level"]))
    _changed(turn, found["text"])
    return True


def _level(turn: Turn, sketch: Sketch) -> int | None:
    """A level that the goal describes: pressed, named, or the only one that the words fit."""
    named = turn.heard.value("level") or ""
    if re.fullmatch(r"[+-]?[0-9]{1,2}", named) and int(named) in sketch.texts:
        return int(named)
    fitting = suggest(sketch.texts, told(turn)) if told(turn) else ()
    return fitting[0] if len(fitting) == 1 else None


def leave_it(turn: Turn) -> None:
    """Back to what was read back, as it was."""
    turn.say("utter_step_back")
    turn.dialogue = turn.dialogue.at("goal_read_back")


def ask_new_text(turn: Turn) -> None:
    """The new words, beside the old ones."""
    sketch, level = of(turn), filled(turn.dialogue, "level")
    turn.say(
        "utter_ask_goal_new_text",
        old=sketch.title if level is None else sketch.texts[level],
        buttons=[turn.button("buttons.leave_it", "deny")],
    )


def hear_new_text(turn: Turn) -> bool:
    """Put the new words in and read everything back again."""
    if skips(turn) or (turn.heard.intent == "deny" and not text(turn)):
        turn.dialogue = turn.dialogue.at("goal_read_back")
        return True
    return hears(_changed, text)(turn)


def _changed(turn: Turn, words: str) -> None:
    level = filled(turn.dialogue, "level")
    if level is not None:
        put(turn, scales.load()[of(turn).scale].at(level).meaning, words)
    elif len(words) > LONGEST_TITLE:
        turn.say("utter_shorter_please")
    else:
        take(turn, replace(of(turn), title=words[0].upper() + words[1:]))


def _accepted(turn: Turn) -> None:
    """Store what was read back; an agreed goal changes for a reason, asked first."""
    sketch = of(turn)
    newest = goals.latest(turn.session, sketch.goal) if sketch.goal else None
    new_day = newest is None or sketch.target != newest.target_date
    if new_day and sketch.target and sketch.target <= turn.today:
        turn.dialogue = turn.dialogue.at("goal_when")  # it was left and taken up days later
    elif newest is None:
        agreeing.after_proposal(turn, _proposed(turn, sketch))
    else:
        _rewritten(turn, newest, same=not new_day and sketch.says_the_same(newest))


def _rewritten(turn: Turn, newest: Wording, *, same: bool) -> None:
    if same:
        turn.say("utter_goal_unchanged")
        end(turn)
    elif newest.goal.state == State.PROPOSED:
        _change(turn, None)
    else:
        turn.dialogue = turn.dialogue.at("goal_why")


def ask_why(turn: Turn) -> None:
    """Why an agreed goal changes."""
    turn.say("utter_ask_goal_why", buttons=[turn.button("buttons.leave_it", "deny")])


def hear_why(turn: Turn) -> bool:
    """Store the change with its reason; without one nothing changes."""
    if turn.heard.pressed or (turn.heard.intent == "deny" and not told(turn)):
        turn.say("utter_goal_unchanged")
        end(turn)
        return True
    return hears(_change)(turn)


def _proposed(turn: Turn, sketch: Sketch) -> Wording:
    measure = sketch.measure or turn.phrases("facts.measured_together")
    return goals.propose(
        turn.session,
        client_id=client_id(turn),
        by=party(turn),
        person_id=person_id(turn),
        draft=replace(sketch, measure=measure).draft(),
        kenmerk=sketch.kenmerk,
        start_date=turn.today,
        target_date=sketch.target or turn.today,
        scale=sketch.scale,
        instrument=turn.dialogue.chosen,
        now=turn.now(),
    )


def _change(turn: Turn, reason: str | None) -> None:
    sketch = of(turn)
    try:
        wording = goals.change(
            turn.session,
            sketch.goal or 0,
            by=party(turn),
            person_id=person_id(turn),
            draft=sketch.draft(),
            target_date=sketch.target,
            reason=reason,
            now=turn.now(),
        )
    except GoalError:  # the other ended it a moment ago
        turn.say("utter_goal_gone")
        end(turn)
        return
    agreeing.after_proposal(turn, wording)
