"""What somebody says not to have is not worked on."""

import pytest

from tests.conversations.visitor import RIGHT, ROUTES, UNSURE, Visitor


@pytest.mark.parametrize("said", ["schulden heb ik niet meer", "ik heb geen schulden"])
def test_debts_that_are_gone_are_no_chip(anonymous: Visitor, said: str) -> None:
    anonymous.says(said)

    assert all("geldzorgen" not in chip for chip in anonymous.chips)


def test_a_coach_says_what_is_no_problem(coach: Visitor) -> None:
    coach.says("man 30, Tiel, weinig zelfvertrouwen, geen schulden")

    assert "zelfvertrouwen" in coach.chips
    assert all("geldzorgen" not in chip for chip in coach.chips)


def test_a_no_to_a_question_is_no_wish(anonymous: Visitor) -> None:
    anonymous.says("weet ik niet").presses(ROUTES[1])
    asked = anonymous.text
    no = next(title for title in anonymous.buttons if title.startswith("Nee"))
    anonymous.presses(no)
    assert anonymous.text != asked

    anonymous.to_the_list()
    assert anonymous.advice is not None
    assert len(anonymous.advice.known.refused) == 1
    assert anonymous.advice.known.wanted == frozenset()


def test_gone_after_it_was_right(anonymous: Visitor) -> None:
    anonymous.says("ik heb schulden en ik ben niet goed met de computer").presses(RIGHT)
    anonymous.says("schulden heb ik niet meer")
    assert "geldzorgen" in anonymous.text

    anonymous.presses(ROUTES[1]).to_the_list(UNSURE)
    assert anonymous.advice is not None
    assert anonymous.advice.known.wanted == {"1.3.4"}
