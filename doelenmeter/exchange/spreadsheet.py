"""Goals and scores as a table (CSV) that a Dutch Excel opens with a double click.

UTF-8 with a byte order mark, ``;`` between cells, a comma in numbers, lines that end in CRLF.
One row for each score, in the order in which scores were given; a goal without scores, and what
somebody said without a score, have a row of their own. Times are on the clock of Amsterdam.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from doelenmeter.exchange.content import Content, GoalContent, gather
from doelenmeter.exchange.words import Columns, load
from doelenmeter.schedule import ZONE
from doelenmeter.scores import Scored
from doelenmeter.tables import Kind, Party, Remark, State

FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
"""How a text begins that a spreadsheet may take for a formula (OWASP, CSV injection)."""

Cell = str | int


def bundle(session: Session, client_id: int, *, viewer: Party) -> bytes:
    """Give what this viewer may see of a client's goals, as CSV.

    A text that a spreadsheet could run gets an apostrophe before it. Raises NoResultFound for who
    is not there.
    """
    columns = load().columns
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(Columns.model_fields), restval="", delimiter=";")
    writer.writerow(columns.model_dump())
    content = gather(session, client_id, viewer=viewer)
    writer.writerows({name: _safe(cell) for name, cell in row.items()} for row in rows(content))
    return written.getvalue().encode("utf-8-sig")


def rows(content: Content) -> Iterator[Mapping[str, Cell]]:
    """Give every row by the names of its columns; a cell that is not there is empty."""
    for goal in content.goals:
        about = _about(goal)
        made = [_score(content, goal, score) for score in goal.scores]
        made += [_remark(remark) for remark in goal.alone()]
        yield from (about | row for row in made or [{}])


def _about(content: GoalContent) -> dict[str, Cell]:
    goal = content.goal
    return {
        "goal": goal.id,
        "title": content.wording.title,
        "kenmerk": goal.kenmerk,
        "scale": content.scale.name,
        "state": str(getattr(load().states, State(goal.state))),
        "start": goal.start_date.isoformat(),
        "target": content.wording.target_date.isoformat(),
    }


def _score(content: Content, goal: GoalContent, score: Scored) -> dict[str, Cell]:
    cells = _moment(score.kind, score.at, score.by) | {
        "level": next(one.level for one in goal.scale.levels if one.number == score.level),
        "text": score.text,
        "score": score.id,
        "replaces": score.replaces_id or "",
        "reason": score.reason or "",
    }
    t = content.t_scores.get(score.by)
    if t and score in t.scores:
        cells["t"] = f"{t.value:.1f}".replace(".", ",")
    for remark in goal.beside(score):
        earlier = f"{cells[remark.topic]}\n" if remark.topic in cells else ""
        cells[remark.topic] = earlier + remark.words
    return cells


def _remark(remark: Remark) -> dict[str, Cell]:
    moment = _moment(Kind(remark.check_in.kind), remark.at, Party(remark.by))
    return moment | {remark.topic: remark.words}


def _moment(kind: Kind, at: datetime, by: Party) -> dict[str, Cell]:
    words = load()
    return {
        "kind": str(getattr(words.kinds, kind)),
        "date": f"{at.astimezone(ZONE):%Y-%m-%d %H:%M}",
        "by": str(getattr(words.parties, by)),
    }


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
