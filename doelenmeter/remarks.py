"""What was said beside scores, and what of it still holds once a score was corrected."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from doelenmeter.scores import Scored, visible_remarks, visible_scores
from doelenmeter.tables import Party, Remark, Topic


def score_of(remark: Remark, given: Iterable[Scored]) -> Scored | None:
    """Give the score that its giver had there when a remark was made; None where there was none.

    What is said about the help goes with the newest one: it explains no score.
    """
    here = [one for one in given if (one.check_in_id, one.by) == (remark.check_in_id, remark.by)]
    before = [one for one in here if one.at <= remark.at]
    found = here if remark.topic == Topic.INSTRUMENT else before or here[:1]
    return max(found, key=lambda one: one.id, default=None)


def that_hold(session: Session, goal_id: int, *, viewer: Party) -> list[Remark]:
    """Give the remarks that a viewer may see, the oldest first, without those of a wrong score.

    Why somebody was at +2 does not tell why it is -1 after all.
    """
    given = visible_scores(session, goal_id, viewer=viewer).scores
    found = visible_remarks(session, goal_id, viewer=viewer)
    return [row for row in found if (of := score_of(row, given)) is None or of.current]
