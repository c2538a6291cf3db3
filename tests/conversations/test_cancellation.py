"""Stop always stops, begin again begins again, and a no takes back."""

import pytest

from tests.conversations.visitor import DEBTS, PERSON, RIGHT, ROUTES, Visitor


@pytest.mark.parametrize("word", ["stop", "ik wil stoppen", "laat maar"])
def test_stop_at_a_question(anonymous: Visitor, word: str) -> None:
    anonymous.says(DEBTS).presses(RIGHT).says(word)
    assert "Tot ziens" in anonymous.text
    assert anonymous.buttons == []

    anonymous.says("hallo")
    assert "Wat is er aan de hand" in anonymous.text
    assert len(anonymous.conversations) == 2


def test_stop_in_the_middle_of_a_choice(anonymous: Visitor) -> None:
    anonymous.advised().says("ik kies de eerste", "stop")

    assert "Tot ziens" in anonymous.text
    assert anonymous.choices == []


@pytest.mark.parametrize("word", ["opnieuw", "ik wil opnieuw beginnen"])
def test_begin_again_forgets_what_was_said(anonymous: Visitor, word: str) -> None:
    anonymous.says("ik woon in Tiel", DEBTS).presses(RIGHT).says(word)
    assert "opnieuw" in anonymous.text
    assert "Wat is er aan de hand" in anonymous.text

    assert "nog niets" in anonymous.says("wat weet je van mij").text


def test_no_person_after_all(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT).says("ik wil iemand spreken").presses("Toch niet")

    assert "niets door" in anonymous.text
    assert ROUTES[0] in anonymous.buttons
    assert anonymous.requests == []


def test_nothing_is_erased_without_a_yes(anonymous: Visitor) -> None:
    anonymous.advised().says("verwijder mijn gegevens").presses("Nee, bewaar het")

    assert anonymous.rows()["advice"] == 1
    assert "Meer over 1" in anonymous.buttons


def test_a_person_offered_and_then_stop(anonymous: Visitor) -> None:
    anonymous.says("dit slaat nergens op")
    assert "mens" in anonymous.text
    anonymous.says("ik wil iemand spreken", "stop")

    assert "Tot ziens" in anonymous.text
    assert PERSON not in anonymous.buttons
    assert anonymous.requests == []
