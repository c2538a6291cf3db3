from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, sessionmaker

from caseload.conversations import account
from caseload.models import Channel, Person, Role
from caseload.people import add_person
from caseload.unread import LIFETIME, Unread, keep, take
from store.session import writing

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ONE, TWO = {"text": "Hoe ging het?"}, {"text": "Kies een antwoord."}


def door(session: Session, name: str = "visitor", person_id: int | None = None) -> int:
    return account(session, channel=Channel.WEB, external_id=name, person_id=person_id, now=NOW).id


def test_what_is_kept_is_given_once_and_in_order(session: Session) -> None:
    mine, theirs = door(session), door(session, "somebody else")
    keep(session, mine, [ONE, TWO], now=NOW)
    keep(session, mine, [ONE], now=NOW)

    assert take(session, theirs, now=NOW) == []
    assert take(session, mine, now=NOW) == [ONE, TWO, ONE]
    assert take(session, mine, now=NOW) == []


def test_what_is_outdated_is_not_given_and_does_not_stay(session: Session) -> None:
    mine, theirs = door(session), door(session, "somebody else")
    keep(session, mine, [ONE], now=NOW)
    keep(session, theirs, [TWO], now=NOW)
    later = NOW + LIFETIME

    assert take(session, mine, now=later - timedelta(seconds=1)) == [ONE]
    keep(session, mine, [TWO], now=later)
    assert take(session, mine, now=later + LIFETIME) == []
    assert session.scalars(select(Unread)).all() == []


def test_who_is_erased_leaves_nothing_unread(session: Session) -> None:
    person = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)
    keep(session, door(session, person_id=person.id), [ONE], now=NOW)
    session.execute(delete(Person))
    session.expire_all()

    assert session.scalars(select(Unread)).all() == []


def test_of_many_that_look_at_once_one_gets_it(make_session: sessionmaker[Session]) -> None:
    with writing(make_session) as session:
        mine = door(session)
        keep(session, mine, [ONE, TWO], now=NOW)

    def look(_number: int) -> list[dict[str, str]]:
        with writing(make_session) as session:
            return take(session, mine, now=NOW)

    with ThreadPoolExecutor(4) as pool:
        found = [one for part in pool.map(look, range(8)) for one in part]
    assert found == [ONE, TWO]
