"""What was said beside the scores of a goal, for client and coach to read."""

from __future__ import annotations

from textwrap import shorten

from actions.tasks.task import party
from actions.turn import Turn
from doelenmeter import picture, scores
from doelenmeter.schedule import ZONE
from doelenmeter.tables import Party, Remark, Topic

MOST_SHOWN = 5
LONGEST = 300
"""Characters of one remark; the whole of it is in the export."""


def say_remarks(turn: Turn, goal_id: int) -> None:
    """The newest remarks that this reader may see, the oldest of them first."""
    found = scores.visible_remarks(turn.session, goal_id, viewer=party(turn))
    if found:
        lines = "\n".join(_line(turn, row) for row in found[-MOST_SHOWN:])
        turn.say("utter_said_info", lines=lines)


def short(words: str) -> str:
    """Words as long as fit in a list."""
    return shorten(words, LONGEST, placeholder="…")


def _line(turn: Turn, row: Remark) -> str:
    words = picture.words()
    return turn.phrases(
        "facts.said_about_help" if row.topic == Topic.INSTRUMENT else "facts.said",
        day=words.day(row.at.astimezone(ZONE).date()),
        who=words.name(Party(row.by), viewer=party(turn)),
        words=short(row.words),
    )
