from datetime import timedelta

import pytest
from sqlalchemy import String, cast, func, inspect, select, text
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session, sessionmaker

from caseload.erasure import erase
from caseload.models import Erasure, Person
from caseload.people import clients_of, coach_of
from catalogue import choices
from doelenmeter.goals import goals_of
from doelenmeter.scores import visible_scores
from doelenmeter.tables import Party
from store.base import Base
from store.session import writing
from tests.caseload.full import MARK, NOW, fill

LATER = NOW + timedelta(days=1)


def rows_with(session: Session, words: str) -> set[str]:
    """The tables in which these words stand, in whatever column."""
    return {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if session.scalar(
            select(func.count()).select_from(table).where(cast(column, String).contains(words))
        )
    }


def pointing_at(session: Session, person_id: int) -> set[str]:
    """The tables with a row that points at a person, by foreign key or by a plain id."""
    return {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name == "person_id"
        or any(k.column.table.name == "person" for k in column.foreign_keys)
        if session.scalar(select(func.count()).select_from(table).where(column == person_id))
    }


def hanging_on_people() -> set[str]:
    """Every table from which foreign keys lead to a person, and that of people itself."""
    found, before = {"person"}, set[str]()
    while found != before:
        before = set(found)
        found |= {
            table.name
            for table in Base.metadata.sorted_tables
            if any(key.column.table.name in before for key in table.foreign_keys)
        }
    return found


def rows(session: Session, name: str) -> int:
    return session.scalars(text(f"SELECT count(*) FROM {name}")).one()


def test_nothing_of_the_client_is_left_in_any_table(make_session: sessionmaker[Session]) -> None:
    with writing(make_session) as session:
        full = fill(session)
    with make_session() as session:
        before = rows_with(session, MARK)
        assert before >= {
            *("person", "channel_account", "request", "invite", "shown_button", "handover"),
            *("goal_wording", "score", "remark", "choice"),
        }
        assert pointing_at(session, full.client) >= {"consent", "schedule", "prompt", "advice"}

    with writing(make_session) as session:
        gone = erase(session, full.client, now=LATER)
        choices.forget(session, gone.conversation_ids, person_id=gone.person_id)

    assert gone.conversation_ids == full.conversations
    with make_session() as session:
        assert rows_with(session, MARK) == set()
        assert pointing_at(session, full.client) == set()
        assert not any(rows(session, name) for name in ("goal", "check_in", "wrong_code"))
        assert clients_of(session, full.coach) == []
        assert session.get(Person, full.coach) is not None
        assert session.get(Person, full.third_party) is not None


def test_the_note_of_it_tells_nothing_of_the_person(session: Session) -> None:
    full = fill(session)
    session.commit()
    erase(session, full.client, now=LATER)

    (note,) = session.scalars(select(Erasure))
    assert (note.role, note.at, len(note.id)) == ("client", LATER, 32)
    assert {column.key for column in inspect(Erasure).columns} == {"id", "role", "at"}


def test_what_the_session_held_is_gone_too(session: Session) -> None:
    full = fill(session)
    session.commit()
    erase(session, full.client, now=LATER)

    assert session.get(Person, full.client) is None
    assert goals_of(session, full.client) == []
    with pytest.raises(NoResultFound):
        erase(session, full.client, now=LATER)


def test_a_coach_who_goes_leaves_the_goals_of_clients_whole(session: Session) -> None:
    full = fill(session)
    before = visible_scores(session, full.goal, viewer=Party.CLIENT)
    session.commit()

    erase(session, full.coach, now=LATER)
    session.commit()

    assert visible_scores(session, full.goal, viewer=Party.CLIENT) == before
    assert [goal.id for goal in goals_of(session, full.client)] == [full.goal]
    assert coach_of(session, full.client) is None
    assert pointing_at(session, full.coach) == set()


def test_a_third_party_goes_and_the_client_stays(session: Session) -> None:
    full = fill(session)
    session.commit()

    erase(session, full.third_party, now=LATER)

    assert pointing_at(session, full.third_party) == set()
    assert [goal.id for goal in goals_of(session, full.client)] == [full.goal]


def test_when_everybody_is_gone_nothing_that_hangs_on_people_is_left(session: Session) -> None:
    full = fill(session)
    session.commit()
    personal = hanging_on_people()
    assert [name for name in sorted(personal) if not rows(session, name)] == []

    for person in (full.third_party, full.coach, full.new_coach, full.client):
        gone = erase(session, person, now=LATER)
        choices.forget(session, gone.conversation_ids, person_id=person)
        session.commit()

    left = personal | {"advice", "choice"}
    assert [name for name in sorted(left) if rows(session, name)] == []
