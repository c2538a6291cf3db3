from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from caseload import consent
from caseload.conversations import account
from caseload.invites import InviteError, Reason
from caseload.models import Channel, ChannelAccount, Purpose, Role
from caseload.people import add_person
from caseload.rights import Act, NotFoundError, may
from doelenmeter.grants import end_grant, grant, open_grant
from tests.doelenmeter.conftest import NOW, People, agreed_goal

WEEK = timedelta(days=7)


@pytest.fixture
def goal(session: Session, people: People) -> int:
    """A goal that the client wants to share."""
    consent.give(session, people.client, Purpose.SHARING, now=NOW)
    return agreed_goal(session, people).id


def door(session: Session, name: str = "browser", person_id: int | None = None) -> int:
    return account(session, channel=Channel.WEB, external_id=name, person_id=person_id, now=NOW).id


def refused(session: Session, token: str, account_id: int, now=NOW) -> Reason:
    with pytest.raises(InviteError) as caught:
        open_grant(session, token, account_id=account_id, now=now)
    return caught.value.reason


def test_a_link_lets_a_third_party_score_one_goal(
    session: Session, people: People, goal: int
) -> None:
    token = grant(session, goal_id=goal, by=people.client, name=" Ali  B ", now=NOW)

    opened = open_grant(session, token, account_id=door(session), now=NOW)

    assert (opened.goal_id, opened.person.role) == (goal, Role.THIRD_PARTY)
    assert opened.person.name == "Ali B"
    assert may(
        session,
        person_id=opened.person.id,
        act=Act.SCORE_AS_THIRD_PARTY,
        goal_id=goal,
        now=NOW,
    )


def test_only_client_and_own_coach_share_and_only_with_consent(
    session: Session, people: People, goal: int
) -> None:
    stranger = add_person(session, role=Role.COACH, name=None, now=NOW).id
    with pytest.raises(NotFoundError):
        grant(session, goal_id=goal, by=stranger, name="Ali", now=NOW)
    assert grant(session, goal_id=goal, by=people.coach, name="Ali", now=NOW)

    consent.withdraw(session, people.client, Purpose.SHARING, now=NOW)

    for by in (people.client, people.coach):
        with pytest.raises(NotFoundError):
            grant(session, goal_id=goal, by=by, name="Ali", now=NOW)


def test_a_link_opens_at_one_door(session: Session, people: People, goal: int) -> None:
    token = grant(session, goal_id=goal, by=people.coach, name="Ali", now=NOW)
    first = open_grant(session, token, account_id=door(session), now=NOW)

    assert open_grant(session, token, account_id=door(session), now=NOW) == first
    assert refused(session, token, door(session, "another")) is Reason.USED


def test_a_link_is_over_after_the_score_a_week_or_a_no(
    session: Session, people: People, goal: int
) -> None:
    token = grant(session, goal_id=goal, by=people.coach, name="Ali", now=NOW)
    here = door(session)
    assert refused(session, token, here, NOW + WEEK) is Reason.EXPIRED
    consent.withdraw(session, people.client, Purpose.SHARING, now=NOW)
    assert refused(session, token, here) is Reason.EXPIRED
    consent.give(session, people.client, Purpose.SHARING, now=NOW)
    opened = open_grant(session, token, account_id=here, now=NOW)

    end_grant(session, opened.grant_id, now=NOW)

    assert refused(session, token, here) is Reason.EXPIRED


def test_client_and_coach_do_not_become_third_parties(
    session: Session, people: People, goal: int
) -> None:
    token = grant(session, goal_id=goal, by=people.coach, name="Ali", now=NOW)

    for person_id in (people.client, people.coach):
        here = door(session, f"of {person_id}", person_id)
        assert refused(session, token, here) is Reason.TAKEN
        assert session.get_one(ChannelAccount, here).person_id == person_id


def test_a_third_party_of_two_clients_is_one_person(
    session: Session, people: People, goal: int
) -> None:
    second = agreed_goal(session, people).id
    links = [
        grant(session, goal_id=id_, by=people.coach, name="Ali", now=NOW) for id_ in (goal, second)
    ]
    one, other = (open_grant(session, t, account_id=door(session), now=NOW) for t in links)

    assert one.person == other.person
    assert {one.goal_id, other.goal_id} == {goal, second}


def test_a_wrong_link_opens_nothing_and_is_stored_nowhere(
    session: Session, people: People, goal: int
) -> None:
    token = grant(session, goal_id=goal, by=people.coach, name="Ali", now=NOW)

    assert refused(session, "x" * 43, door(session)) is Reason.WRONG
    (row,) = session.execute(text("SELECT * FROM goal_grant")).all()
    assert token not in row
