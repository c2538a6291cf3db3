from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from caseload.handover import (
    HandoverError,
    agree,
    coaches_named,
    handovers_of,
    propose,
    refuse,
    take_over,
    to_answer,
)
from caseload.models import Handover, Role
from caseload.people import add_person, clients_of, link
from caseload.rights import Act, NotFoundError, Relation, may, relation

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
SUMMARY = "Rafiq werkt aan op tijd komen. Bel hem na de middag."


@dataclass(frozen=True)
class Three:
    client: int
    old: int
    new: int


@pytest.fixture
def three(session: Session) -> Three:
    client = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW).id
    old, new = (
        add_person(session, role=Role.COACH, name=name, now=NOW).id for name in ("Sanne", "Éva K")
    )
    link(session, coach_id=old, client_id=client, now=NOW)
    return Three(client, old, new)


def proposed(session: Session, three: Three) -> Handover:
    return propose(session, three.client, by=three.old, to=three.new, summary=SUMMARY, now=NOW)


def test_the_client_goes_over_after_a_yes_of_client_and_new_coach(
    session: Session, three: Three
) -> None:
    row = proposed(session, three)
    assert to_answer(session, three.client) == [row]
    assert to_answer(session, three.new) == handovers_of(session, three.new) == []
    agree(session, row.id, by=three.client, now=LATER)
    assert [found.id for found in clients_of(session, three.old)] == [three.client]
    assert to_answer(session, three.new) == [row]

    take_over(session, row.id, by=three.new, now=LATER)

    assert (row.state, row.changed_at, row.summary) == ("done", LATER, SUMMARY)
    assert [found.id for found in clients_of(session, three.new)] == [three.client]
    assert to_answer(session, three.new) == to_answer(session, three.client) == []


def test_the_old_coach_sees_nothing_afterwards(session: Session, three: Three) -> None:
    row = proposed(session, three)
    agree(session, row.id, by=three.client, now=NOW)
    assert handovers_of(session, three.old) == [row]
    take_over(session, row.id, by=three.new, now=NOW)

    assert clients_of(session, three.old) == handovers_of(session, three.old) == []
    found = relation(session, person_id=three.old, client_id=three.client)
    assert found is Relation.EARLIER_COACH
    assert not any(may(session, person_id=three.old, act=a, client_id=three.client) for a in Act)
    with pytest.raises(NotFoundError):
        refuse(session, row.id, by=three.old, now=NOW)
    assert handovers_of(session, three.new) == handovers_of(session, three.client) == [row]


def test_the_client_changes_what_is_told(session: Session, three: Three) -> None:
    row = proposed(session, three)

    agree(session, row.id, by=three.client, summary=" Bel mij in de ochtend. ", now=LATER)

    assert (row.summary, row.state) == ("Bel mij in de ochtend.", "agreed")


@pytest.mark.parametrize("agreed", [False, True])
@pytest.mark.parametrize("who", ["client", "old", "new"])
def test_a_no_changes_nothing(session: Session, three: Three, who: str, agreed: bool) -> None:
    row = proposed(session, three)
    if agreed:
        agree(session, row.id, by=three.client, now=NOW)
    by = getattr(three, who)
    if who == "new" and not agreed:
        with pytest.raises(NotFoundError):
            refuse(session, row.id, by=by, now=NOW)
        return

    refuse(session, row.id, by=by, now=LATER)

    assert row.state == "refused"
    assert [found.id for found in clients_of(session, three.old)] == [three.client]
    for step in (
        lambda: agree(session, row.id, by=three.client, now=LATER),
        lambda: refuse(session, row.id, by=three.client, now=LATER),
    ):
        with pytest.raises(HandoverError):
            step()
    assert proposed(session, three).state == "proposed"


def test_only_the_own_coach_hands_over_and_only_to_another_coach(
    session: Session, three: Three
) -> None:
    for by, to in (
        (three.new, three.old),
        (three.client, three.new),
        (three.old, three.old),
        (three.old, three.client),
        (three.old, 999),
    ):
        with pytest.raises(NotFoundError):
            propose(session, three.client, by=by, to=to, summary=SUMMARY, now=NOW)


def test_one_handover_at_a_time_and_never_without_words(session: Session, three: Three) -> None:
    with pytest.raises(HandoverError, match="summary"):
        propose(session, three.client, by=three.old, to=three.new, summary=" ", now=NOW)
    row = proposed(session, three)
    with pytest.raises(HandoverError, match="already"):
        proposed(session, three)
    with pytest.raises(HandoverError, match="summary"):
        agree(session, row.id, by=three.client, summary="\n", now=NOW)
    assert (row.state, row.summary) == ("proposed", SUMMARY)


def test_nobody_answers_for_another_and_nothing_goes_out_of_turn(
    session: Session, three: Three
) -> None:
    row = proposed(session, three)
    with pytest.raises(NotFoundError):
        take_over(session, row.id, by=three.new, now=NOW)
    for by in (three.old, three.new, 999):
        with pytest.raises(NotFoundError):
            agree(session, row.id, by=by, now=NOW)
    agree(session, row.id, by=three.client, now=NOW)
    for by in (three.old, three.client):
        with pytest.raises(NotFoundError):
            take_over(session, row.id, by=by, now=NOW)
    with pytest.raises(NotFoundError):
        agree(session, 999, by=three.client, now=NOW)


def test_who_got_another_coach_meanwhile_is_not_taken_over(session: Session, three: Three) -> None:
    row = proposed(session, three)
    agree(session, row.id, by=three.client, now=NOW)
    third = add_person(session, role=Role.COACH, name="Mo", now=NOW).id
    link(session, coach_id=third, client_id=three.client, now=NOW)

    with pytest.raises(HandoverError, match="another coach"):
        take_over(session, row.id, by=three.new, now=NOW)


def test_a_coach_is_found_by_name(session: Session, three: Three) -> None:
    assert [coach.id for coach in coaches_named(session, " éva  k ")] == [three.new]
    assert coaches_named(session, "Rafiq") == []
