"""What coach and client arrange with each other between two meetings."""

from tests.conversations.conftest import CODE, Visit, agree_on_a_goal
from tests.conversations.visitor import Visitor


def test_an_invite_that_was_taken_back_lets_nobody_in(marit: Visitor, visit: Visit) -> None:
    marit.says("nodig een cliënt uit", "Piet")
    code = CODE.search(marit.text)
    assert code is not None
    marit.says("hoe gaat het met mijn cliënten")
    marit.says("trek de uitnodiging van Piet weer in")
    assert "De uitnodiging van Piet werkt niet meer" in marit.text

    piet = visit(None)
    piet.says(code[0])
    assert "werkt niet meer" in piet.text
    assert piet.role is None


def test_the_day_of_a_goal_moves_when_both_agree(noor: Visitor, marit: Visitor) -> None:
    agree_on_a_goal(noor, marit)
    noor.says("ik wil de einddatum van mijn doel verzetten", "over 8 weken")
    noor.presses("Klopt").says("ik was lang ziek")
    marit.says("hallo").presses("Bekijk het doel")
    assert "ik was lang ziek" in marit.text
    marit.presses("Ja, dit klopt")

    assert "nieuwe tekst" in marit.text


def test_words_about_the_week_and_the_help_reach_the_coach(noor: Visitor, marit: Visitor) -> None:
    agree_on_a_goal(noor, marit)
    noor.says("ging kut, 3x te laat")
    assert "bedoel je dit" in noor.text
    noor.presses("0").says("de bus kwam niet").presses("Nee")
    noor.says("ik vond de taalcursus veel te moeilijk")
    assert "Mag je coach dat lezen" in noor.text
    noor.presses("Ja, dat mag")

    marit.says("hoe gaat het met mijn cliënten")
    assert "Zei: “de bus kwam niet”" in marit.text
    assert "Over de hulp: “ik vond de taalcursus veel te moeilijk”" in marit.text
    marit.says("waar staat Noor")
    assert "de cliënt: “de bus kwam niet”" in marit.text


def test_somebody_comes_in_on_a_phone_too_and_finds_the_same_goal(
    noor: Visitor, marit: Visitor, visit: Visit
) -> None:
    agree_on_a_goal(noor, marit)
    noor.says("ook op mijn telefoon")
    code = CODE.search(noor.text)
    assert code is not None
    phone = visit(None)
    phone.says(code[0])
    assert "Welkom Noor" in phone.text

    phone.says("mijn doelen")
    assert "+1  2 keer per week te laat." in phone.text
