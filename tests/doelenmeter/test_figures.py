from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from caseload import consent
from caseload.models import Purpose
from doelenmeter import scores, states
from doelenmeter.figures import SMALLEST_GROUP, figures
from doelenmeter.prompt_tables import PromptKind, Sending
from doelenmeter.prompts import ask
from doelenmeter.tables import Kind, Party
from tests.doelenmeter.conftest import NOW, People, add_people, agreed_goal

DAY = timedelta(days=1)


def counted(session: Session, number: int) -> list[People]:
    people = [add_people(session) for _ in range(number)]
    for each in people:
        consent.give(session, each.client, Purpose.FIGURES, now=NOW)
    return people


def score(session: Session, each: People, goal: int, *levels: int) -> None:
    for number, level in enumerate(levels):
        at = NOW + number * DAY
        opened = scores.open_check_in(session, goal, kind=Kind.WEEKLY, now=at)
        scores.give(session, opened.id, by=Party.CLIENT, person_id=each.client, level=level, now=at)


def test_only_who_said_yes_is_counted(session: Session) -> None:
    counted(session, SMALLEST_GROUP)
    add_people(session)
    assert figures(session).clients == SMALLEST_GROUP

    (gone,) = counted(session, 1)
    consent.withdraw(session, gone.client, Purpose.FIGURES, now=NOW)
    assert figures(session).clients == SMALLEST_GROUP


def test_fewer_than_five_are_not_told(session: Session) -> None:
    for each in counted(session, SMALLEST_GROUP - 1):
        score(session, each, agreed_goal(session, each).id, 0, 1)

    found = figures(session)
    assert (found.clients, found.with_a_goal, found.took_a_step) == (None, None, None)
    assert found.check_ins is None


@pytest.mark.parametrize(("stepped", "told"), [(4, None), (5, 5), (6, None), (9, None), (10, 10)])
def test_neither_few_nor_the_rest_of_few_are_told(
    session: Session, stepped: int, told: int | None
) -> None:
    for number, each in enumerate(counted(session, 10)):
        goal = agreed_goal(session, each).id
        score(session, each, goal, *((0, 2) if number < stepped else (1, 1)))

    found = figures(session)
    assert (found.with_a_goal, found.took_a_step, found.check_ins) == (10, told, 20)


def test_reached_goals_and_answers(session: Session) -> None:
    for each in counted(session, SMALLEST_GROUP):
        goal = agreed_goal(session, each)
        states.reach(session, goal.id, by=Party.COACH, now=NOW)
        for answered in (NOW, None):
            row = ask(session, each.client, kind=PromptKind.WEEKLY, due_at=NOW, now=NOW)
            row.state, row.answered_at = Sending.SENT.value, answered

    found = figures(session)
    assert (found.reached_a_goal, found.asked, found.answered) == (5, 10, 5)


def test_a_fall_is_no_step(session: Session) -> None:
    for each in counted(session, 10):
        score(session, each, agreed_goal(session, each).id, 2, 3, 1)

    assert figures(session).took_a_step is None
