"""Instruments side by side: two by name, three of the list by number."""

import pytest

from actions.comparing import COMPARED
from tests.actions.talk import DEBTS, Talk, card

DEBT_LIST = frozenset({DEBTS})


@pytest.mark.parametrize("codes", [("R01", "R04"), ("R04", "R01"), ("R40", "R01", "R04")])
def test_side_by_side_every_aspect_in_the_same_order(visitor: Talk, codes: tuple[str, ...]) -> None:
    visitor.advised(wanted=DEBT_LIST).types("vergelijk", "compare", instrument=codes)
    blocks = visitor.text.split("\n\n")

    assert len(blocks) == len(COMPARED)
    for block in blocks:
        _, *rows = block.splitlines()
        assert [row.split(":")[0] for row in rows] == [card(visitor, c).kind for c in codes]
    assert len([t for t in visitor.titles if t.startswith("Ik kies ")]) == len(codes)


def test_comparing_means_the_first_two_where_none_is_named(visitor: Talk) -> None:
    shown = visitor.advised(wanted=DEBT_LIST).dialogue.shown
    visitor.types("vergelijk ze", "compare")

    assert all(f"Ik kies {card(visitor, code).kind}" in visitor.titles for code in shown[:2])


def test_comparing_the_one_spoken_of_with_another(visitor: Talk) -> None:
    shown = visitor.advised(wanted=DEBT_LIST).dialogue.shown
    visitor.presses("Meer over 2").presses("Vergelijk met een ander")

    assert visitor.said == ["utter_compare"]
    assert visitor.titles[0] == f"Ik kies {card(visitor, shown[1]).kind}"


def test_nothing_to_compare(visitor: Talk) -> None:
    visitor.asked("form").types("vergelijk", "compare")

    assert visitor.said == ["utter_no_list_yet", "utter_ask_form"]


@pytest.mark.parametrize("words", ["vergelijk alle drie", "vergelijk ze allemaal"])
def test_all_three_are_compared_by_their_numbers(visitor: Talk, words: str) -> None:
    shown = visitor.advised(wanted=DEBT_LIST).dialogue.shown
    visitor.types(words, "compare")
    legend, *blocks = visitor.text.split("\n\n")

    assert len(shown) == 3
    for number, code in enumerate(shown, start=1):
        assert f"**{number}. {card(visitor, code).kind}**" in legend
    for block in blocks:
        _, *rows = block.splitlines()
        assert [row.split(":")[0] for row in rows] == ["1", "2", "3"]
    assert [title for title in visitor.titles if title.startswith("Ik kies ")] == [
        f"Ik kies {card(visitor, code).kind}" for code in shown
    ]


def test_of_three_as_much_is_told_of_what_is_good_as_of_what_is_not(visitor: Talk) -> None:
    shown = visitor.advised(wanted=DEBT_LIST).dialogue.shown
    visitor.types("vergelijk alle drie", "compare")

    for code in shown:
        assert card(visitor, code).pros[0] in visitor.text
        assert card(visitor, code).pros[1] not in visitor.text
        assert card(visitor, code).cons[0] in visitor.text
        assert card(visitor, code).cons[1] not in visitor.text


def test_on_a_row_is_compared_though_it_was_not_understood(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST).types("alle drie op een rij")
    assert visitor.said == ["utter_compare"]


def test_one_aspect_is_compared_for_all_of_the_list(coach: Talk) -> None:
    shown = coach.advised(wanted=DEBT_LIST).dialogue.shown
    coach.types("welke cijfers hebben ze", "compare", aspect="ervaring")
    _, *blocks = coach.text.split("\n\n")

    assert len(blocks) == 1
    assert [row.split(":")[0] for row in blocks[0].splitlines()[1:]] == ["1", "2", "3"]
    grades = [card(coach, code).rating_professionals for code in shown]
    assert all(f"{g.grade:.1f}".replace(".", ",") in coach.text for g in grades if g)
