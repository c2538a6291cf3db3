"""Who comes back may go on with the list of last time."""

from tests.conversations.visitor import DEBTS, Visitor


def test_going_on_gives_the_same_list(anonymous: Visitor) -> None:
    anonymous.advised()
    listed = anonymous.listed
    anonymous.says("stop", "hallo")
    assert anonymous.buttons == ["Verder", "Opnieuw"]

    assert anonymous.presses("Verder").listed == listed


def test_beginning_again(anonymous: Visitor) -> None:
    anonymous.advised().says("stop", "hallo").presses("Opnieuw")
    assert "Wat is er aan de hand" in anonymous.text

    assert "nog niets" in anonymous.says("wat weet je van mij").text


def test_a_new_story_needs_no_button(anonymous: Visitor) -> None:
    anonymous.advised().says("stop", "ik ben niet goed met de computer")

    assert anonymous.chips == ["computer en internet"]


def test_without_a_list_there_is_nothing_to_go_on_with(anonymous: Visitor) -> None:
    anonymous.says(DEBTS, "stop", "hallo")

    assert "Verder" not in anonymous.buttons


def test_another_visitor_does_not_see_it(anonymous: Visitor, client: Visitor) -> None:
    anonymous.advised()

    assert "Verder" not in client.opens().buttons
