"""What is stored, as rows for the command line."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.texts import say
from caseload.requests import open_requests
from catalogue.choices import last
from doelenmeter import figures as counts
from doelenmeter.prompt_tables import Prompt, Sending
from doelenmeter.schedule import ZONE

EVERYTHING = 1_000_000
Row = dict[str, Any]

PART_OF = {
    "with_a_goal": "clients",
    "took_a_step": "with_a_goal",
    "reached_a_goal": "with_a_goal",
    "answered": "asked",
}
"""Of which number a number is a part."""


def choices(session: Session, number: int | None) -> list[Row]:
    """Give the last choices, newest first; all of them without a number."""
    return [choice.to_json() for choice in last(session, number or EVERYTHING)]


def choice_as_text(row: Row) -> str:
    """Word one choice for a person."""
    return say(
        "cli.choices.line",
        when=row["at"][:16].replace("T", " "),
        instrument=row["instrument"],
        route=row["route"] or "-",
        kenmerken=", ".join(row["kenmerken"]) or "-",
        shown=", ".join(shown["code"] for shown in row["shown"]) or "-",
        argument=row["argument"] or "-",
    )


def requests(session: Session) -> list[Row]:
    """Give every wish for a person that nobody has heard yet, danger first."""
    return [
        {
            "id": request.id,
            "kind": request.kind,
            "name": request.person.name if request.person else None,
            "person_id": request.person_id,
            "conversation_id": request.conversation_id,
            "sentence": request.sentence,
            "created_at": request.created_at.isoformat(),
        }
        for request in open_requests(session)
    ]


def request_as_text(row: Row) -> str:
    """Word one wish for a person."""
    return say(
        "cli.requests.line",
        when=row["created_at"][:16].replace("T", " "),
        who=row["name"] or say("cli.requests.anonymous"),
        kind=say(f"cli.requests.{row['kind']}"),
        sentence=row["sentence"],
    )


def prompts(session: Session) -> Row:
    """Count the prompts in each state, and name the unknown ones, oldest first."""
    counts = session.execute(select(Prompt.state, func.count()).group_by(Prompt.state))
    unknown = session.scalars(
        select(Prompt).where(Prompt.state == Sending.UNKNOWN.value).order_by(Prompt.id)
    )
    return {
        "states": {state.value: 0 for state in Sending} | {row[0]: row[1] for row in counts},
        "unknown": [{"id": row.id, "due_at": row.due_at.isoformat()} for row in unknown],
    }


def figures(session: Session) -> Row:
    """Give the counts for management; null where fewer than five people are behind a number."""
    return asdict(counts.figures(session))


def figures_as_text(found: Row) -> str:
    """Word them for a person, each with the share of its whole where both are told."""
    return "\n".join(
        say(f"cli.figures.{name}", count=_count(found, name), share=_share(found, name))
        for name in found
    )


def _count(found: Row, name: str) -> str:
    known = found[name]
    return say("cli.figures.too_few") if known is None else str(known)


def _share(found: Row, name: str) -> str:
    part, whole = found[name], found.get(PART_OF.get(name, ""))
    return say("cli.figures.share", percent=round(100 * part / whole)) if part and whole else ""


def prompts_as_text(found: Row) -> str:
    """Word them for a person."""
    lines = [
        say("cli.prompts.count", state=say(f"cli.prompts.{state}"), count=count)
        for state, count in found["states"].items()
    ]
    for row in found["unknown"]:
        due = datetime.fromisoformat(row["due_at"]).astimezone(ZONE)
        lines.append(say("cli.prompts.line", id=row["id"], when=f"{due:%Y-%m-%d %H:%M}"))
    return "\n".join(lines)
