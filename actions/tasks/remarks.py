"""What was said beside the scores of a goal and why one changed, for both to read."""

from __future__ import annotations

from datetime import datetime
from textwrap import shorten

from actions.tasks.task import party
from actions.turn import Turn
from doelenmeter import picture, remarks, scores
from doelenmeter.schedule import ZONE
from doelenmeter.tables import Party, Topic

MOST_SHOWN = 5
LONGEST = 300
"""Characters of one remark; the whole of it is in the export."""


def say_remarks(turn: Turn, goal_id: int) -> None:
    """The newest lines that this reader may see, the oldest of them first."""
    viewer = party(turn)
    told = [
        (
            row.at,
            _line(turn, row.at, Party(row.by), row.words, of_help=row.topic == Topic.INSTRUMENT),
        )
        for row in remarks.that_hold(turn.session, goal_id, viewer=viewer)
    ]
    seen = scores.visible_scores(turn.session, goal_id, viewer=viewer).current
    mistake = turn.phrases("facts.mistake")
    told += [
        (score.at, _line(turn, score.at, score.by, score.reason))
        for score in seen
        if score.reason and score.reason != mistake
    ]
    if told:
        newest = sorted(told, key=lambda line: line[0])[-MOST_SHOWN:]
        turn.say("utter_said_info", lines="\n".join(line for _, line in newest))


def short(words: str) -> str:
    """Words as long as fit in a list."""
    return shorten(words, LONGEST, placeholder="…")


def _line(turn: Turn, at: datetime, by: Party, said: str, *, of_help: bool = False) -> str:
    words = picture.words()
    return turn.phrases(
        "facts.said_about_help" if of_help else "facts.said",
        day=words.day(at.astimezone(ZONE).date()),
        who=words.name(by, viewer=party(turn)),
        words=short(said),
    )
