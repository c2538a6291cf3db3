"""What goes into an export: everything that the viewer may see of a client's goals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from caseload.models import Person
from doelenmeter import gas, goals, scales, states
from doelenmeter.remarks import score_of
from doelenmeter.scales import Scale
from doelenmeter.scores import Scored, visible_remarks, visible_scores
from doelenmeter.tables import Goal, GoalStep, Party, Remark, Wording

GAS = "gas"
"""The scale on which a T-score is defined."""


@dataclass(frozen=True, slots=True)
class TScore:
    """T over the newest scores of one party, one for each goal on the GAS scale."""

    value: float
    scores: tuple[Scored, ...]

    @property
    def has_decline(self) -> bool:
        """Whether a −3 is in it (see `gas.t_score`)."""
        return any(score.level == gas.WORST for score in self.scores)


@dataclass(frozen=True, slots=True)
class GoalContent:
    """One goal with all that was said about it, in order of time."""

    goal: Goal
    wording: Wording
    """The words in force, or the newest ones while there are none."""
    scale: Scale
    steps: tuple[GoalStep, ...]
    scores: tuple[Scored, ...]
    remarks: tuple[Remark, ...]

    def beside(self, score: Scored) -> list[Remark]:
        """Give what its giver said beside a score, while it stood."""
        return [row for row in self.remarks if score_of(row, self.scores) == score]

    def of_replaced(self) -> list[Remark]:
        """Give what was said beside a score that was replaced: it explains none that counts."""
        said = ((row, score_of(row, self.scores)) for row in self.remarks)
        return [row for row, score in said if score is not None and not score.current]

    def alone(self) -> list[Remark]:
        """Give what was said at a check-in by somebody who gave no score there."""
        scored = {(score.check_in_id, score.by) for score in self.scores}
        return [row for row in self.remarks if _place(row) not in scored]


@dataclass(frozen=True, slots=True)
class Content:
    """The goals of a client, the oldest first."""

    client: Person
    goals: tuple[GoalContent, ...]
    t_scores: Mapping[Party, TScore]
    """By who scored. Nobody has one without a score on the GAS scale."""


def gather(session: Session, client_id: int, *, viewer: Party) -> Content:
    """Gather what a viewer may see; scores that would anchor an own one stay out.

    Whether somebody may have the file at all is for `caseload.rights` to say, before this.
    Raises NoResultFound for who is not there.
    """
    client = session.get_one(Person, client_id)
    found = tuple(_goal(session, goal, viewer) for goal in goals.goals_of(session, client_id))
    return Content(client, found, _t_scores(found))


def _goal(session: Session, goal: Goal, viewer: Party) -> GoalContent:
    return GoalContent(
        goal=goal,
        wording=goals.in_force(session, goal.id) or goals.latest(session, goal.id),
        scale=scales.load()[goal.scale],
        steps=tuple(states.steps(session, goal.id)),
        scores=visible_scores(session, goal.id, viewer=viewer).scores,
        remarks=tuple(visible_remarks(session, goal.id, viewer=viewer)),
    )


def _t_scores(found: Iterable[GoalContent]) -> dict[Party, TScore]:
    """Every goal weighs the same: a coach and a client set no weights."""
    on_gas = [content.scores for content in found if content.scale.code == GAS]
    made = {}
    for party in Party:
        newest = tuple(
            max(own, key=lambda score: (score.check_in_id, score.id))
            for scores in on_gas
            if (own := [score for score in scores if score.by is party and score.current])
        )
        if newest:
            value = gas.t_score([score.level for score in newest])
            made[party] = TScore(value, newest)
    return made


def _place(remark: Remark) -> tuple[int, Party]:
    return remark.check_in_id, Party(remark.by)
