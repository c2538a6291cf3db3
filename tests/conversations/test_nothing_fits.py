"""No empty ends: what blocks is named, and every button tells truly what it would give."""

import re

import pytest

from catalogue.search import search
from tests.conversations.visitor import APPLYING, DEBTS, PERSON, RIGHT, ROUTES, Visitor


def offers(visitor: Visitor) -> dict[str, int]:
    """Title of each button that lets something go, and the count in it."""
    found = (re.fullmatch(r"Zonder: .+ \((\d+)\)", title) for title in visitor.buttons)
    return {match[0]: int(match[1]) for match in found if match}


def blocked(visitor: Visitor) -> Visitor:
    visitor.says(APPLYING).presses(RIGHT, ROUTES[0])
    assert "vind ik niets" in visitor.text
    return visitor


def test_the_conditions_are_named(anonymous: Visitor) -> None:
    blocked(anonymous)

    assert "solliciteren" in anonymous.text
    assert "rust en orde thuis" in anonymous.text
    assert PERSON in anonymous.buttons
    assert len(offers(anonymous)) == 2


@pytest.mark.parametrize("place", [0, 1])
def test_each_count_is_true(anonymous: Visitor, place: int) -> None:
    title, count = list(offers(blocked(anonymous)).items())[place]
    anonymous.presses(title).to_the_list()

    advice = anonymous.advice
    assert advice is not None
    with anonymous.stack.session() as session:
        assert search(session, advice.known, limit=None).total == count


def test_a_coach_lets_the_place_go(coach: Visitor) -> None:
    coach.says("man 45, Maasdriel, digi zwak")
    assert "vind ik niets" in coach.text
    coach.presses("Zonder: in Maasdriel")

    assert coach.listed
    assert coach.advice is not None
    assert coach.advice.known.gemeente is None
    assert coach.advice.known.wanted == {"1.3.4"}


def test_unsure_keeps_the_ways_out(anonymous: Visitor) -> None:
    blocked(anonymous)
    ways_out = anonymous.buttons

    assert anonymous.says("weet ik niet").buttons == ways_out


@pytest.mark.parametrize("said", ["meer over de eerste", "dankjewel", "ik kies de eerste"])
def test_the_ways_out_survive_an_aside(anonymous: Visitor, said: str) -> None:
    blocked(anonymous)
    ways_out = anonymous.buttons

    assert anonymous.says(said).buttons == ways_out


def test_one_that_fits_comes_with_ways_to_more(anonymous: Visitor) -> None:
    anonymous.says("ik ben niet goed met de computer").presses(RIGHT, ROUTES[2]).to_the_list()

    assert len(anonymous.listed) == 1
    assert offers(anonymous)


def test_after_all_were_shown_the_list_comes_again(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT, ROUTES[0]).to_the_list()
    listed = anonymous.listed
    anonymous.presses("Iets anders")

    assert "alles wat past" in anonymous.text
    assert anonymous.listed == listed
