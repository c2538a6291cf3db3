"""A yes or a no to a goal while the other is elsewhere: a line for the other's next look."""

from sqlalchemy.orm import Session

from bot.texts import say
from caseload.conversations import accounts_of
from caseload.models import Person
from caseload.people import coach_of, who
from doelenmeter import goals
from doelenmeter.tables import Goal, State

ANSWERS = frozenset({"agreed", "refused"})
"""What an action says of a goal in this conversation."""


def line_for_the_other(
    session: Session, conversation_id: str, goal_id: int, answer: str
) -> tuple[int, str] | None:
    """Give the account of the door that the other used last, and what is told there.

    None where this conversation is neither of the client nor of the coach, or there is no door.
    """
    goal = session.get(Goal, goal_id)
    coach = coach_of(session, goal.client_id) if goal else None
    if goal is None or coach is None:
        return None
    the_other = {coach.id: goal.client_id, goal.client_id: coach.id}
    here = who(session, conversation_id).person_id
    doors = accounts_of(session, the_other[here]) if here in the_other else []
    if here is None or not doors:
        return None
    topic = "told_client" if here == coach.id else "told_coach"
    name = session.get_one(Person, here).name or ""
    title = goals.latest(session, goal.id).title
    return doors[0].id, say(f"texts.{topic}.{_what(session, goal, answer)}", name=name, goal=title)


def _what(session: Session, goal: Goal, answer: str) -> str:
    agreed = len(goals.agreed(session, goal.id))
    if answer == "refused":
        return "no_new_words" if agreed else "no"
    if agreed > 1:
        return "new_words"
    return "begins" if goal.state == State.ACTIVE else "waits"
