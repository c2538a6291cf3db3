"""The week of a coach's clients: who answered, who moved, where scores differ, who is silent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseload import consent
from caseload.models import Person, Purpose
from caseload.people import clients_of
from caseload.requests import requests_for_coach
from doelenmeter import goals, prompts, remarks, scores
from doelenmeter.prompt_tables import Schedule
from doelenmeter.scores import Scored
from doelenmeter.tables import Goal, Party, Remark, State, Topic

WEEK = timedelta(days=7)
SILENT_WEEKS = 3
"""After so many weekly messages without an answer in a row the coach hears of it."""

WAITING = (State.PROPOSED, State.PIPELINE)


class Move(StrEnum):
    """Which way the last own score of a client went."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Week:
    """What there is to tell of one client."""

    client_id: int
    name: str
    consents: bool
    """Without it nothing below is known."""
    goals: int
    """Active ones."""
    waiting: int
    """Goals that wait for a yes, or for their turn."""
    answered: bool
    """The client gave a score within a week."""
    own: Scored | None
    """The newest score of the coach; it answers for nobody else."""
    own_now: bool
    """Whether that is of this week."""
    asked: bool
    """Gets a weekly message."""
    moved: Move | None
    """Within a week, against the score before; down goes before up where there are two goals."""
    differences: tuple[str, ...]
    """Titles of goals that client and coach, or somebody else, see two levels apart or more."""
    said: str
    """Last beside a score within a week, in the client's own words."""
    about_help: str
    """The same about the help itself."""
    silent: bool
    """Did not answer three weeks in a row."""
    requests: int
    """Wishes for a person that the coach has not heard yet."""

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to do or to see."""
        told = self.said or self.about_help
        scored = self.moved or self.differences or self.own_now
        return not (scored or told or self.silent or self.requests)


def weeks(session: Session, coach_id: int, *, now: datetime) -> list[Week]:
    """Give the week of every client of a coach, in the order of their names: nobody is ranked."""
    wishes = [request.person_id for request in requests_for_coach(session, coach_id)]
    found = [
        _week(session, client, wishes.count(client.id), now)
        for client in clients_of(session, coach_id)
    ]
    return sorted(found, key=lambda week: (week.name.casefold(), week.client_id))


def _week(session: Session, client: Person, requests: int, now: datetime) -> Week:
    consents = consent.has(session, client.id, Purpose.GOALS)
    active = goals.goals_of(session, client.id, states=(State.ACTIVE,)) if consents else []
    moves = [_moved(session, goal, now) for goal in active]
    told = [row for goal in active for row in _told(session, goal, now)]
    own = max(
        (score for goal in active for score in _given(session, goal, Party.COACH)),
        key=lambda score: score.id,
        default=None,
    )
    schedule = session.scalar(select(Schedule).where(Schedule.person_id == client.id).limit(1))
    return Week(
        client_id=client.id,
        name=client.name or "",
        consents=consents,
        goals=len(active),
        waiting=len(goals.goals_of(session, client.id, states=WAITING)) if consents else 0,
        answered=any(_since(session, goal, now) for goal in active),
        own=own,
        own_now=own is not None and own.at > now - WEEK,
        asked=schedule is not None and schedule.next_due is not None,
        moved=next((move for move in (Move.DOWN, Move.UP) if move in moves), None),
        differences=tuple(
            goals.latest(session, goal.id).title for goal in active if _differ(session, goal)
        ),
        said=_newest(row for row in told if row.topic != Topic.INSTRUMENT),
        about_help=_newest(row for row in told if row.topic == Topic.INSTRUMENT),
        silent=consents and prompts.unanswered_in_a_row(session, client.id) >= SILENT_WEEKS,
        requests=requests,
    )


def _moved(session: Session, goal: Goal, now: datetime) -> Move | None:
    """Compare the last two scores of the client, where the last is of this week."""
    if not _since(session, goal, now):
        return None
    *_, before, last = (None, *_given(session, goal, Party.CLIENT))
    if before is None or last is None or before.level == last.level:
        return None
    return Move.UP if last.level > before.level else Move.DOWN


def _since(session: Session, goal: Goal, now: datetime) -> list[Scored]:
    found = _given(session, goal, Party.CLIENT)
    return [score for score in found if score.at > now - WEEK]


def _given(session: Session, goal: Goal, by: Party) -> list[Scored]:
    """Give the scores of one party that count and that the coach may see."""
    seen = scores.visible_scores(session, goal.id, viewer=Party.COACH)
    return [score for score in seen.current if score.by is by]


def _told(session: Session, goal: Goal, now: datetime) -> list[Remark]:
    """Give what the client said this week, as far as the coach may see it."""
    found = remarks.that_hold(session, goal.id, viewer=Party.COACH)
    return [row for row in found if row.by == Party.CLIENT and row.at > now - WEEK]


def _newest(found: Iterable[Remark]) -> str:
    row = max(found, key=lambda row: row.id, default=None)
    return row.words if row else ""


def _differ(session: Session, goal: Goal) -> bool:
    """Tell whether scores at the last moment with several of them are a point to talk about."""
    seen = scores.visible_scores(session, goal.id, viewer=Party.COACH).current
    shared = [
        score.check_in_id
        for score in seen
        if any(other.check_in_id == score.check_in_id and other.by != score.by for other in seen)
    ]
    last = max(shared, default=None)
    return bool(scores.talking_points(s for s in seen if s.check_in_id == last))
