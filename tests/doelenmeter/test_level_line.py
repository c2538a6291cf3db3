"""Levels in one line, as people write them, and what is no list of levels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doelenmeter.level_line import read

FIVE = {-2: "niks", -1: "1x per week", 0: "2x", 1: "3x", 2: "elke dag"}
TEXTS = st.lists(
    st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}| [1-9] keer){0,3}", fullmatch=True),
    min_size=3,
    max_size=6,
)


@pytest.mark.parametrize(
    "words",
    [
        "-2 niks, -1 1x per week, 0 2x, +1 3x, +2 elke dag",
        "-2: niks; -1: 1x per week; 0: 2x; +1: 3x; +2: elke dag",
        "-2 = niks / -1 = 1x per week / 0 = 2x / 1 = 3x / 2 = elke dag",
        "+2 elke dag, +1 3x, 0 2x, -1 1x per week, -2 niks",
        "-2 niks -1 1x per week 0 2x +1 3x +2 elke dag",
        "-2 niks\n-1 1x per week\n0 2x\n+1 3x\n+2 elke dag",
        "−2 niks, −1 1x per week, 0 2x, 1 3x, 2 elke dag.",
    ],
)
def test_each_level_gets_its_text(words: str) -> None:
    assert read(words) == FIVE


def test_a_number_in_a_text_is_no_level() -> None:
    found = read("-2 0 keer, -1 1 keer, 0 2 keer, of 1 als het druk is, +1 3 keer")

    assert found == {-2: "0 keer", -1: "1 keer", 0: "2 keer, of 1 als het druk is", 1: "3 keer"}


@pytest.mark.parametrize(
    "words",
    [
        "",
        "3 keer per week",
        "ik sport 2 of 3 keer",
        "+1",
        "+1: 3 van de 5 dagen op tijd",
        "-1 niks, 0 iets",
        "1. bellen, 2. mailen, 3. langsgaan",
        "-1, 0, +1, +2",
        "3 keer, 4 als het kan, 5 is top",
    ],
)
def test_what_is_no_list_of_levels(words: str) -> None:
    assert read(words) == {}


@given(texts=TEXTS, begin=st.integers(-3, 0), separator=st.sampled_from([", ", "; ", " / ", "\n"]))
def test_whatever_is_written_is_read_back(texts: list[str], begin: int, separator: str) -> None:
    levels = dict(enumerate(texts, start=begin))
    line = separator.join(f"{level:+d} {text}" for level, text in levels.items())

    assert read(line) == levels
