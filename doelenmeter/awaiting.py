"""Words for a goal to which somebody has not said yes or no."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from doelenmeter.states import ENDED
from doelenmeter.tables import Agreement, Goal, Party, Wording


def awaiting_yes(session: Session, client_ids: Collection[int], *, by: Party) -> list[Wording]:
    """Give the newest words of goals of these clients that wait for a yes of this party.

    Goals that have ended wait for nothing. The oldest first.
    """
    newest = select(func.max(Wording.id)).group_by(Wording.goal_id)
    said_yes = select(Agreement.wording_id).where(Agreement.by == by.value)
    return list(
        session.scalars(
            select(Wording)
            .join(Goal, Goal.id == Wording.goal_id)
            .where(
                Goal.client_id.in_(client_ids),
                Goal.state.not_in([state.value for state in ENDED]),
                Wording.id.in_(newest),
                Wording.id.not_in(said_yes),
            )
            .order_by(Wording.id)
        )
    )
