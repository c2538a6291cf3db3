"""Two people who check in, and what should come of it: which moments, with which scores."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.hearing import Heard
from actions.turn import Turn
from caseload import consent
from caseload.conversations import account, conversation
from caseload.models import Channel, Purpose, Role
from caseload.people import add_person, link
from doelenmeter.moments import SAME_WEEK
from doelenmeter.planning import set_schedule
from doelenmeter.tables import CheckIn, Kind, Party, Score
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import new_goal, person


class TalkInTime(Talk):
    """A conversation in which time passes."""

    now = NOW

    def turn(self, heard: Heard) -> Turn:
        return replace(super().turn(heard), now=lambda: self.now)


@dataclass
class Moment:
    """A check-in as it should be stored."""

    kind: Kind
    opened: int
    """Hours since the beginning."""
    open: bool = True
    levels: dict[Party, list[int]] = field(default_factory=dict)


class Expected:
    """Client and coach, and the moments that should be stored of what they did."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.hours = 0
        self.moments: list[Moment] = []
        self.remarks: list[tuple[str, str]] = []
        self.at: dict[Party, Moment] = {}
        self.pressed: dict[Party, str] = {}
        self.paused = False
        self.talks = self._people()
        client, coach = self.talks[Party.CLIENT], self.talks[Party.COACH]
        self.goal = new_goal(self.session, client, coach)
        set_schedule(self.session, person(client), now=NOW)

    def _people(self) -> dict[Party, TalkInTime]:
        ids = {}
        for party, role in ((Party.COACH, Role.COACH), (Party.CLIENT, Role.CLIENT)):
            made = add_person(self.session, role=role, name="Rafiq", now=NOW)
            here = account(
                self.session,
                channel=Channel.WEB,
                external_id=f"p{made.id}",
                person_id=made.id,
                now=NOW,
            )
            ids[party] = (made.id, conversation(self.session, here.id, now=NOW))
        client, coach = ids[Party.CLIENT][0], ids[Party.COACH][0]
        link(self.session, coach_id=coach, client_id=client, now=NOW)
        for purpose in (Purpose.GOALS, Purpose.WEEKLY):
            consent.give(self.session, client, purpose, now=NOW)
        return {party: TalkInTime(self.session, talk) for party, (_, talk) in ids.items()}

    def open(self, kind: Kind) -> Moment:
        for earlier in self.moments:
            if (earlier.kind == Kind.WEEKLY) == (kind == Kind.WEEKLY):
                earlier.open = False
        self.moments.append(Moment(kind, self.hours))
        return self.moments[-1]

    def place(self, by: Party) -> Moment:
        """Where a party scores: an open moment first, then the week, then a new one."""
        fixed = [m for m in self.moments if m.open and m.kind != Kind.WEEKLY]
        week = [m for m in self.moments if m.open and m.kind == Kind.WEEKLY]
        for moment in fixed:
            if by not in moment.levels:
                return moment
        for moment in week:
            if timedelta(hours=self.hours - moment.opened) < SAME_WEEK:
                return moment
        if by is Party.COACH and fixed:
            return fixed[-1]
        return self.open(Kind.WEEKLY if by is Party.CLIENT else Kind.PROGRESS)

    def stands(self, by: Party, level: int) -> None:
        """A tap is stored at once; where one stood, at a fixed moment a reason is asked first."""
        talk, moment = self.talks[by], self.at[by]
        given = moment.levels.get(by, [])
        if not given and not moment.open:
            assert talk.said[0] == "utter_score_anew"
            self.at[by] = self.place(by)
        elif given and given[-1] != level and moment.kind != Kind.WEEKLY:
            assert talk.dialogue.step == "score_reason"
        else:
            assert talk.dialogue.step == "score_words"
            if given[-1:] != [level]:
                moment.levels[by] = [*given, level]

    def step(self, by: Party) -> str:
        return self.talks[by].dialogue.step

    def _check_ins(self) -> list[int]:
        found = select(CheckIn.id).where(CheckIn.goal_id == self.goal.id).order_by(CheckIn.id)
        return list(self.session.scalars(found))

    def _newest(self, by: Party) -> Moment:
        """The moment of this party's newest score."""
        row = self.session.scalars(
            select(Score)
            .join(Score.check_in)
            .where(CheckIn.goal_id == self.goal.id, Score.by == by.value)
            .order_by(Score.id.desc())
        ).first()
        assert row is not None
        return self.moments[self._check_ins().index(row.check_in_id)]


def level_of(payload: str) -> int:
    """The level on a button."""
    return int(payload.partition('"level": "')[2].partition('"')[0])
