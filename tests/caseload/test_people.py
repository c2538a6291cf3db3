from datetime import UTC, datetime

from sqlalchemy.orm import Session

from caseload.conversations import account, conversation
from caseload.models import Channel, Role
from caseload.people import add_person, clients_of, coach_of, link, who

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def talk(session: Session, external_id: str, person_id: int | None = None) -> str:
    here = account(
        session, channel=Channel.WEB, external_id=external_id, person_id=person_id, now=NOW
    )
    return conversation(session, here.id, now=NOW)


def test_an_unknown_conversation_is_an_anonymous_client(session: Session) -> None:
    found = who(session, "no such conversation")

    assert (found.person_id, found.role, found.name) == (None, Role.CLIENT, None)
    assert not found.is_coach


def test_a_visitor_without_a_person_is_an_anonymous_client(session: Session) -> None:
    found = who(session, talk(session, "visitor"))

    assert (found.person_id, found.role, found.channel) == (None, Role.CLIENT, Channel.WEB)


def test_a_client_knows_the_name_of_the_coach(session: Session) -> None:
    coach = add_person(session, role=Role.COACH, name="Sanne", now=NOW)
    client = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)
    link(session, coach_id=coach.id, client_id=client.id, now=NOW)

    found = who(session, talk(session, "client", client.id))

    assert (found.person_id, found.role, found.name) == (client.id, Role.CLIENT, "Rafiq")
    assert (found.coach_id, found.coach_name) == (coach.id, "Sanne")


def test_a_coach_is_one_and_has_no_coach(session: Session) -> None:
    coach = add_person(session, role=Role.COACH, name=None, now=NOW)

    found = who(session, talk(session, "coach", coach.id))

    assert found.is_coach
    assert found.coach_id is None


def test_a_client_that_moves_has_one_coach(session: Session) -> None:
    first, second = (add_person(session, role=Role.COACH, name=n, now=NOW) for n in "AB")
    client = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)
    link(session, coach_id=first.id, client_id=client.id, now=NOW)
    link(session, coach_id=second.id, client_id=client.id, now=NOW)

    assert coach_of(session, client.id) == second
    assert clients_of(session, first.id) == []
    assert clients_of(session, second.id) == [client]
