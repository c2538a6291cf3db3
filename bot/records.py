"""What is stored, as rows for the command line."""

from typing import Any

from sqlalchemy.orm import Session

from bot.texts import say
from caseload.requests import open_requests
from catalogue.choices import last

EVERYTHING = 1_000_000
Row = dict[str, Any]


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
