from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doelenmeter.gas import t_score

SCORES = st.integers(-3, 2)
WEIGHTS = st.floats(0.5, 10)
GOALS = st.lists(st.tuples(SCORES, WEIGHTS), min_size=1, max_size=8)


def test_the_worked_example() -> None:
    assert t_score((-2, 0, -1, 2, 0, 1), (3, 5, 1, 4, 2, 6)) == pytest.approx(55.0, abs=0.05)


def test_one_goal_moves_ten_points_a_level() -> None:
    assert [t_score([score]) for score in (-2, -1, 0, 1, 2)] == [30, 40, 50, 60, 70]


def test_two_goals_by_hand() -> None:
    spread = 0.7 * (1 + 9) + 0.3 * 16
    assert t_score((1, -1), (1, 3)) == pytest.approx(50 + 10 * (1 - 3) / sqrt(spread))


def test_a_decline_counts_as_minus_three() -> None:
    assert t_score([-3]) == 20
    assert t_score([-3, 0]) < t_score([-2, 0])


@given(goals=GOALS)
def test_every_goal_just_reached_is_fifty(goals: list[tuple[int, float]]) -> None:
    assert t_score([0] * len(goals), [weight for _, weight in goals]) == 50


@given(goals=GOALS, factor=st.floats(0.1, 10))
def test_only_the_proportion_of_weights_counts(
    goals: list[tuple[int, float]], factor: float
) -> None:
    scores = [score for score, _ in goals]
    weights = [weight for _, weight in goals]
    scaled = t_score(scores, [weight * factor for weight in weights])
    assert scaled == pytest.approx(t_score(scores, weights))


@given(goals=GOALS, data=st.data())
def test_a_better_score_gives_a_higher_t(
    goals: list[tuple[int, float]], data: st.DataObject
) -> None:
    scores = [min(score, 1) for score, _ in goals]
    weights = [weight for _, weight in goals]
    at = data.draw(st.integers(0, len(goals) - 1))
    better = [*scores[:at], scores[at] + 1, *scores[at + 1 :]]
    assert t_score(better, weights) > t_score(scores, weights)


@pytest.mark.parametrize(
    ("scores", "weights", "why"),
    [
        ((), None, "at least one"),
        ((0, 1), (1,), "2 scores have 1"),
        ((-4,), None, "-3 to 2"),
        ((3,), None, "-3 to 2"),
        ((0,), (0,), "above 0"),
    ],
)
def test_what_makes_no_sense_is_refused(
    scores: tuple[int, ...], weights: tuple[float, ...] | None, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        t_score(scores, weights)
