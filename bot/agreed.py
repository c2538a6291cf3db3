"""The coach says yes to a goal while the client is elsewhere: a line for the client's next look."""

from sqlalchemy.orm import Session

from bot.texts import say
from caseload.conversations import accounts_of
from caseload.people import coach_of, who
from doelenmeter import goals
from doelenmeter.tables import Goal, State


def line_for_client(session: Session, conversation_id: str, goal_id: int) -> tuple[int, str] | None:
    """Give the account of the client's door that was used last, and what it is told.

    None where this conversation is not of the client's coach, or the client has no door.
    """
    goal = session.get(Goal, goal_id)
    coach = coach_of(session, goal.client_id) if goal else None
    if goal is None or coach is None or who(session, conversation_id).person_id != coach.id:
        return None
    doors = accounts_of(session, goal.client_id)
    if not doors:
        return None
    words = {"coach": coach.name or "", "goal": goals.latest(session, goal.id).title}
    return doors[0].id, say(f"texts.agreed.{_what(session, goal)}", **words)


def _what(session: Session, goal: Goal) -> str:
    if len(goals.agreed(session, goal.id)) > 1:
        return "new_words"
    return "begins" if goal.state == State.ACTIVE else "waits"
