"""Pictures, drawn at the moment they are shown: somebody's way to a goal, and a link to scan."""

import base64
import io
from dataclasses import dataclass

import segno
from sqlalchemy.orm import Session

from bot.texts import say
from caseload.models import Role
from caseload.people import who
from caseload.rights import Act, may
from doelenmeter.picture import describe, draw, picture_of
from doelenmeter.tables import Party

VIEWERS = {Role.CLIENT: Party.CLIENT, Role.COACH: Party.COACH}
MODULE = 4
"""Pixels of each of the small squares of a QR code."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An SVG as a data address, and the same in words."""

    address: str
    words: str


def drawn(session: Session, conversation_id: str, goal_id: int) -> Drawn | None:
    """Draw a goal for who talks in this conversation; None for who may not see it."""
    reader = who(session, conversation_id)
    viewer = VIEWERS.get(reader.role)
    allowed = may(session, person_id=reader.person_id, act=Act.SEE_PICTURE, goal_id=goal_id)
    if viewer is None or not allowed:
        return None
    picture = picture_of(session, goal_id, viewer=viewer)
    if picture is None:
        return None
    return _as_drawn(draw(picture, viewer=viewer), describe(picture, viewer=viewer))


def qr_code(link: str) -> Drawn:
    """Draw a link that a phone can scan, black on white whatever is behind it."""
    svg = io.BytesIO()
    code = segno.make_qr(link, error="m")
    code.save(svg, kind="svg", xmldecl=False, scale=MODULE, dark="#000", light="#fff")
    return _as_drawn(svg.getvalue().decode(), say("texts.links.qr_code"))


def _as_drawn(svg: str, words: str) -> Drawn:
    content = base64.b64encode(svg.encode()).decode()
    return Drawn(f"data:image/svg+xml;base64,{content}", words)
