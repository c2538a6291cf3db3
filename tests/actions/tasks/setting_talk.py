"""Somebody who sets a goal, and what is stored of it."""

from sqlalchemy import select

from doelenmeter import goals
from doelenmeter.tables import Goal
from tests.actions.talk import Talk

LATE = "ik kom 3 keer per week te laat"


def goals_in(talk: Talk) -> list[Goal]:
    return list(talk.session.scalars(select(Goal).order_by(Goal.id)))


def texts(talk: Talk) -> dict[int, str]:
    return goals.texts(goals.latest(talk.session, goals_in(talk)[-1].id))


def begun(talk: Talk, title: str = "op tijd op mijn werk komen") -> Talk:
    """A goal in own words, up to the question how it goes now."""
    talk.types("ik wil een doel", "set_goal").presses("Zelf een doel maken")
    talk.types(title, "find_instrument", kenmerken={"1.1": "op tijd"})
    return talk.presses("Weet ik niet")
