"""What was said beside a score goes when the score was wrong."""

from datetime import timedelta

from sqlalchemy.orm import Session

from doelenmeter import remarks, scores
from doelenmeter.tables import CheckIn, Kind, Party, Topic
from tests.doelenmeter.conftest import NOW, People, agreed_goal

MINUTE = timedelta(minutes=1)


def opened(session: Session, people: People) -> CheckIn:
    return scores.open_check_in(
        session, agreed_goal(session, people).id, kind=Kind.PROGRESS, now=NOW
    )


def says(session: Session, people: People, here: CheckIn, words: str, minutes: int) -> None:
    scores.remark(
        session,
        here.id,
        by=Party.COACH,
        person_id=people.coach,
        topic=Topic.INSTRUMENT if "hulp" in words else Topic.HELPED,
        words=words,
        now=NOW + minutes * MINUTE,
    )


def held(session: Session, here: CheckIn, viewer: Party = Party.COACH) -> list[str]:
    return [row.words for row in remarks.that_hold(session, here.goal_id, viewer=viewer)]


def test_the_words_of_a_wrong_score_go_and_those_of_the_right_one_stay(
    session: Session, people: People
) -> None:
    here = opened(session, people)
    says(session, people, here, "gezegd voor er een score was", 0)
    who = {"by": Party.COACH, "person_id": people.coach}
    first = scores.give(session, here.id, level=2, now=NOW + MINUTE, **who)
    says(session, people, here, "belt zelf", 1)
    says(session, people, here, "de hulp is goed", 1)
    assert held(session, here)[1:] == ["belt zelf", "de hulp is goed"]

    scores.revise(session, first.id, level=0, reason="foutje", now=NOW + 2 * MINUTE, **who)
    assert held(session, here) == ["de hulp is goed"]
    says(session, people, here, "kwam niet", 2)
    assert held(session, here) == ["de hulp is goed", "kwam niet"]


def test_what_somebody_said_without_a_score_stays(session: Session, people: People) -> None:
    here = opened(session, people)
    says(session, people, here, "geen score", 0)

    assert held(session, here) == ["geen score"]
    assert held(session, here, Party.CLIENT) == []
