from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from doelenmeter import prompts
from doelenmeter.planning import pause, plan, set_schedule
from doelenmeter.prompt_tables import Prompt, PromptKind, Schedule, Sending
from doelenmeter.prompts import Claimed, LostError
from doelenmeter.schedule import Weekly
from store.session import writing
from tests.doelenmeter.conftest import NOW, People, add_people

WEDNESDAY = Weekly(2, time(16))
DUE = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
MINUTE, HOUR, DAY, WEEK = (
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
    timedelta(days=7),
)


def claim_one(session: Session, now: datetime) -> Claimed:
    (claimed,) = prompts.claim(session, now=now)
    return claimed


def send(session: Session, now: datetime) -> Claimed:
    claimed = claim_one(session, now)
    prompts.mark_sending(session, claimed, now=now)
    prompts.mark_sent(session, claimed, now=now)
    return claimed


def states(session: Session) -> list[tuple[str, str, str | None]]:
    rows = session.scalars(select(Prompt).order_by(Prompt.id))
    return [(row.kind, row.state, row.note) for row in rows]


@pytest.fixture
def planned(session: Session, people: People) -> People:
    """A client whose weekly prompt is due on Wednesday at four, and is in the table."""
    set_schedule(session, people.client, weekly=WEDNESDAY, now=NOW)
    assert plan(session, now=DUE) == 1
    return people


def test_a_prompt_is_due_at_the_chosen_time_and_not_before(
    session: Session, people: People
) -> None:
    set_schedule(session, people.client, weekly=WEDNESDAY, now=NOW)
    assert plan(session, now=DUE - MINUTE) == 0
    assert plan(session, now=DUE) == 1
    assert plan(session, now=DUE) == 0
    claimed = claim_one(session, DUE)
    assert (claimed.person_id, claimed.kind) == (people.client, PromptKind.WEEKLY)
    assert session.get_one(Schedule, (people.client, "weekly")).next_due == DUE + WEEK


def test_three_weeks_down_gives_one_prompt(session: Session, people: People) -> None:
    set_schedule(session, people.client, weekly=WEDNESDAY, now=NOW)
    assert plan(session, now=DUE + 3 * WEEK + HOUR) == 1
    assert prompts.claim(session, now=DUE + 3 * WEEK + HOUR) == ()
    assert states(session) == [("weekly", "skipped", "late")]


def test_what_is_too_late_does_not_hold_up_the_rest(session: Session, people: People) -> None:
    for days in (3, 2, 0):
        due = DUE - days * DAY
        prompts.ask(session, people.client, kind=PromptKind.MOMENT, due_at=due, now=NOW)
    (claimed,) = prompts.claim(session, now=DUE, limit=1)
    assert claimed.due_at == DUE


def test_an_hour_down_sends_it_late(session: Session, planned: People) -> None:
    assert claim_one(session, DUE + HOUR).due_at == DUE


def test_what_comes_into_quiet_hours_waits_for_the_morning(
    session: Session, planned: People
) -> None:
    evening, morning = DUE + 5 * HOUR, DUE + 17 * HOUR
    assert prompts.claim(session, now=evening) == ()
    assert prompts.claim(session, now=morning - MINUTE) == ()
    assert claim_one(session, morning).due_at == DUE


def test_nobody_else_gets_what_is_claimed(session: Session, planned: People) -> None:
    claim_one(session, DUE)
    assert prompts.claim(session, now=DUE + MINUTE) == ()


def test_found_claimed_after_a_crash_is_sent_again(session: Session, planned: People) -> None:
    lost = claim_one(session, DUE)
    again = claim_one(session, DUE + prompts.LEASE)
    assert again.id == lost.id
    with pytest.raises(LostError):
        prompts.mark_sending(session, lost, now=DUE + prompts.LEASE)
    prompts.mark_sending(session, again, now=DUE + prompts.LEASE)


def test_found_sending_after_a_crash_is_reported_and_not_sent_again(
    session: Session, planned: People
) -> None:
    claimed = claim_one(session, DUE)
    prompts.mark_sending(session, claimed, now=DUE)
    assert prompts.report_unknown(session, now=DUE + MINUTE) == ()
    assert prompts.report_unknown(session, now=DUE + prompts.LEASE) == (claimed.id,)
    assert prompts.report_unknown(session, now=DUE + prompts.LEASE) == ()
    assert prompts.claim(session, now=DUE + HOUR) == ()


def test_a_slow_sender_may_still_tell_that_it_went_out(session: Session, planned: People) -> None:
    claimed = claim_one(session, DUE)
    prompts.mark_sending(session, claimed, now=DUE)
    prompts.report_unknown(session, now=DUE + prompts.LEASE)
    prompts.mark_sent(session, claimed, now=DUE + HOUR)
    assert states(session) == [("weekly", "sent", None)]


def test_a_prompt_waits_for_the_end_of_a_conversation(session: Session, planned: People) -> None:
    prompts.wait(session, claim_one(session, DUE), until=DUE + 15 * MINUTE, now=DUE)
    assert prompts.claim(session, now=DUE + 14 * MINUTE) == ()
    assert claim_one(session, DUE + 15 * MINUTE).due_at == DUE


def test_what_a_channel_refuses_for_good_is_skipped_with_the_reason(
    session: Session, planned: People
) -> None:
    claimed = claim_one(session, DUE)
    prompts.mark_sending(session, claimed, now=DUE)
    prompts.skip(session, claimed, note="blocked", now=DUE)
    assert states(session) == [("weekly", "skipped", "blocked")]


def test_one_reminder_after_a_day_and_never_two(session: Session, planned: People) -> None:
    send(session, DUE)
    assert prompts.claim(session, now=DUE + DAY - MINUTE) == ()
    assert send(session, DUE + DAY).kind is PromptKind.REMINDER
    assert prompts.claim(session, now=DUE + 3 * DAY) == ()
    assert states(session) == [("weekly", "sent", None), ("reminder", "sent", None)]


def test_who_answers_gets_no_reminder(session: Session, planned: People) -> None:
    send(session, DUE)
    prompts.answered(session, planned.client, now=DUE + HOUR)
    assert prompts.claim(session, now=DUE + DAY) == ()
    assert states(session) == [("weekly", "sent", None), ("reminder", "skipped", "answered")]


def test_an_answer_while_the_reminder_is_claimed_stops_it(
    session: Session, planned: People
) -> None:
    send(session, DUE)
    reminder = claim_one(session, DUE + DAY)
    prompts.answered(session, planned.client, now=DUE + DAY)
    with pytest.raises(LostError):
        prompts.mark_sending(session, reminder, now=DUE + DAY)


def test_an_answer_to_nothing_changes_nothing(session: Session, people: People) -> None:
    prompts.answered(session, people.client, now=NOW)
    assert states(session) == []


def test_silence_is_counted_from_the_last_answer(session: Session, people: People) -> None:
    set_schedule(session, people.client, weekly=WEDNESDAY, now=NOW)
    counts = []
    for week in range(5):
        now = DUE + week * WEEK
        plan(session, now=now)
        send(session, now)
        if week == 1:
            prompts.answered(session, people.client, now=now + HOUR)
        counts.append(prompts.unanswered_in_a_row(session, people.client))
    assert counts == [1, 0, 1, 2, 3]


def test_a_pause_drops_what_waits_and_a_new_day_goes_on(session: Session, planned: People) -> None:
    pause(session, planned.client, now=DUE)
    assert prompts.claim(session, now=DUE) == ()
    assert plan(session, now=DUE + 4 * WEEK) == 0
    assert states(session) == [("weekly", "skipped", "paused")]
    set_schedule(session, planned.client, weekly=WEDNESDAY, now=DUE + 4 * WEEK)
    assert plan(session, now=DUE + 5 * WEEK) == 1


def test_a_pause_until_a_day_ends_by_itself(session: Session, planned: People) -> None:
    pause(session, planned.client, now=DUE, until=DUE + 2 * WEEK + HOUR)
    assert plan(session, now=DUE + 2 * WEEK) == 0
    assert plan(session, now=DUE + 3 * WEEK) == 1


def test_another_day_replaces_the_first(session: Session, people: People) -> None:
    set_schedule(session, people.client, weekly=WEDNESDAY, now=NOW)
    set_schedule(session, people.client, weekly=Weekly(0, time(10)), now=NOW)
    assert plan(session, now=datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) == 1
    assert plan(session, now=DUE) == 0


def test_a_coach_gets_a_digest_beside_it_all(session: Session, people: People) -> None:
    set_schedule(session, people.coach, weekly=WEDNESDAY, now=NOW, kind=PromptKind.DIGEST)
    plan(session, now=DUE)
    assert send(session, DUE).kind is PromptKind.DIGEST
    assert states(session) == [("digest", "sent", None)]


def test_a_score_at_the_end_of_a_course_is_asked_once(session: Session, people: People) -> None:
    prompts.ask(session, people.coach, kind=PromptKind.MOMENT, due_at=DUE, now=NOW)
    assert send(session, DUE).kind is PromptKind.MOMENT
    assert prompts.claim(session, now=DUE + DAY) == ()


def test_it_is_known_when_the_last_one_went_out(session: Session, planned: People) -> None:
    assert prompts.last_out(session, planned.client) is None
    send(session, DUE)
    assert prompts.last_out(session, planned.client) == DUE
    prompts.mark_sending(session, claim_one(session, DUE + DAY), now=DUE + DAY)
    assert prompts.last_out(session, planned.client) == DUE + DAY
    assert prompts.last_out(session, planned.coach) is None


def test_two_sweepers_at_once_take_different_ones(make_session: sessionmaker[Session]) -> None:
    clients = 60
    with writing(make_session) as session:
        for _ in range(clients):
            set_schedule(session, add_people(session).client, weekly=WEDNESDAY, now=NOW)

    def sweep(_number: int) -> list[int]:
        taken: list[int] = []
        idle = 0
        while idle < 3:
            with writing(make_session) as session:
                plan(session, now=DUE, limit=7)
            with writing(make_session) as session:
                found = prompts.claim(session, now=DUE, limit=5)
            taken += [claimed.person_id for claimed in found]
            idle = 0 if found else idle + 1
        return taken

    with ThreadPoolExecutor(4) as pool:
        taken = [person for part in pool.map(sweep, range(4)) for person in part]
    assert len(taken) == len(set(taken)) == clients
    with make_session() as session:
        assert {state for _, state, _ in states(session)} == {Sending.CLAIMED.value}
