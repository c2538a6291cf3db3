"""Danger at any turn: who to call, no menu, and nobody is told without a yes."""

import pytest

from caseload.models import Role
from tests.conversations.conftest import Visit
from tests.conversations.visitor import DEBTS, RIGHT, ROUTES, Visitor

DANGER = "ik wil dood"
NO_DANGER = "Er is geen gevaar"
TELL = ["Ja, laat het weten", "Nee, vertel niets", NO_DANGER]
NUMBERS = ("112", "113", "0800-0113", "0800-2000")


def in_danger(visitor: Visitor, said: str = DANGER) -> Visitor:
    visitor.says(said)
    assert all(number in visitor.text for number in NUMBERS)
    assert visitor.buttons in ([NO_DANGER], TELL)
    return visitor


@pytest.mark.parametrize("said", [DANGER, "mijn man slaat mij", "ik doe mezelf iets aan"])
def test_as_the_first_words(anonymous: Visitor, said: str) -> None:
    in_danger(anonymous, said)

    assert "hand" not in anonymous.text
    assert anonymous.requests == []


def test_at_the_chips(anonymous: Visitor) -> None:
    in_danger(anonymous.says(DEBTS))

    assert anonymous.requests == []


def test_at_a_question(anonymous: Visitor) -> None:
    in_danger(anonymous.says(DEBTS).presses(RIGHT))


def test_over_the_list(anonymous: Visitor) -> None:
    in_danger(anonymous.advised())


def test_instead_of_a_reason(anonymous: Visitor) -> None:
    in_danger(anonymous.advised().says("ik kies de eerste"))

    assert anonymous.choices == []


def test_instead_of_a_sentence_for_the_coach(client: Visitor) -> None:
    in_danger(client.says("ik wil iemand spreken"))

    assert client.requests == []


def test_a_yes_tells_the_coach_first_of_all(client: Visitor, visit: Visit) -> None:
    client.says("ik wil iemand spreken", "gewoon")
    assert "Sanne" in in_danger(client).text
    client.presses("Ja, laat het weten")
    assert ("danger", "") in client.requests

    coach = visit(Role.COACH).says("hallo")
    heard = [reply["text"] for reply in coach.replies if "Rafiq" in reply["text"]]
    assert "nood" in heard[0]
    assert "“gewoon”" in heard[1]


def test_a_no_tells_nobody(client: Visitor) -> None:
    in_danger(client).says("nee")

    assert client.requests == []
    assert client.buttons == [NO_DANGER]
    client.says("ok")
    assert client.requests == []


@pytest.mark.parametrize(
    "words",
    [
        *("dankjewel", "weet ik niet", "hoe bedoel je", "wat gebeurt er als ik ja zeg?", "en nu?"),
        *("wat doet mijn coach dan?", "hoe heet mijn coach?", "wat moet ik nu doen?"),
    ],
)
def test_what_is_no_answer_keeps_the_question_open(client: Visitor, words: str) -> None:
    in_danger(client).says(words)

    assert client.requests == []
    assert client.buttons[-3:] == TELL


def test_afterwards_the_talk_goes_on_with_what_is_said(anonymous: Visitor) -> None:
    in_danger(anonymous).says(DEBTS)

    assert anonymous.chips == ["geldzorgen, opvang of vervoer"]


def test_afterwards_the_question_is_still_there(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT)
    in_danger(anonymous).says("ik wil meteen werk zoeken")

    assert anonymous.to_the_list().advice is not None
    assert anonymous.advice.known.route == "C"


@pytest.mark.parametrize(
    "words",
    ["ik ben nog bang", "ik durf niet te bellen", "kinderen ook", "ja hij is hier", "nee hij weg"],
)
def test_what_belongs_to_it_stays_there_and_the_answer_counts(client: Visitor, words: str) -> None:
    in_danger(client).says(words)
    assert "112" in client.text
    assert client.buttons == TELL
    assert client.requests == []

    client.says("ja")
    assert client.requests == [("danger", "")]


@pytest.mark.parametrize("words", ["we gaan verder", "ok door met de casus", "verder"])
def test_a_coach_goes_on_where_it_was(coach: Visitor, words: str) -> None:
    in_danger(coach.says("mw 34, Tiel, schulden"), "zij wil niet meer leven").says(words)
    assert "lijst staat hierboven" in coach.text

    coach.says("hooguit 10 weken")
    assert "hooguit 10 weken" in coach.chips


def test_a_case_with_danger_in_it_is_searched_when_its_coach_goes_on(coach: Visitor) -> None:
    in_danger(coach, "mw 34, Tiel, schulden, ex slaat haar").says("de politie is gebeld")
    assert "Goed dat er gebeld is" in coach.text
    in_danger(coach, "hij bedreigt haar nu weer").says("ok door met de casus")

    assert coach.listed
    assert "in Tiel" in coach.chips


def test_a_coach_is_not_left_alone_with_it(coach: Visitor) -> None:
    coach.says("mijn cliënt zegt dat hij zelfmoord wil plegen")

    assert all(number in coach.text for number in NUMBERS)
    assert "alleen" in coach.text
    assert coach.requests == []


def test_a_manner_of_speaking_is_no_danger(anonymous: Visitor) -> None:
    anonymous.says("ik ga dood van de stress voor dat gesprek")

    assert "112" not in anonymous.text
    assert ROUTES[0] not in anonymous.buttons
