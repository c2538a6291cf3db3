"""What is on the screen and what is being asked: one immutable value, kept as JSON in one slot."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from catalogue.known import Known

Step = Literal[
    "open",  # the open question: what is going on, what do you want
    "chips",  # what was understood, to correct
    "question",  # one question of the catalogue
    "advice",  # a list is on the screen
    "which",  # which instrument do you mean
    "argument",  # why does this one fit you
    "request",  # what may I tell the person you want to speak
    "resume",  # go on or begin again
    "chosen",  # a choice is stored
    "erase",  # really delete everything
    "danger",  # only the crisis answer stands
    "finished",
    # goals and check-ins: steps of a task, see actions.tasks
    "consent",  # may I keep this
    "whose",  # a coach tells which client it is about
    "which_goal",
    "signs",  # numbers, faces, stars or lights
    "score",  # how did it go
    "score_meant",  # is this what you mean
    "score_words",  # what helped, or what got in the way
    "score_help",  # what the help itself is like
    "score_reason",  # why another score than before
    "weekly_yes",  # may I ask every week
    "weekly_day",
    "weekly_time",
    "weekly_half",  # in the morning or in the evening
    "weekly_late",  # really within the quiet hours
    "weekly_stop",  # this week, or no more
    "pause",
    "help_words",  # the same at any other time
    "help_check",
    "goal_begin",  # a standard goal or an own one
    "goal_title",
    "goal_meant",  # does this belong to it
    "goal_leave",  # go on with it, or no goal now
    "goal_clear",  # what exactly, or how people see it
    "goal_where",
    "goal_topic",  # which kenmerk it is about
    "goal_now",  # where somebody stands
    "goal_aim",  # where to
    "goal_level",  # the text of one level
    "goal_when",  # by which day
    "goal_read_back",  # is all of this right
    "goal_scale",  # on which scale
    "goal_which_step",  # what has to change
    "goal_new_text",
    "goal_why",  # why an agreed goal changes
    "goal_beside",  # is the client there
    "goal_agree",  # does this fit you
    "goal_no",  # what does not fit
    "goal_reached",  # really reached
    "goal_stop",  # why it ends
    # of a coach, and between client and coach
    "purpose",  # may I, for one purpose
    "invite_name",
    "invite_back",  # which invite works no more
    "share_name",  # who helps at work
    "handover_to",  # which coach
    "handover_check",  # what the client reads first
    "handover_answer",
    "handover_words",  # what the new coach may know
    "handover_take",
]

KEPT_STEPS_BACK = 6


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The state of one conversation beside what is known.

    `pending` are kenmerken waiting for a yes, `shown` the instruments on the screen in order,
    `seen` those of earlier lists, `focus` the instrument last talked about, `chosen` the one
    picked, `misses` how often in a row nothing was understood, `quiet` that nothing more is
    asked in this turn, `vague_weeks` that it may not take long without saying how long,
    `left_aside` what a coach told of a case that the search does not use, to tell with the list,
    `empty` that nothing fits and the list of before still stands on the screen,
    `looking` what of an instrument is on the screen (aspects, none for all of it), None for no
    instrument, `may_tell` that after danger it is asked whether somebody may know,
    `alarms` how often danger was heard in typed words since it began, to hear the first again
    where there was none, `of_death` that they were of not wanting to live,
    `before` the step to go back to after an aside, `task` what is being done about
    goals (see `actions.tasks.task`), `told` the wordings of goals of which somebody heard
    that they wait for a yes, `handovers` those of which somebody heard the same,
    `history` the earlier (known, dialogue) pairs for a step back, newest last.
    """

    step: Step = "open"
    introduced: bool = False
    question: str | None = None
    pending: tuple[str, ...] = ()
    quotes: Mapping[str, str] = dataclasses.field(default_factory=dict)
    shown: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    focus: str | None = None
    chosen: str | None = None
    misses: int = 0
    listed: bool = False
    empty: bool = False
    quiet: bool = False
    vague_weeks: bool = False
    left_aside: str = ""
    looking: tuple[str, ...] | None = None
    may_tell: bool = False
    alarms: int = 0
    of_death: bool = False
    before: Step | None = None
    task: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    told: tuple[int, ...] = ()
    handovers: tuple[int, ...] = ()
    history: tuple[Mapping[str, Any], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As JSON; fields that hold their default are left out."""
        default = Dialogue()
        out: dict[str, Any] = {}
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if value != getattr(default, field.name):
                out[field.name] = list(value) if isinstance(value, tuple) else value
        return out

    @classmethod
    def from_json(cls, data: Mapping[str, Any] | None) -> Dialogue:
        """The reverse of `to_json`; ValueError names what does not belong."""
        names = {field.name for field in dataclasses.fields(cls)}
        values = dict(data or {})
        if unknown := sorted(values.keys() - names):
            raise ValueError(f"dialogue: unknown fields {', '.join(unknown)}")
        if values.get("step", "open") not in get_args(Step):
            raise ValueError(f"dialogue: unknown step {values['step']!r}")
        for name, value in values.items():
            if isinstance(value, list):
                values[name] = tuple(value)
        return cls(**values)

    @property
    def on_screen(self) -> tuple[str, ...]:
        """The list that can be pointed at: none where nothing fits, whatever was shown before."""
        return () if self.empty else self.shown

    def at(self, step: Step, **changes: Any) -> Dialogue:
        """The same dialogue at another step; nothing is listed yet and it may speak again."""
        fresh: dict[str, Any] = {"step": step, "listed": False, "quiet": False}
        fresh |= {"misses": 0, "looking": None, "may_tell": False, "alarms": 0}
        fresh["of_death"] = False
        return dataclasses.replace(self, **{**fresh, **changes})

    def answered_aside(self) -> Dialogue:
        """After an aside with buttons of its own: a list is not put again, a question is."""
        return dataclasses.replace(self, quiet=self.step in ("advice", "chosen"))

    def remember(self, known: Known, earlier: Dialogue) -> Dialogue:
        """This dialogue, with the earlier moment kept for a step back."""
        moment = {
            "known": known.to_json(),
            "dialogue": dataclasses.replace(earlier, history=(), listed=False).to_json(),
        }
        return dataclasses.replace(self, history=(*earlier.history, moment)[-KEPT_STEPS_BACK:])

    def step_back(self) -> tuple[Known, Dialogue] | None:
        """What was known and on the screen before the last answer; None at the beginning."""
        if not self.history:
            return None
        moment = self.history[-1]
        dialogue = Dialogue.from_json(moment["dialogue"])
        known = Known.from_json(moment["known"])
        return known, dataclasses.replace(
            dialogue, history=self.history[:-1], told=self.told, handovers=self.handovers
        )

    def with_told(self, wording: int) -> Dialogue:
        """The same, after somebody heard that these words wait for a yes."""
        return dataclasses.replace(self, told=(*self.told, wording))

    def with_handover(self, handover: int) -> Dialogue:
        """The same, after somebody heard that this handover waits for them."""
        return dataclasses.replace(self, handovers=(*self.handovers, handover))

    def anew(self) -> Dialogue:
        """The beginning, for somebody who was introduced and told things before."""
        return Dialogue(introduced=True, told=self.told, handovers=self.handovers)
