"""An aside is answered, and then the dialogue goes on where it was."""

import pytest

from tests.conversations.visitor import DEBTS, FIRST_QUESTION, RIGHT, ROUTES, Visitor

ASIDES = [
    ("wat betekent traject", "plan met stappen"),
    ("wie kan dit lezen", "zonder je naam"),
    ("wie kan dit zien", "ziet die wel je naam, doelen en scores"),
    ("ben je een mens", "computer"),
    ("wat voor weer wordt het morgen", "niet mee helpen"),
    ("wat weet je van mij", "geldzorgen"),
    ("wat zijn mijn doelen", "coach"),
]


@pytest.mark.parametrize(("said", "answer"), ASIDES)
def test_at_a_question(anonymous: Visitor, said: str, answer: str) -> None:
    anonymous.says(DEBTS).presses(RIGHT)
    anonymous.says(said)
    assert answer in anonymous.text
    assert FIRST_QUESTION in anonymous.text

    anonymous.presses(ROUTES[0])
    assert "plaats" in anonymous.text


@pytest.mark.parametrize(("said", "answer"), ASIDES[:4])
def test_at_the_chips(anonymous: Visitor, said: str, answer: str) -> None:
    anonymous.says(DEBTS, said)

    assert answer in anonymous.text
    assert anonymous.chips == ["geldzorgen, opvang of vervoer"]
    assert FIRST_QUESTION in anonymous.presses(RIGHT).text


def test_simpler_words_for_the_question_itself(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT)
    asked = anonymous.text
    anonymous.says("ik snap het niet")

    assert "makkelijker" in anonymous.text
    assert asked not in anonymous.text
    assert ROUTES[0] in anonymous.buttons


def test_before_anything_else_the_bot_says_what_it_is(anonymous: Visitor) -> None:
    anonymous.says("wie kan dit lezen")

    assert "ik ben een computer" in anonymous.text
    assert "Wat is er aan de hand" in anonymous.text


def test_a_coach_asks_what_a_word_means(coach: Visitor) -> None:
    coach.says("man 45, Tiel, schulden")
    coach.says("wat betekent nugger")

    assert "geen uitkering" in coach.text
    assert "Meer over 1" in coach.buttons
