"""Somebody's way to a goal: level against time, as an SVG picture and as words."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field
from sqlalchemy.orm import Session

from doelenmeter import drawing, goals, scales
from doelenmeter.schedule import ZONE
from doelenmeter.scores import Visible, visible_scores
from doelenmeter.tables import Goal, Party
from store.datafile import Record, load_data_file

FILE = Path(__file__).parent / "data" / "picture.yml"

Text = Annotated[str, Field(min_length=1)]


class Names(Record):
    """What one reader calls everybody."""

    client: Text
    coach: Text
    third_party: Text


class Readers(Record):
    """For each reader the names of everybody."""

    client: Names
    coach: Names
    third_party: Names


class Words(Record):
    """The whole file."""

    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]
    day_text: Text
    who: Readers
    title: Text
    goal: Text
    changed: Text
    nothing: Text
    levels: Text
    level_goal: Text
    scores: Text
    score: Text
    changes: Text

    def day(self, day: date) -> str:
        """Write a day: "22 nov 2026"."""
        month = self.months[day.month - 1]
        return self.day_text.format(day=day.day, month=month, year=day.year)

    def name(self, party: Party, *, viewer: Party) -> str:
        """Name a party the way this reader does."""
        name: str = getattr(getattr(self.who, viewer.value), party.value)
        return name


@dataclass(frozen=True, slots=True)
class Step:
    """One level on the axis."""

    level: int
    text: str
    is_goal: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One score: when, by whom, which level, and its words at that moment."""

    at: datetime
    by: Party
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What there is to show of a goal to one viewer."""

    title: str
    steps: tuple[Step, ...]
    """Every level that is in use or was scored, worst first."""
    points: tuple[Point, ...]
    """In order of time."""
    changes: tuple[datetime, ...]
    """When the words of the goal changed."""


@cache
def words() -> Words:
    """Read and check the words, once a process. Raises DataFileError, which names the mend."""
    return load_data_file(FILE, Words)


def picture_of(session: Session, goal_id: int, *, viewer: Party) -> Picture | None:
    """Gather what this viewer may see of a goal; None while nobody agreed to its words."""
    agreed = goals.agreed(session, goal_id)
    if not agreed:
        return None
    newest, _ = agreed[-1]
    visible = visible_scores(session, goal_id, viewer=viewer)
    scale = scales.load()[session.get_one(Goal, goal_id).scale]
    texts = {score.level: score.text for score in visible.current}
    texts |= scale.spoken(goals.texts(newest))
    target = scale.meanings["goal"]
    return Picture(
        title=newest.title,
        steps=tuple(Step(level, texts[level], level == target) for level in sorted(texts)),
        points=_points(visible),
        changes=tuple(since for _, since in agreed[1:]),
    )


def draw(picture: Picture, *, viewer: Party) -> str:
    """Draw the picture as an SVG of 360 pixels wide, which also says everything in words."""
    said = words()
    seen = [party for party in Party if any(point.by is party for point in picture.points)]
    return drawing.svg(
        title=said.title.format(title=picture.title),
        description=describe(picture, viewer=viewer),
        rows=[
            drawing.Row(step.level, step.text, said.goal if step.is_goal else "")
            for step in reversed(picture.steps)
        ],
        marks=[
            drawing.Mark(
                at=point.at,
                row=point.level,
                shape=list(Party).index(point.by),
                label=_score(point, viewer),
            )
            for point in picture.points
        ],
        flags=[drawing.Flag(at, f"{said.changed}: {said.day(_day(at))}") for at in picture.changes],
        legend=[(list(Party).index(party), said.name(party, viewer=viewer)) for party in seen],
        flag_legend=said.changed,
        nothing=said.nothing,
        write_day=lambda at: said.day(_day(at)),
    )


def describe(picture: Picture, *, viewer: Party) -> str:
    """Say the same in words: the levels, every score with its own words, and the changes."""
    said = words()
    lines = [said.title.format(title=picture.title), said.levels]
    for step in reversed(picture.steps):
        lines.append("- " + (said.level_goal.format(text=step.text) if step.is_goal else step.text))
    if picture.points:
        lines.append(said.scores)
        lines += [f"- {_score(point, viewer)}" for point in picture.points]
    else:
        lines.append(said.nothing)
    if picture.changes:
        dates = ", ".join(said.day(_day(at)) for at in picture.changes)
        lines.append(said.changes.format(dates=dates))
    return "\n".join(lines)


def _points(visible: Visible) -> tuple[Point, ...]:
    """Give the scores that count, each at the time of the first one that it revises."""
    first: dict[int, datetime] = {}
    for score in visible.scores:
        first[score.id] = score.at if score.replaces_id is None else first[score.replaces_id]
    points = (Point(first[s.id], s.by, s.level, s.text) for s in visible.current)
    return tuple(sorted(points, key=lambda point: point.at))


def _score(point: Point, viewer: Party) -> str:
    said = words()
    who = said.name(point.by, viewer=viewer)
    return said.score.format(date=said.day(_day(point.at)), who=who, text=point.text)


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
