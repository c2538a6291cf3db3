"""Check-ins in any order, by client and coach: what is stored, what is hidden, what is lost."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from actions.hearing import Heard
from actions.turn import Turn
from caseload import consent
from caseload.conversations import account, conversation
from caseload.models import Channel, Purpose, Role
from caseload.people import add_person, link
from doelenmeter import goals, scores
from doelenmeter.moments import SAME_WEEK
from doelenmeter.picture import picture_of
from doelenmeter.planning import set_schedule
from doelenmeter.tables import CheckIn, Kind, Party, Remark, Schedule, Score, State
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, new_goal, person

LEVELS = st.sampled_from(sorted(ON_TIME.levels))
SIDES = st.sampled_from((Party.CLIENT, Party.COACH))
MOMENTS = st.sampled_from((Kind.START, Kind.PROGRESS, Kind.END))
FREE = ("open", "finished")
SENTENCES = ("de wekker ging niet", "wat een rotweek", "mijn buurman belde me wakker!")


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


class CheckIns(RuleBasedStateMachine):
    factory: sessionmaker[Session]

    def __init__(self) -> None:
        super().__init__()
        self.session = self.factory()
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

    # What should come of it.

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

    # What people do.

    def step(self, by: Party) -> str:
        return self.talks[by].dialogue.step

    @rule(by=SIDES)
    def begin(self, by: Party) -> None:
        if self.step(by) in (*FREE, "score", "score_meant"):
            named = {"client": "Rafiq"} if by is Party.COACH else {}
            self.talks[by].types("check-in", "checkin_start", **named)
            self.at[by] = self.place(by)
            assert self.step(by) == "score"

    @rule(by=SIDES, level=LEVELS)
    def tap(self, by: Party, level: int) -> None:
        talk = self.talks[by]
        if self.step(by) == "score":
            button = next(b for b in talk.buttons if f'"level": "{level}"' in b.payload)
            self.pressed[by] = button.payload
            talk.sends(button.payload)
            self.stands(by, level)

    @rule(by=SIDES)
    def tap_twice(self, by: Party) -> None:
        if by in self.pressed and self.step(by) == "score_words":
            self.talks[by].sends(self.pressed[by])
            self.at[by] = self.place(by)
            self.stands(by, _level(self.pressed[by]))

    @rule(by=SIDES)
    def tap_an_old_button(self, by: Party) -> None:
        if by in self.pressed and self.step(by) in FREE:
            self.talks[by].sends(self.pressed[by])
            self.at[by] = self.place(by)
            self.stands(by, _level(self.pressed[by]))

    @rule(by=SIDES, level=LEVELS, right=st.booleans())
    def tell_it(self, by: Party, level: int, right: bool) -> None:
        """Own words are read back, and stored after a yes only."""
        talk = self.talks[by]
        if self.step(by) != "score":
            return
        talk.types(ON_TIME.levels[level], "checkin_score", level=str(level))
        assert (self.step(by), talk.dialogue.task["meant"]) == ("score_meant", [level])
        if right:
            talk.types("ja", "affirm")
            self.stands(by, level)
        else:
            talk.presses("Nee, iets anders")
            assert self.step(by) == "score"

    @rule(by=SIDES, words=st.sampled_from(SENTENCES))
    def remark(self, by: Party, words: str) -> None:
        if self.step(by) == "score_words":
            self.talks[by].types(words, "frustration")
            self.remarks.append((by.value, words))
            assert "utter_picture" in self.talks[by].said

    @rule(by=SIDES)
    def skip(self, by: Party) -> None:
        if self.step(by) == "score_words":
            self.talks[by].presses("Sla over")

    @rule(by=SIDES)
    def stop_half_way(self, by: Party) -> None:
        self.talks[by].types("stop", "stop")
        assert self.step(by) == "finished"

    @rule(by=SIDES)
    def correct(self, by: Party) -> None:
        if self.step(by) in FREE:
            named = {"client": "Rafiq"} if by is Party.COACH else {}
            self.talks[by].types("mijn score klopt niet", "correct_score", **named)
            given = [moment for moment in self.moments if by in moment.levels]
            self.at[by] = self._newest(by) if given else self.place(by)
            assert self.step(by) == "score"

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

    @rule(by=SIDES, why=st.booleans())
    def give_a_reason(self, by: Party, why: bool) -> None:
        talk = self.talks[by]
        if self.step(by) == "score_reason":
            level = talk.dialogue.task["level"]
            if why:
                talk.types("we hebben erover gepraat", "find_instrument")
                self.at[by].levels[by].append(level)
            else:
                talk.presses("Laat zo")

    @precondition(lambda self: self.step(Party.CLIENT) == "score")
    @rule()
    def pause(self) -> None:
        talk = self.talks[Party.CLIENT]
        talk.types("even niet", "pause_prompts")
        assert talk.said[0] == "utter_ask_pause"
        talk.presses("Tot ik het zeg")
        self.paused = True

    @rule(kind=MOMENTS)
    def a_moment_comes(self, kind: Kind) -> None:
        scores.open_check_in(self.session, self.goal.id, kind=kind, now=self.talks[Party.COACH].now)
        self.open(kind)

    @rule(hours=st.sampled_from((1, 24, 24 * 7)))
    def time_passes(self, hours: int) -> None:
        self.hours += hours
        for talk in self.talks.values():
            talk.now = NOW + timedelta(hours=self.hours)

    # What holds all the time.

    def _check_ins(self) -> list[int]:
        found = select(CheckIn.id).where(CheckIn.goal_id == self.goal.id).order_by(CheckIn.id)
        return list(self.session.scalars(found))

    @invariant()
    def every_row_is_there_and_no_other(self) -> None:
        stored: list[Moment] = []
        for row in self.session.scalars(
            select(CheckIn).where(CheckIn.goal_id == self.goal.id).order_by(CheckIn.id)
        ):
            levels: dict[Party, list[int]] = {}
            for score in self.session.scalars(
                select(Score).where(Score.check_in_id == row.id).order_by(Score.id)
            ):
                levels.setdefault(Party(score.by), []).append(score.level)
            hours = (row.opened_at - NOW) // timedelta(hours=1)
            stored.append(Moment(Kind(row.kind), hours, row.closed_at is None, levels))
        assert stored == self.moments

    @invariant()
    def every_sentence_is_there_and_no_other(self) -> None:
        found = self.session.scalars(
            select(Remark).join(Remark.check_in).where(CheckIn.goal_id == self.goal.id)
        )
        assert sorted((row.by, row.words) for row in found) == sorted(self.remarks)

    @invariant()
    def nobody_sees_the_other_before_an_own_score(self) -> None:
        for viewer, other in ((Party.CLIENT, Party.COACH), (Party.COACH, Party.CLIENT)):
            seen = [
                moment.levels[other][-1]
                for moment in self.moments
                if other in moment.levels
                and (moment.kind == Kind.WEEKLY or not moment.open or viewer in moment.levels)
            ]
            picture = picture_of(self.session, self.goal.id, viewer=viewer)
            assert picture is not None
            drawn = [point.level for point in picture.points if point.by is other]
            assert sorted(drawn) == sorted(seen)

    @invariant()
    def a_pause_stops_the_messages_and_nothing_else(self) -> None:
        assert goals.goals_of(self.session, self.goal.client_id, states=[State.ACTIVE])
        row = self.session.get_one(Schedule, (self.goal.client_id, "weekly"))
        assert (row.next_due is None) == self.paused

    def teardown(self) -> None:
        self.session.close()


def _level(payload: str) -> int:
    return int(payload.partition('"level": "')[2].partition('"')[0])


def test_check_ins(factory: sessionmaker[Session]) -> None:
    run_state_machine_as_test(
        type("CheckInsHere", (CheckIns,), {"factory": factory}),
        settings=settings(
            max_examples=40, stateful_step_count=30, deadline=None, derandomize=True, database=None
        ),
    )
