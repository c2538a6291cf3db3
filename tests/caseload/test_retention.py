from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseload import unread
from caseload.buttons import show
from caseload.conversations import account, conversation, finish
from caseload.handover import propose
from caseload.invites import InviteError, invite, redeem
from caseload.models import (
    Channel,
    ChannelAccount,
    Conversation,
    Erasure,
    Handover,
    Invite,
    Person,
    Request,
    Role,
    ShownButton,
    WrongCode,
)
from caseload.people import add_person, link
from caseload.requests import mark_told, request_person
from caseload.retention import Periods, tidy

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
PERIODS = Periods(
    conversations=10 * DAY, requests=5 * DAY, invites=3 * DAY, handovers=20 * DAY, people=30 * DAY
)


def count(session: Session, table: type) -> int:
    return session.scalars(select(func.count()).select_from(table)).one()


def door(session: Session, name: str, at: datetime = NOW, person_id: int | None = None) -> int:
    return account(session, channel=Channel.WEB, external_id=name, person_id=person_id, now=at).id


@pytest.mark.parametrize(("days", "left"), [(9, 1), (10, 0)])
def test_a_conversation_goes_a_while_after_its_end(session: Session, days: int, left: int) -> None:
    here = door(session, "visitor")
    ended = conversation(session, here, now=NOW)
    goes_on = finish(session, ended, now=NOW)
    account(session, channel=Channel.WEB, external_id="visitor", now=NOW + days * DAY)

    went = tidy(session, now=NOW + days * DAY, periods=PERIODS)

    assert went.conversations == ((ended,) if not left else ())
    assert session.get(Conversation, goes_on) is not None
    assert count(session, Conversation) == left + 1
    assert count(session, ChannelAccount) == 1


def test_a_visitor_who_stays_away_is_forgotten_and_a_client_is_let_in_again(
    session: Session,
) -> None:
    client = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)
    talks = {
        conversation(session, door(session, "visitor"), now=NOW),
        conversation(session, door(session, "client", person_id=client.id), now=NOW),
    }

    went = tidy(session, now=NOW + 10 * DAY, periods=PERIODS)

    assert set(went.conversations) == talks
    assert went.accounts == 1
    assert session.scalars(select(ChannelAccount.person_id)).all() == [client.id]


def test_a_wish_goes_a_while_after_it_was_heard(session: Session) -> None:
    told = request_person(session, "a", sentence="bel", now=NOW)
    request_person(session, "b", sentence="bel", now=NOW)
    mark_told([told], now=NOW)

    assert tidy(session, now=NOW + 4 * DAY, periods=PERIODS).requests == 0
    assert tidy(session, now=NOW + 5 * DAY, periods=PERIODS).requests == 1
    assert count(session, Request) == 1
    assert tidy(session, now=NOW + 10 * DAY, periods=PERIODS).requests == 1


def test_buttons_wrong_codes_and_invites_go_in_time(session: Session) -> None:
    here = door(session, "visitor")
    show(session, conversation(session, here, now=NOW), [("Ja", "/affirm")], now=NOW)
    with pytest.raises(InviteError):
        redeem(session, secret="wrong", account_id=here, now=NOW)
    invite(session, by=None, role=Role.COACH, name="Sanne", now=NOW)
    unread.keep(session, here, [{"text": "Hoe ging het?"}], now=NOW)
    went = tidy(session, now=NOW, periods=PERIODS)
    assert (went.buttons, went.unread, went.wrong_codes, went.invites) == (0, 0, 0, 0)

    went = tidy(session, now=NOW + 7 * DAY, periods=PERIODS)
    assert (went.buttons, went.unread, went.wrong_codes, went.invites) == (1, 1, 1, 0)
    assert tidy(session, now=NOW + 10 * DAY, periods=PERIODS).invites == 1
    assert [count(session, table) for table in (ShownButton, WrongCode, Invite)] == [0, 0, 0]


def test_a_handover_goes_after_its_time(session: Session) -> None:
    old, new = (add_person(session, role=Role.COACH, name=None, now=NOW).id for _ in "ab")
    client = add_person(session, role=Role.CLIENT, name=None, now=NOW).id
    link(session, coach_id=old, client_id=client, now=NOW)
    propose(session, client, by=old, to=new, summary="x", now=NOW)

    assert tidy(session, now=NOW + 19 * DAY, periods=PERIODS).handovers == 0
    assert tidy(session, now=NOW + 20 * DAY, periods=PERIODS).handovers == 1
    assert count(session, Handover) == 0


def test_who_is_not_heard_of_any_more_is_erased(session: Session) -> None:
    names = ("silent", "comes back", "scored by the coach", "new")
    people = {name: add_person(session, role=Role.CLIENT, name=name, now=NOW) for name in names}
    people["new"].created_at = NOW + 20 * DAY
    talk = conversation(session, door(session, "silent", person_id=people["silent"].id), now=NOW)
    door(session, "back", person_id=people["comes back"].id)
    door(session, "back", NOW + DAY)
    active = {people["scored by the coach"].id}
    assert tidy(session, now=NOW + 29 * DAY, periods=PERIODS, active=active).people == ()
    silent = people["silent"].id

    went = tidy(session, now=NOW + 30 * DAY, periods=PERIODS, active=active)

    assert [gone.person_id for gone in went.people] == [silent]
    assert talk not in went.people[0].conversation_ids
    left = session.scalars(select(Person.name).order_by(Person.id)).all()
    assert left == ["comes back", "scored by the coach", "new"]
    assert count(session, Erasure) == 1


def test_without_periods_given_everything_is_kept_for_months(session: Session) -> None:
    conversation(session, door(session, "visitor"), now=NOW)
    add_person(session, role=Role.CLIENT, name=None, now=NOW)

    went = tidy(session, now=NOW + 170 * DAY)

    assert (went.conversations, went.people, went.accounts) == ((), (), 0)
