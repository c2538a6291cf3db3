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


def test_who_begins_fed_up_is_asked_what_is_the_matter(anonymous: Visitor) -> None:
    anonymous.says("ik ben er klaar mee")
    assert "Wat is er aan de hand" in anonymous.text
    assert "Tot ziens" not in anonymous.text
    assert anonymous.buttons[0] == "Ik wil iemand spreken"


def test_sad_news_gets_a_kind_line(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT).says("mijn oma is gister overleden")
    assert "sterkte" in anonymous.text
    assert "kan ik niet mee helpen" not in anonymous.text
    assert FIRST_QUESTION in anonymous.text


def test_a_coach_asks_for_a_test_and_for_figures(coach: Visitor) -> None:
    coach.says("welke vragenlijst meet zelfvertrouwen")
    assert "2009" in coach.text
    coach.says("managementcijfers")
    assert "‘figures’" in coach.text
    assert "Hoe gaat het met mijn mensen?" in coach.buttons
