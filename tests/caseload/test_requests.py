from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from caseload.conversations import account, conversation
from caseload.models import Channel, Role
from caseload.models import RequestKind as Kind
from caseload.people import add_person, link
from caseload.requests import mark_told, open_requests, request_person, requests_for_coach

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def client_of_coach(session: Session, name: str) -> tuple[int, str]:
    """A new coach with a new client; gives the coach's id and the client's conversation."""
    coach = add_person(session, role=Role.COACH, name=None, now=NOW)
    client = add_person(session, role=Role.CLIENT, name=name, now=NOW)
    link(session, coach_id=coach.id, client_id=client.id, now=NOW)
    here = account(session, channel=Channel.WEB, external_id=name, person_id=client.id, now=NOW)
    return coach.id, conversation(session, here.id, now=NOW)


def test_a_coach_hears_own_clients_only(session: Session) -> None:
    coach, talk = client_of_coach(session, "Rafiq")
    other_coach, _ = client_of_coach(session, "Mo")
    request_person(session, talk, sentence="kan iemand me bellen", now=NOW)

    assert [r.sentence for r in requests_for_coach(session, coach)] == ["kan iemand me bellen"]
    assert requests_for_coach(session, other_coach) == []


def test_what_was_told_is_not_told_again(session: Session) -> None:
    coach, talk = client_of_coach(session, "Rafiq")
    asked = request_person(session, talk, sentence="bel me", now=NOW)
    mark_told([asked], now=NOW + timedelta(hours=1))
    session.flush()

    assert requests_for_coach(session, coach) == []
    assert open_requests(session) == []
    assert asked.told_at == NOW + timedelta(hours=1)


def test_asking_again_renews_the_sentence_and_keeps_the_time(session: Session) -> None:
    _, talk = client_of_coach(session, "Rafiq")
    request_person(session, talk, sentence="bel me", now=NOW)
    request_person(session, talk, sentence="bel me morgen", now=NOW + timedelta(hours=1))

    (only,) = open_requests(session)
    assert (only.sentence, only.created_at) == ("bel me morgen", NOW)


def test_danger_stands_first(session: Session) -> None:
    coach, talk = client_of_coach(session, "Rafiq")
    request_person(session, talk, sentence="bel me", now=NOW)
    request_person(session, talk, sentence="hulp", kind=Kind.DANGER, now=NOW + timedelta(hours=1))

    assert [r.kind for r in requests_for_coach(session, coach)] == [Kind.DANGER, Kind.PERSON]


def test_an_anonymous_wish_is_listed_without_a_person(session: Session) -> None:
    here = account(session, channel=Channel.WEB, external_id="visitor", now=NOW)
    request_person(session, conversation(session, here.id, now=NOW), sentence="bel", now=NOW)

    (only,) = open_requests(session)
    assert only.person is None


def test_a_long_story_is_cut(session: Session) -> None:
    asked = request_person(session, "x", sentence="ja \n " * 1000, now=NOW)

    assert len(asked.sentence) == 500
    assert "\n" not in asked.sentence
