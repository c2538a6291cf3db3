import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from caseload.conversations import (
    account,
    accounts_of,
    conversation,
    earlier_conversations,
    finish,
    hashed,
)
from caseload.models import Channel, Role
from caseload.people import add_person, who
from store.session import writing

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def start(session: Session, external_id: str = "visitor") -> str:
    here = account(session, channel=Channel.WEB, external_id=external_id, now=NOW)
    return conversation(session, here.id, now=NOW)


def test_a_conversation_goes_on_until_it_is_finished(session: Session) -> None:
    first = start(session)
    assert start(session) == first

    second = finish(session, first, now=NOW)

    assert second != first
    assert start(session) == second


def test_an_id_has_128_random_bits(session: Session) -> None:
    ids = {start(session, f"visitor {number}") for number in range(50)}

    assert len(ids) == 50
    assert all(len(bytes.fromhex(conversation_id)) == 16 for conversation_id in ids)


def test_finishing_twice_gives_the_same_next_one(session: Session) -> None:
    first = start(session)

    assert finish(session, first, now=NOW) == finish(session, first, now=NOW)


def test_finishing_what_never_was_is_an_error(session: Session) -> None:
    with pytest.raises(LookupError):
        finish(session, "0" * 32, now=NOW)


def test_who_comes_back_has_earlier_conversations_newest_first(session: Session) -> None:
    first = start(session)
    second = finish(session, first, now=NOW)
    third = finish(session, second, now=NOW + timedelta(hours=1))
    start(session, "somebody else")

    assert earlier_conversations(session, third) == (second, first)
    assert earlier_conversations(session, "unknown") == ()


def test_a_finished_conversation_still_tells_who_it_was(session: Session) -> None:
    coach = add_person(session, role=Role.COACH, name="Sanne", now=NOW)
    here = account(session, channel=Channel.WEB, external_id="coach", person_id=coach.id, now=NOW)
    first = conversation(session, here.id, now=NOW)
    finish(session, first, now=NOW)

    assert who(session, first).person_id == coach.id


def test_the_same_number_on_two_channels_is_two_accounts(session: Session) -> None:
    one = account(session, channel=Channel.WEB, external_id="7", now=NOW)
    other = account(session, channel=Channel.TELEGRAM, external_id="7", now=NOW)

    assert one.id != other.id


def test_an_account_never_changes_person(session: Session) -> None:
    one, other = (add_person(session, role=Role.CLIENT, name=n, now=NOW) for n in "AB")
    account(session, channel=Channel.WEB, external_id="x", person_id=one.id, now=NOW)

    again = account(session, channel=Channel.WEB, external_id="x", person_id=other.id, now=NOW)

    assert again.person_id == one.id


def test_an_account_remembers_when_it_was_last_seen(session: Session) -> None:
    later = NOW + timedelta(days=1)
    account(session, channel=Channel.WEB, external_id="x", now=NOW)

    assert account(session, channel=Channel.WEB, external_id="x", now=later).last_seen == later


def test_a_hashed_token_does_not_hold_the_token() -> None:
    assert "token" not in hashed("token")
    assert len(hashed("token")) == 64


def test_two_first_messages_at_once_start_one_conversation(
    make_session: sessionmaker[Session],
) -> None:
    found: list[str] = []
    together = threading.Barrier(4)

    def first_message() -> None:
        together.wait()
        with writing(make_session) as session:
            found.append(start(session))

    threads = [threading.Thread(target=first_message) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 4
    assert len(set(found)) == 1


def test_the_last_used_door_comes_first(session: Session) -> None:
    person = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)

    def use(channel: Channel, minutes: int) -> None:
        at = NOW + timedelta(minutes=minutes)
        account(session, channel=channel, external_id="x", person_id=person.id, now=at)

    use(Channel.WEB, 0)
    use(Channel.TELEGRAM, 1)
    assert [door.channel for door in accounts_of(session, person.id)] == ["telegram", "web"]
    use(Channel.WEB, 2)
    assert [door.channel for door in accounts_of(session, person.id)] == ["web", "telegram"]
