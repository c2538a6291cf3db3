"""Amounts in a sentence, and the same sentence for every level."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doelenmeter import scales
from doelenmeter.amounts import goes_against, read, way
from doelenmeter.bounds import NoRoomError


@pytest.mark.parametrize(
    ("words", "value", "unit", "period"),
    [
        ("3 keer te laat per week", "3", "times", "week"),
        ("ik kom 3x te laat", "3", "times", None),
        ("twee maal per maand", "2", "times", "month"),
        ("2 of 3 keer te laat", "3", "times", None),
        ("een keer", "1", "times", None),
        ("geen enkele keer te laat", "0", "times", None),
        ("2,5 uur per week", "2.5", "hours", "week"),
        ("anderhalf uur per dag", "1.5", "hours", "day"),
        ("een half uur", "0.5", "hours", None),
        ("2 en een half uur", "2.5", "hours", None),
        ("vier dagen op tijd", "4", "days", None),
        ("nooit te laat", "0", None, None),
        ("5 minuten te laat", "5", None, None),
    ],
)
def test_an_amount_is_read(words: str, value: str, unit: str | None, period: str | None) -> None:
    amount = read(words)

    assert amount is not None
    assert (amount.value, amount.unit, amount.period) == (Decimal(value), unit, period)


@pytest.mark.parametrize("words", ["", "te laat", "een brief", "v2x", "👍", "half"])
def test_words_without_an_amount(words: str) -> None:
    assert read(words) is None


def test_the_levels_keep_the_sentence() -> None:
    found = way("ik kom nu ongeveer 3 keer per week te laat", "hooguit 1 keer")

    assert found is not None
    assert found.levels() == {
        -1: "Ik kom 5 keer of meer per week te laat.",
        0: "Ik kom 3 of 4 keer per week te laat.",
        1: "Ik kom 2 keer per week te laat.",
        2: "Ik kom 1 keer per week te laat.",
        3: "Ik kom 0 keer per week te laat.",
    }


def test_the_words_of_the_goal_where_the_start_has_none() -> None:
    found = way("nooit", "ik wil 2 keer per week sporten")

    assert found is not None
    assert found.levels()[2] == "2 keer per week sporten."


def test_three_levels() -> None:
    found = way("3 keer te laat", "1 keer")

    assert found is not None
    assert sorted(found.levels(scale="doelenmeter_3")) == [0, 1, 2]


@pytest.mark.parametrize(
    ("start", "goal"),
    [
        ("3 keer te laat", "5 uur slapen"),
        ("3 keer te laat", "5 keer op bezoek"),
        ("3 keer per dag", "1 keer per week"),
        ("5 minuten te laat", "1 keer"),
        ("3", "1"),
        ("te laat", "1 keer"),
    ],
)
def test_what_does_not_count_the_same_is_no_way(start: str, goal: str) -> None:
    assert way(start, goal) is None


def test_goals_that_leave_room() -> None:
    found = way("3 keer per week te laat", "nooit te laat")

    assert found is not None
    with pytest.raises(NoRoomError):
        found.levels()
    assert found.nearest() == ("1 keer per week",)


@settings(max_examples=150, deadline=None)
@given(start=st.text(max_size=40), goal=st.text(max_size=40), number=st.integers(0, 400))
def test_levels_fit_the_scale_whatever_is_said(start: str, goal: str, number: int) -> None:
    found = way(f"{start} {number} keer {goal}", f"{number + 3} keer {goal}")
    if found is None:
        return
    try:
        levels = found.levels()
    except ValueError:
        return
    scales.load()[scales.DEFAULT].check(levels)


@pytest.mark.parametrize(
    ("title", "start", "goal", "against"),
    [
        ("Minder vaak ruzie", "1 keer per week ruzie", "4 keer per week ruzie", True),
        (
            "Minder vaak ruzie met collega's",
            "4 keer per week ruzie",
            "1 keer per week ruzie",
            False,
        ),
        ("Minder ruzie", "1 dag zonder ruzie", "4 dagen zonder ruzie", False),
        ("Vaker sporten", "3 keer sporten", "1 keer sporten", True),
        ("Meer op tijd komen", "3 keer te laat", "1 keer te laat", False),
        ("Niet meer gamen", "5 uur per dag gamen", "2 uur per dag gamen", False),
        ("Op tijd komen", "1 keer te laat", "3 keer te laat", False),
    ],
)
def test_a_way_against_the_goal(title: str, start: str, goal: str, against: bool) -> None:
    found = way(start, goal)
    assert found is not None
    assert goes_against(title, found) == against
