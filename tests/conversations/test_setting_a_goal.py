"""A goal that is set with news in between, not knowing, short levels and a day in loose words."""

from sqlalchemy import select

from doelenmeter.tables import Goal, Score, Wording
from tests.conversations.conftest import agree_on_a_goal
from tests.conversations.test_other_scales import says_yes
from tests.conversations.test_six_weeks import person
from tests.conversations.visitor import Visitor


def newest_words(noor: Visitor) -> Wording:
    with noor.stack.session() as session:
        found = session.scalars(
            select(Wording).join(Goal).where(Goal.client_id == person(noor)).order_by(Wording.id)
        ).all()
        return found[-1]


def test_a_client_alone_with_news_and_doubts(noor: Visitor) -> None:
    noor.says("ik wil een doel maken").presses("Ja").presses("Zelf een doel maken")
    noor.says("mijn zoon is ziek")
    assert "Hoort dit bij je doel" in noor.text
    noor.presses("Nee").says("op tijd komen")
    assert "Voorbeeld: Op tijd op je werk zijn" in noor.buttons
    noor.says("ik weet het niet")
    assert "Dat geeft niet" in noor.text
    assert "Waaraan zie je" in noor.text
    noor.presses("Voorbeeld: Op tijd").says("zzzz", "qqqq")
    assert "Over 6 weken" in noor.buttons
    noor.says("over een maand of 3").presses("Klopt")

    assert newest_words(noor).title == "Op tijd op je werk zijn"


def test_a_coach_types_the_levels_in_a_row(noor: Visitor, marit: Visitor) -> None:
    says_yes(noor)
    marit.says("nieuw doel voor Noor op GAS: rustig blijven bij kritiek")
    while "Hoe gaat het nu" not in marit.text:
        marit.presses("Weet ik niet")
    marit.says("soms", "4 van de 5 dgn rustig", "2 van de 5", "5/5", "klaar", "gaat weg")
    marit.says("eind maart").presses("Klopt")

    texts = newest_words(noor).texts
    assert texts["-2"] == "Soms."
    assert texts["0"] == "4 van de 5 dgn rustig."
    assert texts["-3"] == "Gaat weg."


def test_a_score_and_a_day_in_shorthand(noor: Visitor, marit: Visitor) -> None:
    agree_on_a_goal(noor, marit)
    marit.says("score +1 voor Noor, ze kan zich beter concentreren").presses("+1")
    with marit.stack.session() as session:
        found = session.scalars(
            select(Score).join(Score.check_in).join(Goal).where(Goal.client_id == person(noor))
        ).one()
        assert (found.by, found.level) == ("coach", 1)
    marit.says("hoe gaat het met mijn mensen?")
    assert "Jouw score van" in marit.text
    marit.says("einddatum van het doel van Noor naar 1 maart")
    assert "De dag is 1 maart" in marit.text


def test_a_coach_types_everything_in_two_lines_and_a_score_in_two(
    noor: Visitor, marit: Visitor
) -> None:
    says_yes(noor)
    marit.says("doel Noor: vaker sporten buiten de deur")
    marit.says("-2 niks, -1 1x per week, 0 2x, +1 3x, +2 elke dag")
    assert "Zo heb ik het verdeeld" in marit.text
    assert "**0  2x.**" in marit.text
    while "Klopt" not in marit.buttons:
        marit.presses("Over 6 weken" if "Over 6 weken" in marit.buttons else "Weet ik niet")
    marit.presses("Klopt").presses("Ja, we kijken samen").presses("Ja, dit klopt")
    assert newest_words(noor).texts["1"] == "3x."

    marit.says("score Noor +5")
    assert "Je kunt kiezen van -3 tot en met +2" in marit.text
    marit.says("score Noor +1", "ze ging drie keer met haar buurvrouw")
    assert "bedoel je dit" in marit.text
    marit.says("ja")
    assert "Jouw score staat erin" in marit.text


def proposes(noor: Visitor) -> None:
    says_yes(noor)
    noor.says("ik wil een doel: 5 dagen per week op tijd op mijn werk komen")
    while "Klopt" not in noor.buttons:
        noor.presses("Over 6 weken" if "Over 6 weken" in noor.buttons else "Weet ik niet")
    noor.presses("Klopt")


def test_a_client_hears_that_the_coach_said_yes(noor: Visitor, marit: Visitor) -> None:
    proposes(noor)
    marit.says("welke doelen heeft Noor?").presses("Ja, dit klopt")
    noor.says("hoi")

    assert "zei ja. **5 dagen per week op tijd op mijn werk komen** begint nu!" in noor.text


def test_a_client_hears_that_the_coach_said_no(noor: Visitor, marit: Visitor) -> None:
    proposes(noor)
    marit.says("welke doelen heeft Noor?").presses("Nee").presses("Sla over")
    noor.says("hoi")

    assert "Marit zei nee op **5 dagen per week op tijd op mijn werk komen**" in noor.text
