"""Check-ins in any order, by client and coach: what is stored, what is hidden, what is lost."""

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

from doelenmeter import goals, scores
from doelenmeter.picture import picture_of
from doelenmeter.prompt_tables import Schedule
from doelenmeter.tables import CheckIn, Kind, Party, Remark, Score, State
from tests.actions.talk import NOW
from tests.actions.tasks.checkin_expected import Expected, Moment, level_of
from tests.actions.tasks.conftest import ON_TIME

LEVELS = st.sampled_from(sorted(ON_TIME.levels))
SIDES = st.sampled_from((Party.CLIENT, Party.COACH))
MOMENTS = st.sampled_from((Kind.START, Kind.PROGRESS, Kind.END))
FREE = ("open", "finished")
SENTENCES = ("de wekker ging niet", "wat een rotweek", "mijn buurman belde me wakker!")


class CheckIns(Expected, RuleBasedStateMachine):
    factory: sessionmaker[Session]

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        Expected.__init__(self, self.factory())

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
            self.stands(by, level_of(self.pressed[by]))

    @rule(by=SIDES)
    def tap_an_old_button(self, by: Party) -> None:
        if by in self.pressed and self.step(by) in FREE:
            self.talks[by].sends(self.pressed[by])
            self.at[by] = self.place(by)
            self.stands(by, level_of(self.pressed[by]))

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


def test_check_ins(factory: sessionmaker[Session]) -> None:
    run_state_machine_as_test(
        type("CheckInsHere", (CheckIns,), {"factory": factory}),
        settings=settings(
            max_examples=40, stateful_step_count=30, deadline=None, derandomize=True, database=None
        ),
    )
