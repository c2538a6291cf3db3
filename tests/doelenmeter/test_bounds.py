"""Proposed levels: every amount belongs to one, in the right direction, and the words say so."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from doelenmeter import scales
from doelenmeter.bounds import Band, Bands, NoRoomError, nearest, propose
from doelenmeter.measures import Period, load

steady = settings(max_examples=200, deadline=None, derandomize=True, database=None)
SCALES = ("doelenmeter", "doelenmeter_3", "gas")
HALF = Decimal("0.5")


@st.composite
def proposals(draw: st.DrawFn) -> tuple[Bands, Decimal, Decimal, str]:
    """Proposed levels with the start, the goal and the scale they were asked for."""
    unit = draw(st.sampled_from(load().units))
    period: Period = draw(st.sampled_from(sorted(unit.most)))
    most = unit.most[period]
    amounts = st.integers(0, int((most if most is not None else 60) / unit.step))
    start, goal = (draw(amounts) * unit.step for _ in range(2))
    scale = draw(st.sampled_from(SCALES))
    assume(start != goal)
    try:
        return propose(unit.code, period, start=start, goal=goal, scale=scale), start, goal, scale
    except NoRoomError:
        assume(False)
        raise


def amounts(bands: Bands) -> list[Decimal]:
    """Every amount that can occur, from nothing up; also in between where that can be."""
    most = bands.unit.most[bands.period]
    step = bands.unit.step if bands.unit.whole else bands.unit.step / 4
    return [number * step for number in range(int((most or Decimal(200)) / step) + 1)]


def holds(bands: Bands, band: Band, amount: Decimal) -> bool:
    """Whether an amount lies between the bounds of a level, read by itself."""
    if bands.more_is_better:
        return (band.low is None or amount >= band.low) and (
            band.high is None or amount < band.high
        )
    return (band.low is None or amount > band.low) and (band.high is None or amount <= band.high)


def says(text: str, amount: Decimal) -> bool:
    """Whether a level text, read as a person would, covers an amount."""
    words = re.sub(r"(\d),(\d)", r"\1.\2", text)
    bounds = [Decimal(found) for found in re.findall(r"\d+(?:\.\d+)?", words)]
    first = bounds[0]
    if "maar minder dan" in words:
        return first <= amount < bounds[1]
    if "maar hoogstens" in words:
        return first < amount <= bounds[1]
    for start, covers in (
        ("meer dan", amount > first),
        ("minder dan", amount < first),
        ("hoogstens", amount <= first),
    ):
        if words.startswith(start):
            return covers
    if "of meer" in words:
        return amount >= first
    return first <= amount <= bounds[-1]


@steady
@given(made=proposals())
def test_every_amount_belongs_to_exactly_one_level(
    made: tuple[Bands, Decimal, Decimal, str],
) -> None:
    bands, *_ = made
    for amount in amounts(bands):
        holding = [band.level for band in bands.bands if holds(bands, band, amount)]
        assert holding == [bands.level_of(amount)]


@steady
@given(made=proposals())
def test_levels_go_in_the_direction_of_the_goal(
    made: tuple[Bands, Decimal, Decimal, str],
) -> None:
    bands, start, goal, _ = made
    levels = [bands.level_of(amount) for amount in amounts(bands)]
    assert levels == sorted(levels, reverse=goal < start)


@steady
@given(made=proposals())
def test_start_and_goal_are_at_their_levels_and_just_before_the_goal_is_not(
    made: tuple[Bands, Decimal, Decimal, str],
) -> None:
    bands, start, goal, scale = made
    meanings = scales.load()[scale].meanings
    toward = bands.unit.step if goal > start else -bands.unit.step
    assert bands.level_of(start) == meanings["start"]
    assert bands.level_of(goal) == meanings["goal"]
    assert bands.level_of(goal - toward) < meanings["goal"]


@steady
@given(made=proposals())
def test_every_level_can_happen_and_only_the_lowest_may_be_missing(
    made: tuple[Bands, Decimal, Decimal, str],
) -> None:
    bands, *_, scale = made
    can_happen = {bands.level_of(amount) for amount in amounts(bands)}
    levels = [band.level for band in bands.bands]
    assert can_happen == set(levels)
    scales.load()[scale].check(bands.texts())


@steady
@given(made=proposals())
def test_the_words_tell_the_truth(made: tuple[Bands, Decimal, Decimal, str]) -> None:
    bands, *_ = made
    for amount in amounts(bands):
        telling = [level for level, text in bands.texts().items() if says(text, amount)]
        assert telling == [bands.level_of(amount)], (amount, bands.texts())


@steady
@given(made=proposals())
def test_one_level_ends_where_the_next_begins(
    made: tuple[Bands, Decimal, Decimal, str],
) -> None:
    bands, *_ = made
    for worse, better in pairwise(bands.bands):
        assert better.level == worse.level + 1
        if bands.more_is_better:
            assert worse.high == better.low
        else:
            assert worse.low == better.high


def test_hours_missed_a_week() -> None:
    bands = propose("hours", "week", start=Decimal("2.5"), goal=Decimal(1))
    assert bands.texts() == {
        -1: "meer dan 3 uur per week",
        0: "meer dan 2 uur, maar hoogstens 3 uur per week",
        1: "meer dan 1 uur, maar hoogstens 2 uur per week",
        2: "meer dan 0,5 uur, maar hoogstens 1 uur per week",
        3: "hoogstens 0,5 uur per week",
    }


def test_times_too_late_on_three_levels() -> None:
    bands = propose("times", "week", start=Decimal(5), goal=Decimal(1), scale="doelenmeter_3")
    assert list(bands.texts().values()) == [
        "4 keer of meer per week",
        "2 of 3 keer per week",
        "hoogstens 1 keer per week",
    ]


def test_nothing_is_worse_than_no_day_at_all() -> None:
    texts = propose("days", "week", start=Decimal(0), goal=Decimal(3)).texts()
    assert texts == {
        0: "0 dagen per week",
        1: "1 of 2 dagen per week",
        2: "3 dagen per week",
        3: "4 dagen of meer per week",
    }


@pytest.mark.parametrize(
    ("start", "goal", "meaning"), [(3, 4, "less"), (5, 7, "more"), (4, 0, "more")]
)
def test_what_does_not_fit_says_which_level(start: int, goal: int, meaning: str) -> None:
    with pytest.raises(NoRoomError) as caught:
        propose("days", "week", start=Decimal(start), goal=Decimal(goal))
    assert caught.value.meaning == meaning


def test_a_goal_that_nothing_can_beat_fits_three_levels() -> None:
    texts = propose(
        "days", "week", start=Decimal(3), goal=Decimal(0), scale="doelenmeter_3"
    ).texts()
    assert texts[2] == "0 dagen per week"


@pytest.mark.parametrize(
    ("unit", "start", "goal"),
    [("days", 8, 2), ("days", -1, 2), ("days", HALF, 3), ("hours", 3, 3)],
)
def test_amounts_that_make_no_sense_are_refused(unit: str, start: Decimal, goal: int) -> None:
    with pytest.raises(ValueError, match=r"no amount|the same"):
        propose(unit, "week", start=Decimal(start), goal=Decimal(goal))


def test_the_nearest_goals_leave_room_on_the_same_side() -> None:
    three, one = Decimal(3), Decimal(1)

    assert nearest("times", "week", start=three, goal=Decimal(0)) == (one,)
    assert nearest("times", "week", start=Decimal(2), goal=one) == ()
    assert nearest("days", "week", start=one, goal=Decimal(7)) == (Decimal(6), Decimal(5))


@steady
@given(start=st.integers(0, 60), goal=st.integers(0, 60))
def test_what_is_nearest_can_be_proposed(start: int, goal: int) -> None:
    for found in nearest("times", "week", start=Decimal(start), goal=Decimal(goal)):
        propose("times", "week", start=Decimal(start), goal=found)
        assert (found > start) == (goal > start)
