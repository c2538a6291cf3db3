"""The whole matrix: every act, for every role and every relation, spelled out here once more."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from sqlalchemy.orm import Session

from caseload import consent
from caseload.models import CoachClient, Handover, HandoverState, Purpose, Role
from caseload.people import add_person, link
from caseload.rights import ALLOWED, Act, NotFoundError, Relation, may, relation, require
from doelenmeter.tables import Goal, GoalGrant

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

EXPECTED = """
client self: see_goals see_goal set_goal agree_goal move_goal score_as_client see_picture
  see_remarks share_goal set_schedule set_consent see_everything export erase invite_channel
  answer_handover
coach own_coach: see_goals see_goal set_goal agree_goal move_goal score_as_coach see_picture
  see_remarks share_goal export hand_over see_requests
coach self: set_schedule see_everything erase invite_client invite_channel see_caseload
third_party third_party: see_goal score_as_third_party
third_party self: see_everything erase
beheerder self: see_everything erase invite_coach see_figures keep_catalogue
"""


def expected() -> set[tuple[Role, Relation, Act]]:
    found = set()
    for line in EXPECTED.replace("\n  ", " ").strip().splitlines():
        who, acts = line.split(":")
        role, related = who.split()
        found |= {(Role(role), Relation(related), Act(act)) for act in acts.split()}
    return found


def person(session: Session, role: Role) -> int:
    return add_person(session, role=role, name=None, now=NOW).id


def goal_of(session: Session, client_id: int) -> int:
    goal = Goal(
        client_id=client_id,
        kenmerk="1.1",
        scale="doelenmeter",
        start_date=NOW.date(),
        state="active",
        created_at=NOW,
    )
    session.add(goal)
    session.flush()
    return goal.id


def coaches(session: Session, person_id: int, client_id: int) -> None:
    session.add(CoachClient(client_id=client_id, coach_id=person_id, since=NOW))


def handed_over(session: Session, person_id: int, client_id: int) -> None:
    new = person(session, Role.COACH)
    coaches(session, new, client_id)
    session.add(
        Handover(
            client_id=client_id,
            from_id=person_id,
            to_id=new,
            summary="x",
            state=HandoverState.DONE.value,
            proposed_at=NOW,
            changed_at=NOW,
        )
    )


def holds_link(session: Session, person_id: int, client_id: int, goal_id: int) -> GoalGrant:
    consent.give(session, client_id, Purpose.SHARING, now=NOW)
    row = GoalGrant(
        goal_id=goal_id,
        person_id=person_id,
        name="Ali",
        token_hash=str(goal_id),
        created_at=NOW,
        expires_at=NOW + timedelta(days=7),
        used_at=NOW,
    )
    session.add(row)
    session.flush()
    return row


def related(session: Session, role: Role, relation: Relation) -> tuple[int, int, int]:
    """A person of this role with this relation to a client: person, client and goal."""
    who = person(session, role)
    client = who if relation is Relation.SELF else person(session, Role.CLIENT)
    goal = goal_of(session, client)
    if relation is Relation.OWN_COACH:
        coaches(session, who, client)
    elif relation is Relation.EARLIER_COACH:
        handed_over(session, who, client)
    elif relation is Relation.THIRD_PARTY:
        holds_link(session, who, client, goal)
    session.flush()
    return who, client, goal


@pytest.mark.parametrize(("role", "related_as"), list(product(Role, Relation)))
def test_what_is_not_allowed_is_denied(session: Session, role: Role, related_as: Relation) -> None:
    who, client, goal = related(session, role, related_as)
    both = {"client_id": client, "goal_id": goal}
    assert relation(session, person_id=who, now=NOW, **both) is related_as

    allowed = {act for act in Act if may(session, person_id=who, act=act, now=NOW, **both)}

    assert allowed == {act for r, to, act in expected() if (r, to) == (role, related_as)}


def test_every_act_has_a_line_and_is_somebodys() -> None:
    assert set(ALLOWED) == set(Act) == {act for _, _, act in expected()}


@pytest.mark.parametrize("role", Role)
def test_without_a_client_an_act_is_about_oneself(session: Session, role: Role) -> None:
    who = person(session, role)

    allowed = {act for act in Act if may(session, person_id=who, act=act)}

    assert allowed == {act for r, to, act in expected() if (r, to) == (role, Relation.SELF)}


def test_nobody_may_nothing(session: Session) -> None:
    client = person(session, Role.CLIENT)

    for who, act in product((None, 999), Act):
        assert not may(session, person_id=who, act=act)
        assert not may(session, person_id=who, act=act, client_id=client)


def test_forbidden_and_not_there_are_the_same(session: Session) -> None:
    mine, client, goal = related(session, Role.COACH, Relation.OWN_COACH)
    _, other, others = related(session, Role.COACH, Relation.OWN_COACH)
    told = set()
    for named in ({"client_id": other}, {"client_id": 999}, {"goal_id": others}, {"goal_id": 999}):
        with pytest.raises(NotFoundError) as caught:
            require(session, person_id=mine, act=Act.SEE_GOAL, **named)
        told.add(str(caught.value))

    assert told == {"not found"}
    require(session, person_id=mine, act=Act.SEE_GOAL, client_id=client, goal_id=goal)


def test_a_goal_of_one_client_is_not_reached_through_another(session: Session) -> None:
    coach, client, _ = related(session, Role.COACH, Relation.OWN_COACH)
    _, _, others = related(session, Role.CLIENT, Relation.SELF)

    assert not may(
        session, person_id=coach, act=Act.SEE_GOAL, client_id=client, goal_id=others, now=NOW
    )


def test_a_coach_who_loses_the_client_loses_everything_at_once(session: Session) -> None:
    coach, client, _ = related(session, Role.COACH, Relation.OWN_COACH)
    link(session, coach_id=person(session, Role.COACH), client_id=client, now=NOW)

    assert not any(may(session, person_id=coach, act=act, client_id=client) for act in Act)


def ended(session: Session, row: GoalGrant, client: int) -> None:
    row.ended_at = NOW


def expired(session: Session, row: GoalGrant, client: int) -> None:
    row.expires_at = NOW


def never_opened(session: Session, row: GoalGrant, client: int) -> None:
    row.used_at = None


def no_longer_shared(session: Session, row: GoalGrant, client: int) -> None:
    consent.withdraw(session, client, Purpose.SHARING, now=NOW)


@pytest.mark.parametrize("over", [ended, expired, never_opened, no_longer_shared])
def test_a_link_that_is_over_opens_nothing(
    session: Session, over: Callable[[Session, GoalGrant, int], None]
) -> None:
    who, client, goal = related(session, Role.THIRD_PARTY, Relation.OTHER)
    row = holds_link(session, who, client, goal)
    assert may(session, person_id=who, act=Act.SEE_GOAL, goal_id=goal, now=NOW)

    over(session, row, client)
    session.flush()

    assert not may(session, person_id=who, act=Act.SEE_GOAL, goal_id=goal, now=NOW)


def test_a_link_is_for_one_goal(session: Session) -> None:
    who, client, goal = related(session, Role.THIRD_PARTY, Relation.THIRD_PARTY)
    second = goal_of(session, client)

    for act in Act:
        assert not may(session, person_id=who, act=act, goal_id=second, now=NOW)
        assert not may(session, person_id=who, act=act, client_id=client, now=NOW)
        assert not may(session, person_id=who, act=act, goal_id=goal)
