from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseload import consent
from caseload.invites import InviteError, Reason
from caseload.models import Purpose
from doelenmeter import goals, scores, states
from doelenmeter.grants import LIFETIME, end_grants, grant
from doelenmeter.outside import fill_in, sheet
from doelenmeter.scores import ScoreError, open_check_in
from doelenmeter.tables import CheckIn, Kind, Party, Remark, Score
from tests.doelenmeter.conftest import NOW, TEXTS, People, agreed_goal, draft


@pytest.fixture
def goal(session: Session, people: People) -> int:
    consent.give(session, people.client, Purpose.SHARING, now=NOW)
    return agreed_goal(session, people).id


@pytest.fixture
def token(session: Session, people: People, goal: int) -> str:
    return grant(session, goal_id=goal, by=people.coach, name="Ali", now=NOW)


def fill(session: Session, token: str, level: int = 1, remark: str = "") -> None:
    words = sheet(session, token, now=NOW).wording_id
    fill_in(session, token, wording_id=words, level=level, remark=remark, renewed="Nieuw.", now=NOW)


def refused(session: Session, token: str, now=NOW) -> Reason:
    with pytest.raises(InviteError) as caught:
        sheet(session, token, now=now)
    return caught.value.reason


def test_a_sheet_shows_one_goal_and_changes_nothing(session: Session, token: str) -> None:
    shown = sheet(session, token, now=NOW)

    assert (shown.title, shown.measure) == ("Op tijd op mijn werk", "De prikklok telt.")
    assert shown.levels == TEXTS
    assert sheet(session, token, now=NOW) == shown
    assert not session.scalars(select(CheckIn)).all()


def test_a_score_stands_at_the_open_moment_with_what_was_said(
    session: Session, people: People, goal: int, token: str
) -> None:
    moment = open_check_in(session, goal, kind=Kind.PROGRESS, now=NOW)
    fill(session, token, level=2, remark=" Hij is er\nnu echt. ")

    score = session.scalars(select(Score)).one()
    assert (score.check_in_id, score.by, score.level) == (moment.id, Party.THIRD_PARTY, 2)
    assert session.scalars(select(Remark)).one().words == "Hij is er nu echt."
    assert refused(session, token) is Reason.USED


def test_without_a_moment_one_is_opened_so_that_all_are_asked(
    session: Session, goal: int, token: str
) -> None:
    fill(session, token)

    assert session.scalars(select(CheckIn)).one().kind == Kind.PROGRESS


def test_a_second_third_party_at_one_moment_replaces_the_first(
    session: Session, people: People, goal: int, token: str
) -> None:
    other = grant(session, goal_id=goal, by=people.client, name="Mo", now=NOW)
    fill(session, token, level=1)
    fill(session, other, level=2)

    first, second = session.scalars(select(Score).order_by(Score.id))
    assert (second.replaces_id, second.reason) == (first.id, "Nieuw.")


def test_a_score_is_only_for_the_words_that_were_read(
    session: Session, people: People, goal: int, token: str
) -> None:
    shown = sheet(session, token, now=NOW)
    words = goals.change(
        session,
        goal,
        by=Party.COACH,
        person_id=people.coach,
        draft=draft("Elke dag op tijd"),
        reason="Beter.",
        now=NOW,
    )
    goals.agree(session, words.id, by=Party.CLIENT, person_id=people.client, now=NOW)

    with pytest.raises(ScoreError):
        fill_in(
            session,
            token,
            wording_id=shown.wording_id,
            level=1,
            remark="",
            renewed="Nieuw.",
            now=NOW,
        )
    assert sheet(session, token, now=NOW).title == "Elke dag op tijd"


def test_a_level_that_is_not_there_is_refused(session: Session, token: str) -> None:
    with pytest.raises(ScoreError):
        fill(session, token, level=7)


def test_a_link_is_over_with_the_consent_the_week_and_the_goal(
    session: Session, people: People, goal: int, token: str
) -> None:
    assert refused(session, "no such link") is Reason.WRONG
    assert refused(session, token, NOW + LIFETIME + timedelta(seconds=1)) is Reason.EXPIRED
    states.hold(session, goal, by=Party.COACH, now=NOW)
    with pytest.raises(ScoreError):
        sheet(session, token, now=NOW)
    consent.withdraw(session, people.client, Purpose.SHARING, now=NOW)
    assert refused(session, token) is Reason.EXPIRED


def test_taking_the_consent_back_ends_every_link_for_good(
    session: Session, people: People, goal: int, token: str
) -> None:
    end_grants(session, people.client, now=NOW)

    assert refused(session, token) is Reason.EXPIRED


def test_a_third_party_sees_no_score(session: Session, people: People, goal: int) -> None:
    check_in = open_check_in(session, goal, kind=Kind.PROGRESS, now=NOW)
    scores.give(session, check_in.id, by=Party.COACH, person_id=people.coach, level=3, now=NOW)
    token = grant(session, goal_id=goal, by=people.coach, name="Ali", now=NOW)

    assert sheet(session, token, now=NOW).levels == TEXTS
