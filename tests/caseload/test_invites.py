import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, sessionmaker

from caseload.conversations import account, hashed
from caseload.invites import (
    LOCK,
    TRIES,
    WRONG_EVERYWHERE,
    Fresh,
    InviteError,
    LockedError,
    Reason,
    invite,
    invite_channel,
    open_invites,
    redeem,
    revoke,
)
from caseload.models import Channel, ChannelAccount, Person, Role, WrongCode
from caseload.people import add_person, clients_of, coach_of
from caseload.rights import NotFoundError
from store.session import writing

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


def door(session: Session, external_id: str = "browser", channel: Channel = Channel.WEB) -> int:
    return account(session, channel=channel, external_id=external_id, now=NOW).id


def coach(session: Session) -> int:
    return add_person(session, role=Role.COACH, name="Sanne", now=NOW).id


def invited(session: Session, by: int | None = None) -> Fresh:
    by = by or coach(session)
    return invite(session, by=by, role=Role.CLIENT, name="  Rafiq  A. ", now=NOW)


def refused(session: Session, secret: str, account_id: int, now: datetime = NOW) -> InviteError:
    with pytest.raises(InviteError) as caught:
        redeem(session, secret=secret, account_id=account_id, now=now)
    return caught.value


@pytest.mark.parametrize(
    "typed",
    [
        lambda fresh: fresh.code,
        lambda fresh: fresh.code.lower(),
        lambda fresh: f"  {fresh.code.replace('-', ' ')}.",
        lambda fresh: " ".join(fresh.code.replace("-", "")),
        lambda fresh: fresh.token,
        lambda fresh: f" {fresh.token}\n",
    ],
)
def test_a_code_or_a_link_lets_a_client_in_and_links_the_coach(session: Session, typed) -> None:
    by = coach(session)
    fresh = invited(session, by)
    here = door(session)

    found = redeem(session, secret=typed(fresh), account_id=here, now=NOW)

    assert (found.person.role, found.person.name, found.inviter) == ("client", "Rafiq A.", "Sanne")
    assert session.get_one(ChannelAccount, here).person_id == found.person.id
    helper = coach_of(session, found.person.id)
    assert helper is not None
    assert helper.id == by


def test_the_command_line_invites_a_coach_who_has_no_coach(session: Session) -> None:
    fresh = invite(session, by=None, role=Role.COACH, name="Mo", now=NOW)

    found = redeem(session, secret=fresh.code, account_id=door(session), now=NOW)

    assert (found.person.role, found.inviter) == ("coach", None)
    assert coach_of(session, found.person.id) is None


def test_a_code_is_easy_to_read_and_never_the_same(session: Session) -> None:
    by = coach(session)
    codes = {invited(session, by).code for _ in range(200)}

    assert len(codes) == 200
    assert all(len(code) == 9 and code[4] == "-" for code in codes)
    assert not set("".join(codes)) & set("AEIOU01LS5B8")


def test_what_is_stored_does_not_open_anything(session: Session) -> None:
    fresh = invited(session)
    (row,) = session.execute(text("SELECT * FROM invite")).all()

    assert fresh.token not in row
    assert fresh.code.replace("-", "") not in "".join(map(str, row))
    assert hashed(fresh.token) in row


@pytest.mark.parametrize("role", [Role.CLIENT, Role.THIRD_PARTY, Role.BEHEERDER, Role.COACH])
def test_only_a_coach_invites_clients_and_no_coach_invites_coaches(
    session: Session, role: Role
) -> None:
    by = add_person(session, role=role, name="x", now=NOW).id

    with pytest.raises(NotFoundError):
        invite(
            session,
            by=by,
            role=Role.COACH if role is Role.COACH else Role.CLIENT,
            name="Rafiq",
            now=NOW,
        )


@pytest.mark.parametrize("role", [Role.CLIENT, Role.THIRD_PARTY, Role.BEHEERDER])
def test_the_command_line_invites_coaches_only(session: Session, role: Role) -> None:
    with pytest.raises(NotFoundError):
        invite(session, by=None, role=role, name="x", now=NOW)


def test_an_invite_needs_a_name(session: Session) -> None:
    with pytest.raises(ValueError, match="name"):
        invite(session, by=None, role=Role.COACH, name=" \n", now=NOW)


def test_an_invite_works_once(session: Session) -> None:
    fresh = invited(session)
    redeem(session, secret=fresh.code, account_id=door(session), now=NOW)

    for secret in (fresh.code, fresh.token):
        assert refused(session, secret, door(session, "another")).reason is Reason.USED


def test_who_opens_the_link_again_is_simply_in(session: Session) -> None:
    fresh = invited(session)
    here = door(session)
    first = redeem(session, secret=fresh.token, account_id=here, now=NOW)

    again = redeem(session, secret=fresh.token, account_id=here, now=NOW + 2 * WEEK)

    assert again == first
    assert session.scalar(select(func.count()).select_from(Person)) == 2


def test_an_invite_expires_after_a_week(session: Session) -> None:
    fresh = invited(session)
    here = door(session)

    assert fresh.expires_at == NOW + WEEK
    assert refused(session, fresh.code, here, NOW + WEEK).reason is Reason.EXPIRED
    just = NOW + WEEK - timedelta(seconds=1)
    assert redeem(session, secret=fresh.code, account_id=here, now=just).person.name == "Rafiq A."


def test_a_coach_takes_an_own_invite_back(session: Session) -> None:
    mine, other = coach(session), coach(session)
    fresh = invited(session, mine)
    assert [row.id for row in open_invites(session, mine, now=NOW)] == [fresh.id]
    assert open_invites(session, other, now=NOW) == []
    with pytest.raises(NotFoundError):
        revoke(session, fresh.id, by=other, now=NOW)

    revoke(session, fresh.id, by=mine, now=NOW)

    assert open_invites(session, mine, now=NOW) == []
    assert refused(session, fresh.code, door(session)).reason is Reason.EXPIRED


def test_an_account_of_somebody_stays_theirs(session: Session) -> None:
    by = coach(session)
    one, other = invited(session, by), invited(session, by)
    here = door(session)
    first = redeem(session, secret=one.code, account_id=here, now=NOW)

    assert refused(session, other.code, here).reason is Reason.TAKEN
    assert session.get_one(ChannelAccount, here).person_id == first.person.id
    assert redeem(session, secret=other.code, account_id=door(session, "own"), now=NOW).person


def test_a_person_comes_in_at_a_second_door(session: Session) -> None:
    person = redeem(session, secret=invited(session).code, account_id=door(session), now=NOW).person
    fresh = invite_channel(session, person.id, now=NOW)
    phone = door(session, "7", Channel.TELEGRAM)

    found = redeem(session, secret=fresh.code, account_id=phone, now=NOW)

    assert found.person is person
    assert session.get_one(ChannelAccount, phone).person_id == person.id
    assert refused(session, fresh.code, door(session, "third")).reason is Reason.USED


def test_a_second_door_is_opened_within_the_hour(session: Session) -> None:
    fresh = invite_channel(session, coach(session), now=NOW)

    late = NOW + timedelta(hours=1)
    assert refused(session, fresh.code, door(session), late).reason is Reason.EXPIRED
    with pytest.raises(NotFoundError):
        invite_channel(session, 999, now=NOW)


def test_five_wrong_codes_lock_for_a_quarter_and_then_for_longer(session: Session) -> None:
    fresh = invited(session)
    here, now = door(session), NOW

    for minutes in (15, 30, 60):
        for _ in range(TRIES):
            assert refused(session, "K7PM-3QXR", here, now).reason is Reason.WRONG
        locked = refused(session, fresh.code, here, now)
        assert isinstance(locked, LockedError)
        assert (locked.reason, locked.until) == (Reason.LOCKED, now + timedelta(minutes=minutes))
        now = locked.until
    found = redeem(session, secret=fresh.code, account_id=here, now=now)

    assert found.person.name == "Rafiq A."
    assert session.scalar(select(func.count()).select_from(WrongCode)) == 0


def test_a_lock_never_lasts_longer_than_a_day(session: Session) -> None:
    here = door(session)
    session.add_all(WrongCode(account_id=here, at=NOW) for _ in range(5000))
    session.flush()
    soon = NOW + timedelta(hours=1)

    locked = refused(session, "K7PM-3QXR", here, soon)

    assert isinstance(locked, LockedError)
    assert locked.until <= NOW + timedelta(days=1)


def test_a_locked_account_still_opens_a_link_and_others_type_codes(session: Session) -> None:
    by = coach(session)
    one, other = invited(session, by), invited(session, by)
    here = door(session)
    for _ in range(TRIES):
        refused(session, "nonsense", here)

    assert redeem(session, secret=one.token, account_id=here, now=NOW).person
    assert redeem(session, secret=other.code, account_id=door(session, "b"), now=NOW).person


def test_guessing_from_many_doors_stops_codes_for_everybody(session: Session) -> None:
    by = coach(session)
    fresh, other = invited(session, by), invited(session, by)
    for number in range(WRONG_EVERYWHERE):
        refused(session, "nonsense", door(session, f"guesser {number}"))
    here = door(session)

    locked = refused(session, fresh.code, here, NOW + timedelta(minutes=1))

    assert isinstance(locked, LockedError)
    assert locked.until == NOW + LOCK
    assert redeem(session, secret=other.token, account_id=door(session, "b"), now=NOW).person
    assert redeem(session, secret=fresh.code, account_id=here, now=locked.until).person


def test_a_wrong_code_is_counted_when_it_is_caught_inside(
    make_session: sessionmaker[Session],
) -> None:
    for _ in range(TRIES):
        with writing(make_session) as session:
            refused(session, "nonsense", door(session))

    with writing(make_session) as session:
        assert refused(session, "nonsense", door(session)).reason is Reason.LOCKED


def test_of_two_at_once_one_gets_in(make_session: sessionmaker[Session]) -> None:
    with writing(make_session) as session:
        by = coach(session)
        fresh = invited(session, by)
        doors = [door(session, f"browser {number}") for number in range(4)]
    together = threading.Barrier(len(doors))
    ended: list[Reason | None] = []

    def come_in(here: int) -> None:
        together.wait()
        try:
            with writing(make_session) as session:
                redeem(session, secret=fresh.code, account_id=here, now=NOW)
                ended.append(None)
        except InviteError as error:
            ended.append(error.reason)

    threads = [threading.Thread(target=come_in, args=(here,)) for here in doors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(ended, key=str) == [None, Reason.USED, Reason.USED, Reason.USED]
    with make_session() as session:
        assert len(clients_of(session, by)) == 1
