"""Tables of goals and scores. Wordings, scores and remarks are only added, never changed."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Date,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    event,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

import caseload.models  # noqa: F401  (the people that ids here point at)
from store.base import Base
from store.types import UtcDateTime


class Party(StrEnum):
    """Who speaks about a goal."""

    CLIENT = "client"
    COACH = "coach"
    THIRD_PARTY = "third_party"


class State(StrEnum):
    """Where a goal stands."""

    PROPOSED = "proposed"
    """Only one of client and coach said yes."""
    PIPELINE = "pipeline"
    """Agreed, and waiting for its turn."""
    ACTIVE = "active"
    REACHED = "reached"
    STOPPED = "stopped"


class Kind(StrEnum):
    """Why there is a check-in."""

    WEEKLY = "weekly"
    """Between the meetings; whatever is said is seen at once."""
    START = "start"
    PROGRESS = "progress"
    END = "end"


class Topic(StrEnum):
    """What a remark is about."""

    HELPED = "helped"
    HINDERED = "hindered"
    NEEDED = "needed"
    INSTRUMENT = "instrument"
    """The help itself: what the client thinks of the course, the place or the coaching."""


def belongs_to_person(**more: Any) -> Mapped[Any]:
    """Point at whose row it is; it goes with them."""
    return mapped_column(ForeignKey("person.id", ondelete="CASCADE"), **more)


def _who_wrote() -> Mapped[Any]:
    """Point at who wrote a row; what a coach said about a client outlives the coach's account."""
    return mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)


class Goal(Base):
    """Something that a client works on. What it says stands in its wordings."""

    __tablename__ = "goal"

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = belongs_to_person(index=True)
    kenmerk: Mapped[str] = mapped_column(String(16))
    instrument: Mapped[str | None] = mapped_column(String(16))
    scale: Mapped[str] = mapped_column(String(24))
    start_date: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())


class GoalStep(Base):
    """A goal came into a state: when, by whom and why."""

    __tablename__ = "goal_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    by: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime())


class Wording(Base):
    """What a goal says. A change is a new row, so that old scores keep their words."""

    __tablename__ = "goal_wording"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    setting: Mapped[str] = mapped_column(Text)
    measure: Mapped[str] = mapped_column(Text)
    texts: Mapped[dict[str, str]] = mapped_column(JSON)
    """The text of each level, by its number written as text."""
    target_date: Mapped[date] = mapped_column(Date)
    by: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    goal: Mapped[Goal] = relationship()


class Agreement(Base):
    """Client or coach said yes to a wording."""

    __tablename__ = "goal_agreement"

    wording_id: Mapped[int] = mapped_column(
        ForeignKey("goal_wording.id", ondelete="CASCADE"), primary_key=True
    )
    by: Mapped[str] = mapped_column(String(16), primary_key=True)
    person_id: Mapped[int | None] = _who_wrote()
    at: Mapped[datetime] = mapped_column(UtcDateTime())


class CheckIn(Base):
    """A moment at which people score a goal."""

    __tablename__ = "check_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"), index=True)
    wording_id: Mapped[int] = mapped_column(
        ForeignKey("goal_wording.id", ondelete="CASCADE"), index=True
    )
    """What the goal said at that moment: everybody scores the same words."""
    kind: Mapped[str] = mapped_column(String(16))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime())
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    goal: Mapped[Goal] = relationship()
    wording: Mapped[Wording] = relationship()


class Score(Base):
    """The level that somebody chose. A revision is a new row that points to the earlier one."""

    __tablename__ = "score"
    __table_args__ = (
        Index(
            "one_first_score",
            "check_in_id",
            "by",
            unique=True,
            sqlite_where=text("replaces_id IS NULL"),
            postgresql_where=text("replaces_id IS NULL"),
        ),
        UniqueConstraint("replaces_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    check_in_id: Mapped[int] = mapped_column(
        ForeignKey("check_in.id", ondelete="CASCADE"), index=True
    )
    by: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[int | None] = _who_wrote()
    level: Mapped[int]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("score.id", ondelete="CASCADE"))
    reason: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    check_in: Mapped[CheckIn] = relationship()


class Remark(Base):
    """What somebody said beside a score."""

    __tablename__ = "remark"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_in_id: Mapped[int] = mapped_column(
        ForeignKey("check_in.id", ondelete="CASCADE"), index=True
    )
    by: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[int | None] = _who_wrote()
    topic: Mapped[str] = mapped_column(String(16))
    words: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    check_in: Mapped[CheckIn] = relationship()


class GoalGrant(Base):
    """A link with which somebody from outside scores one goal. It is stored as a hash only."""

    __tablename__ = "goal_grant"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"), index=True)
    by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    """Client or coach who made the link."""
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    """The third party who opened it."""
    name: Mapped[str] = mapped_column(String(80))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime())
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    """When it was opened; it opens once."""
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    """After the score, or when it was taken back."""


class SignChoice(Base):
    """What somebody wants to see before the levels: numbers, faces, stars or lights."""

    __tablename__ = "sign_choice"

    person_id: Mapped[int] = belongs_to_person(primary_key=True)
    signs: Mapped[str] = mapped_column(String(8))


@event.listens_for(GoalStep, "before_update")
@event.listens_for(Wording, "before_update")
@event.listens_for(Agreement, "before_update")
@event.listens_for(Score, "before_update")
@event.listens_for(Remark, "before_update")
def _only_added(_mapper: object, _connection: object, row: Base) -> None:
    raise TypeError(f"rows of {row.__tablename__} are only added, never changed")
