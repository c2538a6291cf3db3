"""The files that a person can take along."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from doelenmeter.exchange import fhir, spreadsheet
from doelenmeter.tables import Party


class Format(StrEnum):
    """What a file is for."""

    CSV = "csv"
    """A table for a spreadsheet: every score, also the replaced ones."""
    FHIR = "fhir"
    """Resources for another system: the scores that count."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand over."""

    name: str
    media_type: str
    content: bytes


_MAKERS: Mapping[Format, tuple[Callable[..., bytes], str, str]] = {
    Format.CSV: (spreadsheet.bundle, "csv", "text/csv; charset=utf-8"),
    Format.FHIR: (fhir.bundle, "json", "application/fhir+json"),
}


def export(session: Session, client_id: int, *, viewer: Party, form: Format) -> File:
    """Give the goals and scores of a client, as far as this viewer may see them, as a file.

    Ask `caseload.rights` for `Act.EXPORT` first. Raises NoResultFound for who is not there.
    """
    make, suffix, media_type = _MAKERS[form]
    content = make(session, client_id, viewer=viewer)
    return File(f"doelen-{client_id}.{suffix}", media_type, content)
