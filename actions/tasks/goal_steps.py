"""The steps of setting a goal, agreeing to it and ending it: who asks and who hears."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.dialogue import Step
from actions.tasks import (
    agreeing,
    beside_it,
    goal_ending,
    leaving,
    level_line,
    levels,
    no_text,
    place_and_topic,
    readback,
    scale_choice,
    setting,
    sketch,
    stuck,
)
from actions.tasks.task import TaskStep
from actions.turn import Turn
from caseload.rights import Act

TAKEN_FOR = frozenset(
    {
        *("set_goal", "progress_show", "checkin_start", "checkin_score", "correct_score"),
        *("pause_prompts", "change_prompt_time", "third_party_score", "send_list", "report"),
        *("thanks", "frustration", "out_of_scope"),
    }
)
"""What a sentence about a goal is easily taken for: "3 keer te laat", "ik ben blij"."""

NAMED = frozenset({"checkin_score", "correct_score"})
"""What the name of a level is easily taken for: "die met 2 keer te laat"."""

Ask = Callable[[Turn], None]
Hear = Callable[[Turn], bool]


def _told(ask: Ask, hear: Hear, back: Ask | None = sketch.step_back) -> TaskStep:
    """A question that people answer in own words."""
    return TaskStep(ask, _setting(hear, back), True, TAKEN_FOR, back, Act.SET_GOAL)


def _text(ask: Ask, hear: Hear, back: Ask | None = sketch.step_back) -> TaskStep:
    """A question for a text, which is kept as it is typed, unless it plainly is none."""
    heard = _setting(no_text.or_answers(hear), back)
    return TaskStep(ask, heard, True, TAKEN_FOR, back, Act.SET_GOAL, any_words=True)


def _chosen(ask: Ask, hear: Hear, back: Ask | None = sketch.step_back) -> TaskStep:
    """A question with its answers to choose from."""
    return TaskStep(ask, _setting(hear, back), answers=NAMED, back=back, act=Act.SET_GOAL)


def _setting(hear: Hear, back: Ask | None) -> Hear:
    """Hear an answer, or what may come at any question: levels, a scale, or thinking again."""
    to_what_was_read = back if back is readback.leave_it else None
    told = level_line.or_levels(scale_choice.or_a_scale(hear))
    return leaving.or_leaves(told, to_what_was_read)


IN_OWN_WORDS: Mapping[Step, Hear] = {
    "goal_begin": setting.hear_begin,
    "goal_title": setting.hear_title,
    "goal_clear": stuck.or_help(setting.hear_clear),
    "goal_where": stuck.or_help(place_and_topic.hear_where),
}
"""Questions to which people answer with news and small talk, too."""

_STEPS: Mapping[Step, TaskStep] = {
    "goal_begin": _told(setting.ask_begin, beside_it.or_asks(IN_OWN_WORDS["goal_begin"])),
    "goal_title": _told(setting.ask_title, beside_it.or_asks(IN_OWN_WORDS["goal_title"])),
    "goal_clear": _told(setting.ask_clear, beside_it.or_asks(IN_OWN_WORDS["goal_clear"])),
    "goal_where": _told(place_and_topic.ask_where, beside_it.or_asks(IN_OWN_WORDS["goal_where"])),
    "goal_meant": _told(beside_it.ask_meant, beside_it.hears_meant(IN_OWN_WORDS)),
    "goal_topic": _chosen(
        place_and_topic.ask_topic,
        stuck.or_help(place_and_topic.hear_topic),
        place_and_topic.topic_back,
    ),
    "goal_now": _text(levels.ask_now, stuck.or_help_with_a_text(levels.hear_now)),
    "goal_aim": _text(levels.ask_aim, stuck.or_help_with_a_text(levels.hear_aim)),
    "goal_level": _text(levels.ask_level, stuck.or_help_with_a_text(levels.hear_level)),
    "goal_when": _chosen(levels.ask_when, levels.hear_when),
    "goal_read_back": _chosen(readback.ask_read_back, readback.hear_read_back),
    "goal_scale": _chosen(scale_choice.ask_scale, scale_choice.hear_scale, readback.leave_it),
    "goal_which_step": _chosen(
        readback.ask_which_step, readback.hear_which_step, readback.leave_it
    ),
    "goal_new_text": _text(readback.ask_new_text, readback.hear_new_text, readback.leave_it),
    "goal_why": _told(readback.ask_why, readback.hear_why, readback.leave_it),
    "goal_beside": TaskStep(
        agreeing.ask_beside, agreeing.hear_beside, answers=frozenset({"bye"}), act=Act.AGREE_GOAL
    ),
    "goal_agree": TaskStep(agreeing.ask_agree, agreeing.hear_agree, act=Act.AGREE_GOAL),
    "goal_no": TaskStep(agreeing.ask_no, agreeing.hear_no, True, TAKEN_FOR, act=Act.AGREE_GOAL),
    "goal_reached": TaskStep(goal_ending.ask_reached, goal_ending.hear_reached, act=Act.MOVE_GOAL),
    "goal_stop": TaskStep(
        goal_ending.ask_stop, goal_ending.hear_stop, True, TAKEN_FOR, act=Act.MOVE_GOAL
    ),
}

GOAL_STEPS: Mapping[Step, TaskStep] = {
    **_STEPS,
    "goal_leave": TaskStep(
        leaving.ask_leave,
        leaving.hears_leave(_STEPS),
        True,
        TAKEN_FOR,
        leaving.go_on,
        Act.SET_GOAL,
    ),
}
