"""What this room keeps about somebody, as plain values, and whose goals were worked on."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from doelenmeter import goals, signs, states
from doelenmeter.prompt_tables import Prompt, Schedule
from doelenmeter.scores import Scored, visible_remarks, visible_scores
from doelenmeter.tables import (
    Agreement,
    CheckIn,
    Goal,
    GoalGrant,
    GoalStep,
    Party,
    Remark,
    Score,
    Wording,
)

Json = dict[str, Any]


def everything(session: Session, person_id: int) -> Json:
    """Give all that is kept here about a person: own goals with all said about them, and prompts.

    Moments are ISO 8601 in UTC. Scores that would anchor an own one are counted as hidden until
    that is given. What somebody wrote about the goals of others is counted: it is theirs.
    """
    return {
        "goals": [_goal(session, goal) for goal in goals.goals_of(session, person_id)],
        "written_about_others": {
            "scores": _about_others(session, Score, person_id),
            "remarks": _about_others(session, Remark, person_id),
        },
        "signs": signs.of(session, person_id),
        "schedules": [
            _schedule(row) for row in _rows(session, Schedule, Schedule.person_id == person_id)
        ],
        "prompts": [_prompt(row) for row in _rows(session, Prompt, Prompt.person_id == person_id)],
    }


def worked_on_since(session: Session, since: datetime) -> frozenset[int]:
    """Give the clients about whose goals anything was said or done after a moment."""
    said = (
        select(Goal.client_id)
        .join(GoalStep, GoalStep.goal_id == Goal.id)
        .where(GoalStep.at > since),
        select(Goal.client_id).join(Wording, Wording.goal_id == Goal.id).where(Wording.at > since),
        *(
            select(Goal.client_id)
            .join(CheckIn, CheckIn.goal_id == Goal.id)
            .join(table, table.check_in_id == CheckIn.id)
            .where(table.at > since)
            for table in (Score, Remark)
        ),
    )
    return frozenset(client for found in said for client in session.scalars(found.distinct()))


def _goal(session: Session, goal: Goal) -> Json:
    seen = visible_scores(session, goal.id, viewer=Party.CLIENT)
    return {
        "kenmerk": goal.kenmerk,
        "instrument": goal.instrument,
        "scale": goal.scale,
        "start": goal.start_date.isoformat(),
        "state": goal.state,
        "made": goal.created_at.isoformat(),
        "steps": [_step(row) for row in states.steps(session, goal.id)],
        "wordings": [
            _wording(session, row) for row in _rows(session, Wording, Wording.goal_id == goal.id)
        ],
        "scores": [_score(score) for score in seen.scores],
        "hidden_scores": len(seen.hidden),
        "remarks": [_remark(row) for row in visible_remarks(session, goal.id, viewer=Party.CLIENT)],
        "links": [_link(row) for row in _rows(session, GoalGrant, GoalGrant.goal_id == goal.id)],
    }


def _step(row: GoalStep) -> Json:
    return {"state": row.state, "by": row.by, "reason": row.reason, "at": row.at.isoformat()}


def _wording(session: Session, row: Wording) -> Json:
    return {
        "title": row.title,
        "setting": row.setting,
        "measure": row.measure,
        "texts": {str(level): words for level, words in goals.texts(row).items()},
        "target": row.target_date.isoformat(),
        "by": row.by,
        "reason": row.reason,
        "at": row.at.isoformat(),
        "agreed": {
            yes.by: yes.at.isoformat()
            for yes in _rows(session, Agreement, Agreement.wording_id == row.id)
        },
    }


def _score(score: Scored) -> Json:
    return {
        "kind": score.kind.value,
        "by": score.by.value,
        "level": score.level,
        "text": score.text,
        "reason": score.reason,
        "at": score.at.isoformat(),
        "current": score.current,
    }


def _remark(row: Remark) -> Json:
    return {"topic": row.topic, "by": row.by, "words": row.words, "at": row.at.isoformat()}


def _link(row: GoalGrant) -> Json:
    return {
        "name": row.name,
        "made": row.created_at.isoformat(),
        "opened": _moment(row.used_at),
        "ended": _moment(row.ended_at),
    }


def _schedule(row: Schedule) -> Json:
    return {
        "kind": row.kind,
        "weekday": row.weekday,
        "time": row.at.isoformat("minutes"),
        "any_time": row.any_time,
        "next": _moment(row.next_due),
    }


def _prompt(row: Prompt) -> Json:
    return {
        "kind": row.kind,
        "due": row.due_at.isoformat(),
        "state": row.state,
        "changed": row.changed_at.isoformat(),
        "answered": _moment(row.answered_at),
    }


def _rows(session: Session, table: Any, which: Any) -> Iterable[Any]:
    return session.scalars(select(table).where(which).order_by(*table.__mapper__.primary_key))


def _about_others(session: Session, table: Any, person_id: int) -> int:
    found = (
        select(func.count())
        .select_from(table)
        .join(CheckIn, CheckIn.id == table.check_in_id)
        .join(Goal, Goal.id == CheckIn.goal_id)
        .where(table.person_id == person_id, Goal.client_id != person_id)
    )
    return session.scalars(found).one()


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
