"""Answers that are none: said honestly, asked again, and never a dead end."""

from tests.conversations.visitor import DEBTS, FIRST_QUESTION, PERSON, RIGHT, ROUTES, Visitor


def at_the_place(visitor: Visitor) -> Visitor:
    return visitor.says(DEBTS).presses(RIGHT, ROUTES[0])


def test_a_place_outside_the_region(anonymous: Visitor) -> None:
    at_the_place(anonymous).says("Amsterdam")
    assert "ken ik niet" in anonymous.text
    assert {"Tiel", "Culemborg", "Buren"} <= set(anonymous.buttons)

    anonymous.presses("Culemborg")
    assert anonymous.advice is not None
    assert anonymous.advice.known.gemeente == "Culemborg"


def test_twice_a_place_outside_the_region_goes_on_without(anonymous: Visitor) -> None:
    at_the_place(anonymous).says("Amsterdam", "Rotterdam")

    assert "niet naar de plaats" in anonymous.text
    assert anonymous.listed


def test_nonsense_to_a_question(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT).says("qsdf wxcv")
    assert FIRST_QUESTION in anonymous.text

    assert "plaats" in anonymous.presses(ROUTES[0]).text


def test_twice_not_understood_offers_a_person(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT).says("ja", "ja")
    assert PERSON in anonymous.buttons

    anonymous.presses(PERSON)
    assert "Bel mij gewoon" in anonymous.buttons


def test_a_typed_title_is_a_press(anonymous: Visitor) -> None:
    anonymous.says(DEBTS, "klopt").says(ROUTES[0].upper())

    assert "plaats" in anonymous.text


def test_a_budget_of_nothing_at_all(coach: Visitor) -> None:
    coach.says("man 45, Tiel, schulden", "het mag hooguit 99999999999999999999 euro kosten")
    assert coach.buttons

    coach.says("in Culemborg")
    assert coach.advice is not None
    assert coach.advice.known.gemeente == "Culemborg"
