"""Small talk is answered shortly and costs nothing of the dialogue."""

import pytest

from tests.conversations.visitor import DEBTS, FIRST_QUESTION, RIGHT, Visitor


def test_hello_introduces_once(anonymous: Visitor) -> None:
    anonymous.says("hallo")
    assert "computer" in anonymous.text

    anonymous.says("hallo")
    assert "computer" not in anonymous.text
    assert "Wat is er aan de hand" in anonymous.text


@pytest.mark.parametrize("said", ["dankjewel", "goedemorgen", "kun je een mop vertellen"])
def test_small_talk_at_a_question(anonymous: Visitor, said: str) -> None:
    anonymous.says(DEBTS).presses(RIGHT).says(said)

    assert FIRST_QUESTION in anonymous.text
    assert anonymous.presses("Rust en orde thuis").advice is None


def test_thanks_over_the_list(anonymous: Visitor) -> None:
    anonymous.advised().says("dankjewel")

    assert "Graag gedaan" in anonymous.text
    assert "Meer over 1" in anonymous.buttons


def test_anger_is_met_with_a_person(client: Visitor) -> None:
    client.says("dit slaat nergens op")

    assert "sorry" in client.text
    assert "mens" in client.text
    assert client.says("ik wil iemand spreken").presses("Bel mij gewoon").requests == [
        ("person", "")
    ]


def test_goodbye(coach: Visitor) -> None:
    assert "Tot ziens" in coach.says("doei").text
