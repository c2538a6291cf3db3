"""What stands before a level on a button: as its scale writes it, a face, stars or a light."""

from typing import Literal, cast, get_args

from sqlalchemy.orm import Session

from doelenmeter import scales
from doelenmeter.scales import Level
from doelenmeter.tables import SignChoice

Signs = Literal["number", "smiley", "stars", "light"]
SIGNS: tuple[Signs, ...] = get_args(Signs)


def of(session: Session, person_id: int) -> Signs:
    """Tell what this person chose; numbers for who did not choose."""
    row = session.get(SignChoice, person_id)
    return cast(Signs, row.signs) if row else "number"


def choose(session: Session, person_id: int, signs: str) -> None:
    """Keep what this person likes best. Raises ValueError for what there is not."""
    if signs not in SIGNS:
        raise ValueError(f"there are no signs {signs}; choose from {', '.join(SIGNS)}")
    row = session.get(SignChoice, person_id)
    if row is None:
        session.add(SignChoice(person_id=person_id, signs=signs))
    else:
        row.signs = signs
    session.flush()


def sign(signs: Signs, level: Level) -> str:
    """Give the sign of a level: "+1" or "C" as its scale writes it, "🙂", "★★☆☆" or "🟡"."""
    if signs != "number":
        return str(getattr(scales.load_signs()[level.meaning], signs))
    return f"{level.level:+d}" if isinstance(level.level, int) and level.level else str(level.level)
