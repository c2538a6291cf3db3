"""How many questions it takes to find a hidden instrument; the database makes no difference."""

from statistics import mean

import pytest
from sqlalchemy.orm import Session

from catalogue.simulate import questions_until_top5


@pytest.fixture(scope="module")
def database_kind() -> str:
    return "sqlite"


@pytest.fixture(scope="module")
def needed(example: Session) -> dict[str, list[int]]:
    strategies = ("ours", "ours_any_step", "random", "fixed", "greedy")
    return {name: questions_until_top5(example, name, seed=1) for name in strategies}


def test_six_questions_find_all_but_one_hidden_instrument(needed: dict[str, list[int]]) -> None:
    """One for a doelgroep is found once the doelgroep was asked, the seventh question."""
    assert len(needed["ours"]) == 63
    assert sorted(needed["ours"])[-2:] <= [6, 7]


def test_ours_needs_half_of_random_and_a_third_of_fixed(needed: dict[str, list[int]]) -> None:
    assert mean(needed["ours"]) < mean(needed["random"]) / 2
    assert mean(needed["ours"]) < mean(needed["fixed"]) / 3


def test_ours_comes_near_the_best_greedy_order(needed: dict[str, list[int]]) -> None:
    assert mean(needed["ours_any_step"]) < mean(needed["greedy"]) + 0.5
    assert mean(needed["ours"]) < mean(needed["greedy"]) + 1


def test_equal_seeds_give_equal_counts(example: Session, needed: dict[str, list[int]]) -> None:
    assert questions_until_top5(example, "random", seed=1) == needed["random"]
    assert questions_until_top5(example, "random", seed=2) != needed["random"]
