"""The number of a client's file, by which a coach may name whom it is about: "kln 20418"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard

_TITLED = re.compile(
    r"\b(?:kln|cli?|clnt|cli[eë]nte?|klant|kandidaat|dossier|nr|nummer|klantnummer)(?:\.|nr\.?)? ?"
    r"(?P<number>\d{4,6})(?![\w%]|[.,]\d)"
)
_BARE = re.compile(
    r"(?:^|[:;,] |\b(?:voor|vr|van|bij|met|over|staat|gaat|doet|doel|doelen|"
    r"is|score|stand|herziening|correctie) )"
    r"(?P<number>(?!(?:19|20)\d\d(?!\d))\d{4,6})(?![\w%]|[.,]\d|"
    r" (?:per (?:dag|week|maand|jaar)|stappen|woorden|uren|uur|minuten|meters?|"
    r"kilometers?|km|kilo|keer|brieven|mensen)\b)"
)
_SUM = re.compile(r"euro|€|schuld|spaar|sparen|betaal|aflos|kost|stappen|salaris|loon")


def files(heard: Heard, *, bare: bool) -> Iterator[Found]:
    """The entity `client` by number; a `bare` one only where it can be nothing else."""
    patterns = (_TITLED, _BARE) if bare and not _SUM.search(heard.text) else (_TITLED,)
    spans = {match.span("number") for text in patterns for match in text.finditer(heard.text)}
    for start, end in sorted(spans):
        yield Found("client", heard.text[start:end], start, end)
