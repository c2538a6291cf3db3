"""Doubt is asked back with few choices; it is never guessed silently."""

from tests.conversations.visitor import DEBTS, DEBTS_CHIP, MORE_ABOUT, Visitor

VAGUE = "het is allemaal een beetje veel zeg maar de laatste tijd"


def test_a_vague_story_is_checked_before_it_counts(anonymous: Visitor) -> None:
    anonymous.says(VAGUE)

    assert anonymous.advice is None
    assert len(anonymous.chips) <= 3
    assert "nog niets" in anonymous.says("wat weet je van mij").text


def test_a_choice_without_a_name_asks_which(anonymous: Visitor) -> None:
    anonymous.advised()
    listed = anonymous.listed
    anonymous.says("ik kies")
    assert "Welke bedoel je" in anonymous.text
    assert anonymous.buttons == listed

    anonymous.presses(listed[1])
    assert listed[1] in anonymous.text
    assert "eigen woorden" in anonymous.text


def test_a_question_about_none_in_particular_asks_which(anonymous: Visitor) -> None:
    anonymous.advised()
    listed = anonymous.listed
    anonymous.says("waar is dat")
    assert anonymous.buttons[: len(listed)] == listed

    anonymous.presses(listed[0])
    assert listed[0] in anonymous.text
    assert "Waar:" in anonymous.text


def test_which_one_may_be_answered_in_words(anonymous: Visitor) -> None:
    anonymous.advised()
    second = anonymous.listed[1]

    anonymous.says("ik kies", "de tweede")

    assert second in anonymous.text
    assert "eigen woorden" in anonymous.text


def test_a_number_that_is_not_there_is_never_another_one(anonymous: Visitor) -> None:
    anonymous.advised().says("ik kies de vijfde")

    assert "Dat nummer staat er niet" in anonymous.text
    assert anonymous.choices == []


def test_a_doubt_over_the_list_gets_at_most_three_meanings(anonymous: Visitor) -> None:
    anonymous.advised().says("tja hmm poeh")

    assert len([b for b in anonymous.buttons if b.startswith(("Ik", "Wie", "Een"))]) <= 3
    assert anonymous.says("meer over de eerste").buttons[0] == "Ik kies deze"


def test_the_same_chips_after_a_bare_no(anonymous: Visitor) -> None:
    anonymous.says(DEBTS, "nee")
    assert any(button.startswith(DEBTS_CHIP) for button in anonymous.buttons)

    anonymous.says("nee")
    assert MORE_ABOUT not in anonymous.buttons
    assert anonymous.advice is None
