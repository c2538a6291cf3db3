"""Gateways that crash, clocks that jump, people who answer or pause: nobody gets one twice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete, select
from sqlalchemy.orm import Session, sessionmaker

from doelenmeter import prompts
from doelenmeter.planning import pause, plan, set_schedule
from doelenmeter.prompt_tables import Prompt, PromptKind, Schedule, Sending
from doelenmeter.prompts import Claimed, LostError
from doelenmeter.schedule import ZONE, Weekly, after_quiet
from store.session import sessions, writing
from tests.doelenmeter.conftest import add_people

START = datetime(2026, 10, 23, 15, 0, tzinfo=UTC)  # the clock changes two days later
MINUTE = timedelta(minutes=1)
JUMPS = ("next", "next", "next", "minute", "lease", "half a day")
WENT_OUT = {Sending.SENDING.value, Sending.SENT.value, Sending.UNKNOWN.value}
CLIENTS = 2
EXAMPLES = {"sqlite": 50, "postgresql": 10}  # every step there waits for a disk
NUMBERS = st.integers(0, 20)


@dataclass
class Work:
    """What a gateway has in its hands, and whether it went out."""

    prompt: Claimed
    sending: bool = False
    out: bool = False


class Gateways(RuleBasedStateMachine):
    factory: sessionmaker[Session]

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.hands: list[Work] = []
        self.delivered: list[int] = []
        with writing(self.factory) as session:
            session.execute(delete(Prompt))
            session.execute(delete(Schedule))
            self.clients = [add_people(session).client for _ in range(CLIENTS)]
            for client in self.clients:
                set_schedule(session, client, weekly=Weekly(4, time(17)), now=START - MINUTE)

    @rule(how=st.sampled_from(JUMPS), limit=st.integers(1, 4), far=st.integers(0, 3))
    def gateway(self, how: str, limit: int, far: int) -> None:
        """A gateway does one sweep; how far it brings each prompt decides what a crash finds."""
        self.time_passes(how)
        for work in self.sweep(limit):
            self.bring(work, far)

    def time_passes(self, how: str) -> None:
        steps = {"minute": MINUTE, "lease": prompts.LEASE, "half a day": timedelta(hours=12)}
        self.now = self.next_due() if how == "next" else self.now + steps[how]

    def next_due(self) -> datetime:
        """The first moment from now at which something can be sent."""
        with self.factory() as session:
            rows = session.scalars(select(Prompt.send_at).where(Prompt.state == Sending.DUE.value))
            planned = session.scalars(select(Schedule.next_due))
            moments = [moment for moment in (*rows, *planned) if moment]
        return max(self.now, min(moments, default=self.now))

    def sweep(self, limit: int) -> list[Work]:
        with writing(self.factory) as session:
            plan(session, now=self.now, limit=limit)
        with writing(self.factory) as session:
            taken = prompts.claim(session, now=self.now, limit=limit)
        if taken:
            assert time(9) <= self.now.astimezone(ZONE).time() < time(20)
        assert all(self.now - prompt.due_at <= prompts.LATE for prompt in taken)
        works = [Work(prompt) for prompt in taken]
        self.hands += works
        return works

    @precondition(lambda self: self.hands)
    @rule(number=NUMBERS, far=st.integers(1, 3))
    def go_on(self, number: int, far: int) -> None:
        self.bring(self.hands[number % len(self.hands)], far)

    def bring(self, work: Work, far: int) -> None:
        for step in (self.begin, self.deliver, self.tell)[:far]:
            step(work)

    def begin(self, work: Work) -> None:
        if work.sending:
            return
        try:
            with writing(self.factory) as session:
                prompts.mark_sending(session, work.prompt, now=self.now)
                self.check_wanted(session, work.prompt)
        except LostError:
            self.hands.remove(work)
        else:
            work.sending = True

    def deliver(self, work: Work) -> None:
        if work.sending and not work.out:
            self.delivered.append(work.prompt.id)
            work.out = True

    def tell(self, work: Work) -> None:
        if work.out:
            with writing(self.factory) as session:
                prompts.mark_sent(session, work.prompt, now=self.now)
            self.hands.remove(work)

    @precondition(lambda self: self.hands)
    @rule(number=NUMBERS, again=st.booleans())
    def put_back(self, number: int, again: bool) -> None:
        work = self.hands[number % len(self.hands)]
        if work.out:
            return
        self.hands.remove(work)
        try:
            with writing(self.factory) as session:
                if again:
                    until = self.now + number * MINUTE
                    prompts.wait(session, work.prompt, until=until, now=self.now)
                else:
                    prompts.skip(session, work.prompt, note="refused", now=self.now)
        except LostError:
            pass

    @precondition(lambda self: self.hands)
    @rule()
    def all_crash(self) -> None:
        self.hands.clear()

    @rule()
    def watch(self) -> None:
        with writing(self.factory) as session:
            prompts.report_unknown(session, now=self.now)

    @rule(number=NUMBERS)
    def answer(self, number: int) -> None:
        with writing(self.factory) as session:
            prompts.answered(session, self.clients[number % CLIENTS], now=self.now)

    @rule(number=NUMBERS, on=st.booleans())
    def stop_and_go(self, number: int, on: bool) -> None:
        with writing(self.factory) as session:
            client = self.clients[number % CLIENTS]
            if on:
                set_schedule(session, client, weekly=Weekly(4, time(17)), now=self.now)
            else:
                pause(session, client, now=self.now)

    @invariant()
    def nobody_gets_one_twice(self) -> None:
        assert len(self.delivered) == len(set(self.delivered))

    @invariant()
    def rows_tell_the_truth(self) -> None:
        with self.factory() as session:
            rows = {row.id: row for row in session.scalars(select(Prompt))}
        assert all(rows[number].state in WENT_OUT for number in self.delivered)
        sent = {number for number, row in rows.items() if row.state == Sending.SENT}
        assert sent <= set(self.delivered)
        reminded = [row.follows_id for row in rows.values() if row.kind == PromptKind.REMINDER]
        assert len(reminded) == len(set(reminded))
        weekly = {number for number, row in rows.items() if row.kind == PromptKind.WEEKLY}
        assert set(reminded) <= weekly & sent

    def check_wanted(self, session: Session, prompt: Claimed) -> None:
        """Nothing goes to who paused, and no reminder to who answered."""
        row = session.get_one(Prompt, prompt.id)
        assert session.get_one(Schedule, (row.person_id, "weekly")).next_due is not None
        if row.kind == PromptKind.REMINDER:
            assert session.get_one(Prompt, row.follows_id).answered_at is None

    def teardown(self) -> None:
        """After every crash the work goes on: nothing stays in anybody's hands."""
        self.hands.clear()
        self.now = after_quiet(self.now + prompts.LEASE)
        self.watch()
        for work in self.sweep(limit=100):
            self.bring(work, far=3)
        self.nobody_gets_one_twice()
        self.rows_tell_the_truth()
        with self.factory() as session:
            left = session.scalars(select(Prompt)).all()
        waiting = [row for row in left if row.state in (*prompts.WAITING, Sending.SENDING)]
        assert all(row.state == Sending.DUE and row.send_at > self.now for row in waiting)


def test_gateways(database_kind: str, new_database: Callable[[str], str]) -> None:
    factory = sessions(new_database(database_kind))
    machine = type("GatewaysHere", (Gateways,), {"factory": factory})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES[database_kind],
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            database=None,
        ),
    )
    factory.kw["bind"].dispose()
