"""What is told so far of a goal that is being made or changed, kept in the task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any, Self

from actions.dialogue import Step
from actions.tasks.task import end, filled, note, person_id
from actions.turn import Turn
from doelenmeter import goals, scales, signs
from doelenmeter.goals import Draft
from doelenmeter.library import StandardGoal
from doelenmeter.scales import Meaning
from doelenmeter.tables import Goal, Wording

MOST_BACK = 12
"""So many answers can be taken back."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A goal as far as it is told; empty is not told yet."""

    title: str = ""
    setting: str = ""
    measure: str = ""
    kenmerk: str = ""
    likely: tuple[str, ...] = ()
    """Kenmerken that it may be about."""
    now: str = ""
    """Where somebody stands, in own words."""
    aim: str = ""
    """Where somebody wants to be, in own words."""
    words: Mapping[Meaning, str] = field(default_factory=dict)
    """What each level says, by what it means; the scale tells which of them it has."""
    left_out: bool = False
    """The level below the start is switched off."""
    target: date | None = None
    scale: str = scales.DEFAULT
    asked: tuple[str, ...] = ()
    """What was asked once and is not asked again."""
    goal: int | None = None
    """The goal whose words are changed; None makes a new one."""

    @property
    def texts(self) -> Mapping[int, str]:
        """The text of each level that this scale has and that is told, worst first."""
        return {n: self.words[m] for m, n in self._written.items() if m in self.words}

    @property
    def missing(self) -> frozenset[Meaning]:
        """Levels of this scale that are not told yet."""
        return frozenset(self._written.keys() - self.words.keys())

    @property
    def _written(self) -> Mapping[Meaning, int]:
        written = scales.load()[self.scale].written
        return {m: n for m, n in written.items() if not (m == "worse" and self.left_out)}

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        return {**asdict(self), "target": self.target.isoformat() if self.target else None}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The reverse of `to_json`."""
        values = {one.name: data[one.name] for one in fields(cls) if one.name in data}
        for name in ("likely", "asked"):
            values[name] = tuple(values.get(name, ()))
        values["target"] = date.fromisoformat(values["target"]) if values.get("target") else None
        return cls(**values)

    def draft(self) -> Draft:
        """As the words of a goal."""
        return Draft(self.title, self.setting, self.measure, self.texts)

    def says_the_same(self, wording: Wording) -> bool:
        """Whether name and levels are those of these words."""
        return self.title == wording.title and self.texts == goals.texts(wording)

    def once(self, what: str) -> Self:
        """The same, with something noted as asked."""
        return replace(self, asked=(*self.asked, what))


def from_standard(standard: StandardGoal, *, scale: str = scales.DEFAULT) -> Sketch:
    """Begin with a standard goal; people change it as they like."""
    return Sketch(
        title=standard.title,
        setting=standard.setting,
        measure=standard.measure,
        kenmerk=standard.kenmerk,
        words=_by_meaning(scales.DEFAULT, standard.levels),
        scale=scale,
    )


def from_wording(goal: Goal, wording: Wording) -> Sketch:
    """Begin with the newest words of a goal."""
    words = _by_meaning(goal.scale, goals.texts(wording))
    return Sketch(
        title=wording.title,
        setting=wording.setting,
        measure=wording.measure,
        kenmerk=goal.kenmerk,
        words=words,
        left_out="worse" not in words,
        target=wording.target_date,
        scale=goal.scale,
        goal=goal.id,
    )


def _by_meaning(scale: str, texts: Mapping[int, str]) -> dict[Meaning, str]:
    known = scales.load()[scale]
    return {known.at(number).meaning: text for number, text in texts.items()}


def of(turn: Turn) -> Sketch:
    """What is told so far."""
    return Sketch.from_json(filled(turn.dialogue, "sketch") or {})


def begin_with(turn: Turn, sketch: Sketch) -> None:
    """Start from here; there is no step back to before."""
    note(turn, sketch=sketch.to_json(), earlier=[])


def keep(turn: Turn, sketch: Sketch) -> None:
    """Keep what an answer told; the moment before is there for a step back."""
    moment = {"step": turn.dialogue.step, "sketch": filled(turn.dialogue, "sketch") or {}}
    earlier = [*(filled(turn.dialogue, "earlier") or ()), moment][-MOST_BACK:]
    note(turn, sketch=sketch.to_json(), earlier=earlier, helped=None)


def step_back(turn: Turn) -> None:
    """One question back; before the first question the task is left."""
    turn.say("utter_step_back")
    earlier = list(filled(turn.dialogue, "earlier") or ())
    if not earlier:
        end(turn)
        return
    moment = earlier.pop()
    step: Step = moment["step"]
    note(turn, sketch=moment["sketch"], earlier=earlier, level=None, helped=None)
    turn.dialogue = turn.dialogue.at(step)


def steps_shown(turn: Turn, scale: str, texts: Mapping[int, str]) -> str:
    """The levels as lines, worst first, each with the sign that this reader likes."""
    style = signs.of(turn.session, person_id(turn)) if turn.who.person_id else "number"
    of_scale = scales.load()[scale]
    lines = []
    for number, text in of_scale.spoken(texts).items():
        level = of_scale.at(number)
        line = f"{signs.sign(style, level)}  {text}"
        lines.append(f"**{line}**" if level.meaning == "goal" else line)
    return "\n".join(lines)
