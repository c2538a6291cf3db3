"""What waits for somebody's yes."""

from sqlalchemy.orm import Session

from doelenmeter import goals, states
from doelenmeter.awaiting import awaiting_yes
from doelenmeter.tables import Party
from tests.doelenmeter.conftest import NOW, People, add_people, agreed_goal, draft, propose


def test_a_proposal_waits_for_the_other(session: Session, people: People) -> None:
    wording = propose(session, people, by=Party.COACH)

    assert awaiting_yes(session, [people.client], by=Party.CLIENT) == [wording]
    assert awaiting_yes(session, [people.client], by=Party.COACH) == []


def test_only_the_newest_words_of_an_agreed_goal_wait(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    for title in ("Eerder op mijn werk", "Vroeg op mijn werk"):
        newest = goals.change(
            session,
            goal.id,
            by=Party.CLIENT,
            person_id=people.client,
            draft=draft(title),
            reason="Het kan beter.",
            now=NOW,
        )

    assert awaiting_yes(session, [people.client], by=Party.COACH) == [newest]


def test_a_goal_that_ended_waits_for_nothing(session: Session, people: People) -> None:
    wording = propose(session, people, by=Party.COACH)
    states.stop(session, wording.goal_id, by=Party.CLIENT, reason="Past niet.", now=NOW)

    assert awaiting_yes(session, [people.client], by=Party.CLIENT) == []


def test_of_these_clients_only(session: Session, people: People) -> None:
    propose(session, people, by=Party.COACH)
    others = add_people(session)

    assert awaiting_yes(session, [others.client], by=Party.CLIENT) == []
    assert awaiting_yes(session, [], by=Party.CLIENT) == []
