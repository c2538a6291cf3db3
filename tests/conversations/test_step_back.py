"""A step back undoes the last answer."""

from tests.conversations.visitor import DEBTS, FIRST_QUESTION, RIGHT, ROUTES, Visitor

BACK = "een stap terug"


def test_to_the_question_before(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT, ROUTES[0])
    assert FIRST_QUESTION not in anonymous.text
    anonymous.says(BACK)
    assert FIRST_QUESTION in anonymous.text

    anonymous.presses(ROUTES[2]).to_the_list()
    assert anonymous.advice is not None
    assert anonymous.advice.known.route == "C"


def test_back_to_the_chips(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT).says(BACK)

    assert anonymous.chips == ["geldzorgen, opvang of vervoer"]


def test_all_the_way_back(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT, ROUTES[0]).says(BACK, BACK, BACK)
    assert "Wat is er aan de hand" in anonymous.text

    assert "al bij het begin" in anonymous.says(BACK).text


def test_before_the_list(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT, ROUTES[0]).to_the_list().says(BACK)
    assert "plaats" in anonymous.text

    anonymous.says("in Tiel")
    assert anonymous.advice is not None
    assert anonymous.advice.known.gemeente == "Tiel"


def test_a_choice_that_was_not_meant(anonymous: Visitor) -> None:
    anonymous.advised().says("ik kies de eerste", BACK)

    assert anonymous.choices == []
    assert "Meer over 1" in anonymous.buttons
