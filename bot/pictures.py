"""The picture of somebody's way to a goal: drawn at the moment it is shown, for who may see it."""

import base64
from dataclasses import dataclass

from sqlalchemy.orm import Session

from caseload.models import Role
from caseload.people import who
from caseload.rights import Act, may
from doelenmeter.picture import describe, draw, picture_of
from doelenmeter.tables import Party

VIEWERS = {Role.CLIENT: Party.CLIENT, Role.COACH: Party.COACH}


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
    svg = base64.b64encode(draw(picture, viewer=viewer).encode()).decode()
    return Drawn(f"data:image/svg+xml;base64,{svg}", describe(picture, viewer=viewer))
