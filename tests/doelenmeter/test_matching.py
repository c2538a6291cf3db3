from decimal import Decimal

import pytest

from doelenmeter.bounds import propose
from doelenmeter.library import load
from doelenmeter.matching import amounts, counts_the_same, suggest, tells_more

LATE = {
    -1: "Je bent 4 keer of vaker te laat in een week.",
    0: "Je bent 3 keer te laat in een week.",
    1: "Je bent 2 keer te laat in een week.",
    2: "Je bent 1 keer te laat in een week.",
    3: "Je bent geen enkele keer te laat in een week.",
}
CALLING = {
    -1: "Je belt niemand en neemt ook niet op.",
    0: "Je belt geen enkel bedrijf.",
    1: "Je belt 1 bedrijf, met je coach erbij.",
    2: "Je belt 1 of 2 bedrijven alleen.",
    3: "Je belt 3 bedrijven of meer alleen.",
}


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("ging kut, 3x te laat", 0),
        ("ik was twee keer te laat", 1),
        ("een keer maar", 2),
        ("ik ben geen enkele keer te laat gekomen!!", 3),
        ("6 keer te laat", -1),
        ("nooit te laat", 3),
    ],
)
def test_an_amount_is_found_among_the_levels(words: str, level: int) -> None:
    assert suggest(LATE, words)[0] == level


def test_words_break_the_tie_between_two_levels_with_the_amount() -> None:
    assert suggest(CALLING, "1 bedrijf gebeld met mijn coach erbij")[0] == 1
    assert set(suggest(CALLING, "1 gebeld")) == {1, 2}


def test_words_alone_are_compared_with_the_texts() -> None:
    assert suggest(CALLING, "ik neem ook niet op")[0] == -1


def test_what_resembles_nothing_gives_nothing() -> None:
    assert suggest(LATE, "het regende heel hard") == ()


def test_amounts_are_read_in_digits_and_in_words() -> None:
    assert amounts("drie keer, daarna 2,5 uur en toen niks") == (
        Decimal(3),
        Decimal("2.5"),
        Decimal(0),
    )


def test_every_proposed_amount_is_found_in_its_own_level() -> None:
    bands = propose("times", "week", start=Decimal(5), goal=Decimal(1))
    texts = bands.texts()
    for amount in range(9):
        assert bands.level_of(Decimal(amount)) in suggest(texts, f"{amount} keer")


def test_the_words_of_a_level_are_always_among_what_is_suggested() -> None:
    for goal in load().values():
        for level, text in goal.levels.items():
            assert level in suggest(goal.levels, text), (goal.code, level)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("heerlijk weekje, nooit te laat", True),
        ("balen, weer drie keer te laat", True),
        ("stuur 3 weken geen berichten", False),
        ("te laat", False),
    ],
)
def test_an_amount_of_what_the_levels_count(words: str, same: bool) -> None:
    assert counts_the_same(LATE, words) == same


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("ging kut, 3x te laat", False),
        ("shit week man, 3 keer te laat gekomen", False),
        ("Rafiq zit op 3", False),
        ("3x te laat want mijn kind was ziek", True),
        ("ging goed, mijn buurman belde me wakker", True),
    ],
)
def test_a_sentence_that_tells_more_than_the_level(words: str, more: bool) -> None:
    assert tells_more(LATE[0], words) == more


@pytest.mark.parametrize(
    "words",
    ["ik had geen tijd", "ik heb niets gedaan", "met 2 mensen gepraat", "mijn zoon is er niet"],
)
def test_an_amount_of_something_else_is_no_level(words: str) -> None:
    assert suggest(LATE, words) == ()


@pytest.mark.parametrize(
    "words", ["2", "nooit", "wo 2 keer bus kwam niet", "twee keer, denk ik", "oh nee wacht, 2 keer"]
)
def test_an_amount_alone_or_in_the_same_unit_is_one(words: str) -> None:
    assert suggest(LATE, words)
