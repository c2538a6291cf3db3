"""After a choice the list can be kept, and the choice be changed; asking picks nothing."""

from tests.conversations.visitor import Visitor

REASON = "dan hoef ik het niet alleen te doen"


def test_a_yes_keeps_the_list_and_the_choice_can_change(anonymous: Visitor) -> None:
    anonymous.advised()
    first, second = anonymous.listed[:2]
    anonymous.says("ik kies de eerste", REASON, "dank je wel")
    assert first not in anonymous.text

    anonymous.says("ja graag")
    assert anonymous.listed[:2] == [first, second]

    anonymous.says("ik heb me bedacht, toch liever de tweede", REASON)
    assert [choice["argument"] for choice in anonymous.choices] == [REASON, REASON]
    assert second in anonymous.text


def test_and_the_second_asks_and_does_not_pick(anonymous: Visitor) -> None:
    anonymous.advised()
    second = anonymous.listed[1]
    anonymous.says("waar is de eerste", "en de tweede?")

    assert second in anonymous.text
    assert "Waar:" in anonymous.text
    assert anonymous.choices == []

    anonymous.says("terug")
    assert anonymous.listed[1] == second


def test_work_in_one_word_is_a_way_to_go(anonymous: Visitor) -> None:
    anonymous.says("ik heb schulden").agrees().says("werk")

    assert "Tot ziens" not in anonymous.text
    assert anonymous.to_the_list().advice is not None
    assert anonymous.advice is not None
    assert anonymous.advice.known.route == "C"


def test_what_is_that_tells_the_ways_to_go(anonymous: Visitor) -> None:
    anonymous.says("ik heb schulden").agrees().says("wat is dat")

    assert "Werk komt daarna" in anonymous.text
    assert "Meteen werk zoeken" in anonymous.buttons
