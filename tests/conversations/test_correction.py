"""What somebody takes back counts, at every turn."""

from tests.conversations.visitor import APPLYING_AND_DEBTS, DEBTS, RIGHT, ROUTES, UNSURE, Visitor


def test_another_place(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT, ROUTES[1]).to_the_list().says("in Tiel")
    assert anonymous.advice is not None
    assert anonymous.advice.known.gemeente == "Tiel"

    anonymous.says("nee, ik bedoel Culemborg")

    assert anonymous.advice.known.gemeente == "Culemborg"
    assert "Culemborg" in anonymous.text


def test_another_place_before_there_is_a_list(anonymous: Visitor) -> None:
    anonymous.says("ik woon in Tiel", "nee, ik bedoel Culemborg")
    assert "Culemborg" in anonymous.text

    anonymous.says(DEBTS).presses(RIGHT, ROUTES[1])
    assert anonymous.to_the_list().advice is not None
    assert anonymous.advice.known.gemeente == "Culemborg"


def test_a_kenmerk_typed_away_at_the_chips(anonymous: Visitor) -> None:
    anonymous.says(APPLYING_AND_DEBTS, "schulden klopt niet")
    assert "geldzorgen" in anonymous.text
    assert "geldzorgen, opvang of vervoer" not in anonymous.chips

    anonymous.agrees().presses(ROUTES[2]).to_the_list()
    assert anonymous.advice is not None
    assert "3.3" not in anonymous.advice.known.wanted
    assert "4.1" in anonymous.advice.known.wanted


def test_a_kenmerk_typed_away_over_the_list(coach: Visitor) -> None:
    coach.says("man 45, Tiel, schulden, weet niet hoe hij moet solliciteren")
    coach.says("schulden klopt niet")

    assert all("geldzorgen" not in chip for chip in coach.chips)
    assert coach.advice is not None
    assert coach.advice.known.wanted == {"4.1"}


def test_one_part_right_and_one_part_wrong(anonymous: Visitor) -> None:
    anonymous.says(APPLYING_AND_DEBTS, "schulden klopt, solliciteren nee")
    assert "haal ik weg" in anonymous.text
    anonymous.presses(ROUTES[0]).to_the_list()

    assert anonymous.advice is not None
    assert anonymous.advice.known.wanted == {"3.3"}


def test_a_coach_taps_a_condition_away(coach: Visitor) -> None:
    coach.says("vrouw 38 uit Buren, heeft schulden, hooguit 10 weken").presses("✕ hooguit 10")

    assert "hooguit 10 weken" not in coach.chips
    assert "in Buren" in coach.chips
    assert coach.advice is not None
    assert coach.advice.known.max_weeks is None


def test_not_this_one_after_all(anonymous: Visitor) -> None:
    anonymous.advised()
    listed = anonymous.listed
    anonymous.says("ik kies de eerste").presses("Toch niet deze")

    assert anonymous.listed == listed
    assert anonymous.choices == []


def test_everything_was_misunderstood(anonymous: Visitor) -> None:
    anonymous.says(APPLYING_AND_DEBTS).presses("Ik bedoel iets anders")
    assert "andere woorden" in anonymous.text
    assert anonymous.chips == []

    anonymous.says("ik ben niet goed met de computer").presses(RIGHT)
    assert UNSURE in anonymous.buttons


def test_a_place_is_taken_away_without_erasing_anything(anonymous: Visitor) -> None:
    anonymous.advised().says("in Tiel", "verwijder tiel")
    assert "haal ik weg: in Tiel" in anonymous.text
    assert anonymous.advice is not None
    assert anonymous.advice.known.gemeente is None

    anonymous.says("niet in Tiel")
    assert anonymous.advice.known.not_in == {"Tiel"}
    assert "Tiel en andere plaatsen" not in anonymous.text


def test_one_of_the_list_goes_and_is_not_chosen(anonymous: Visitor) -> None:
    anonymous.advised()
    first = anonymous.listed[0]
    anonymous.says("de eerste wil ik niet")
    assert first not in anonymous.listed
    assert anonymous.choices == []


def test_what_is_added_to_a_yes_is_taken_along(anonymous: Visitor) -> None:
    anonymous.says(DEBTS, "klopt, en ik woon in Tiel en het mag niks kosten")
    assert "dat neem ik mee: in Tiel" in anonymous.text
    assert ROUTES[0] in anonymous.buttons
