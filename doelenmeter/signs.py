"""What stands before a level on a button: a number, a face, stars or a light, as somebody likes."""

from typing import Literal, cast, get_args

from sqlalchemy.orm import Session

from doelenmeter import scales
from doelenmeter.scales import Meaning
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


def sign(signs: Signs, meaning: Meaning, number: int) -> str:
    """Give the sign of a level: "+1", "🙂", "★★☆☆" or "🟡"."""
    if signs == "number":
        return f"{number:+d}" if number else "0"
    return str(getattr(scales.load_signs()[meaning], signs))
