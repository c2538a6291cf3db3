from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from doelenmeter import scores, states
from doelenmeter.scores import ScoreError, Visible, talking_points, visible_scores
from doelenmeter.tables import CheckIn, Goal, Kind, Party, Score, Topic
from tests.doelenmeter.conftest import NOW, TEXTS, People, agreed_goal, draft

CLIENT, COACH, THIRD = Party.CLIENT, Party.COACH, Party.THIRD_PARTY
LATER = NOW + timedelta(days=42)


@pytest.fixture
def goal(session: Session, people: People) -> Goal:
    return agreed_goal(session, people)


def opened(session: Session, goal: Goal, kind: Kind = Kind.PROGRESS) -> CheckIn:
    return scores.open_check_in(session, goal.id, kind=kind, now=NOW)


def give(session: Session, at: CheckIn, by: Party, level: int) -> Score:
    return scores.give(session, at.id, by=by, person_id=None, level=level, now=NOW)


def revise(
    session: Session, score: Score, level: int, *, by: Party, reason: str = "Na het gesprek."
) -> Score:
    return scores.revise(
        session, score.id, by=by, person_id=None, level=level, reason=reason, now=LATER
    )


def seen(visible: Visible) -> list[tuple[str, int]]:
    return [(score.by.value, score.level) for score in visible.current]


def test_a_tap_is_kept_with_its_words(session: Session, goal: Goal, people: People) -> None:
    at = opened(session, goal, Kind.WEEKLY)
    scores.give(session, at.id, by=CLIENT, person_id=people.client, level=1, now=NOW)
    session.commit()
    session.expire_all()
    (score,) = visible_scores(session, goal.id, viewer=CLIENT).scores
    assert (score.by, score.level, score.text, score.kind) == (CLIENT, 1, TEXTS[1], Kind.WEEKLY)
    assert (score.at, score.current, score.reason) == (NOW, True, None)


@pytest.mark.parametrize(("one", "other"), [(CLIENT, COACH), (COACH, CLIENT)])
def test_at_a_score_moment_the_other_shows_after_the_own_score(
    session: Session, goal: Goal, one: Party, other: Party
) -> None:
    at = opened(session, goal)
    give(session, at, one, 3)
    before = visible_scores(session, goal.id, viewer=other)
    assert seen(before) == []
    assert before.hidden == ((at.id, one),)

    give(session, at, other, 0)

    after = visible_scores(session, goal.id, viewer=other)
    assert seen(after) == [(one.value, 3), (other.value, 0)]
    assert after.hidden == ()


def test_an_own_score_at_an_earlier_moment_opens_nothing(session: Session, goal: Goal) -> None:
    give(session, opened(session, goal, Kind.START), COACH, 0)
    at = opened(session, goal, Kind.PROGRESS)
    give(session, at, CLIENT, 2)
    visible = visible_scores(session, goal.id, viewer=COACH)
    assert (seen(visible), visible.hidden) == ([("coach", 0)], ((at.id, CLIENT),))


def test_a_hidden_score_stays_hidden_when_it_is_revised(session: Session, goal: Goal) -> None:
    at = opened(session, goal)
    revise(session, give(session, at, CLIENT, 3), 2, by=CLIENT)
    hidden = visible_scores(session, goal.id, viewer=COACH)
    assert (hidden.scores, hidden.hidden) == ((), ((at.id, CLIENT),))


def test_words_beside_a_hidden_score_are_hidden_too(session: Session, goal: Goal) -> None:
    at = opened(session, goal)
    give(session, at, CLIENT, 3)
    scores.remark(
        session, at.id, by=CLIENT, person_id=None, topic=Topic.HELPED, words=" De bus. ", now=NOW
    )
    assert scores.visible_remarks(session, goal.id, viewer=COACH) == []
    give(session, at, COACH, 2)
    assert [said.words for said in scores.visible_remarks(session, goal.id, viewer=COACH)] == [
        "De bus."
    ]


def test_a_weekly_answer_shows_at_once(session: Session, goal: Goal) -> None:
    give(session, opened(session, goal, Kind.WEEKLY), CLIENT, -1)
    assert seen(visible_scores(session, goal.id, viewer=COACH)) == [("client", -1)]


def test_after_the_end_of_a_goal_nothing_is_hidden_and_nothing_is_added(
    session: Session, goal: Goal
) -> None:
    at = opened(session, goal)
    give(session, at, CLIENT, 1)
    states.reach(session, goal.id, by=CLIENT, now=LATER)
    assert seen(visible_scores(session, goal.id, viewer=COACH)) == [("client", 1)]
    with pytest.raises(ScoreError, match="closed"):
        give(session, at, COACH, 1)


def test_a_third_party_sees_own_scores_only(session: Session, goal: Goal) -> None:
    at = opened(session, goal, Kind.WEEKLY)
    give(session, at, CLIENT, 1)
    give(session, at, THIRD, 2)
    visible = visible_scores(session, goal.id, viewer=THIRD)
    assert (seen(visible), visible.hidden) == ([("third_party", 2)], ())
    assert seen(visible_scores(session, goal.id, viewer=COACH)) == [
        ("client", 1),
        ("third_party", 2),
    ]


def test_one_check_in_can_be_looked_at_by_itself(session: Session, goal: Goal) -> None:
    first = opened(session, goal, Kind.WEEKLY)
    give(session, first, CLIENT, 0)
    second = opened(session, goal, Kind.WEEKLY)
    give(session, second, CLIENT, 1)
    visible = visible_scores(session, goal.id, viewer=CLIENT, check_in_id=second.id)
    assert seen(visible) == [("client", 1)]


def test_a_revision_keeps_the_earlier_score(session: Session, goal: Goal) -> None:
    first = give(session, opened(session, goal), CLIENT, 0)
    second = revise(session, first, 1, by=CLIENT, reason="Ik telde verkeerd.")
    earlier, now = visible_scores(session, goal.id, viewer=CLIENT).scores
    assert (earlier.level, earlier.current) == (0, False)
    assert (now.level, now.current, now.replaces_id) == (1, True, first.id)
    assert now.reason == "Ik telde verkeerd."
    with pytest.raises(ScoreError, match="replaced before"):
        revise(session, first, 2, by=CLIENT)
    assert revise(session, second, 2, by=CLIENT).level == 2


def test_a_revision_is_ones_own_and_has_a_reason(session: Session, goal: Goal) -> None:
    score = give(session, opened(session, goal), CLIENT, 0)
    with pytest.raises(ScoreError, match="only the party"):
        revise(session, score, 1, by=COACH)
    with pytest.raises(ScoreError, match="reason"):
        revise(session, score, 1, by=CLIENT, reason=" ")


def test_a_second_first_score_is_refused(session: Session, goal: Goal) -> None:
    at = opened(session, goal)
    give(session, at, CLIENT, 0)
    with pytest.raises(ScoreError, match="has scored here"):
        give(session, at, CLIENT, 1)
    assert seen(visible_scores(session, goal.id, viewer=CLIENT)) == [("client", 0)]


def test_only_levels_of_the_goal_can_be_chosen(session: Session, people: People) -> None:
    fewer = {level: text for level, text in TEXTS.items() if level != -1}
    goal = agreed_goal(session, people, draft=draft(texts=fewer))
    at = opened(session, goal)
    assert list(scores.choices(at)) == [0, 1, 2, 3]
    with pytest.raises(ScoreError, match="no level -1"):
        give(session, at, CLIENT, -1)


def test_the_next_check_in_closes_the_one_before(session: Session, goal: Goal) -> None:
    monday, start = opened(session, goal, Kind.WEEKLY), opened(session, goal, Kind.START)
    assert scores.open_check_ins(session, goal.id) == [monday, start]
    next_monday = opened(session, goal, Kind.WEEKLY)
    assert scores.open_check_ins(session, goal.id) == [start, next_monday]
    end = opened(session, goal, Kind.END)
    assert scores.open_check_ins(session, goal.id) == [next_monday, end]


def test_a_goal_that_waits_has_no_check_ins(session: Session, goal: Goal) -> None:
    states.hold(session, goal.id, by=CLIENT, now=NOW)
    with pytest.raises(ScoreError, match="is pipeline"):
        opened(session, goal)


def test_two_levels_apart_is_worth_a_talk(session: Session, goal: Goal) -> None:
    at = opened(session, goal)
    give(session, at, CLIENT, 3)
    coach = give(session, at, COACH, 1)
    (point,) = talking_points(visible_scores(session, goal.id, viewer=COACH).scores)
    assert (point.lower.by, point.higher.by, point.levels) == (COACH, CLIENT, 2)

    revise(session, coach, 2, by=COACH)

    assert talking_points(visible_scores(session, goal.id, viewer=COACH).scores) == ()


def test_scores_of_different_moments_are_not_compared(session: Session, goal: Goal) -> None:
    give(session, opened(session, goal, Kind.START), CLIENT, 0)
    at = opened(session, goal, Kind.END)
    give(session, at, COACH, 3)
    give(session, at, CLIENT, 2)
    assert talking_points(visible_scores(session, goal.id, viewer=COACH).scores) == ()


def test_a_remark_needs_words(session: Session, goal: Goal) -> None:
    at = opened(session, goal)
    with pytest.raises(ScoreError, match="words"):
        scores.remark(
            session, at.id, by=CLIENT, person_id=None, topic=Topic.NEEDED, words=" ", now=NOW
        )
