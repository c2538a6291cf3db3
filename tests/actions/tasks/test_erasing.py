"""Everything is erased for who asks for that; on thin words it is asked what is meant."""

import pytest

from doelenmeter.tables import Goal
from tests.actions.talk import Talk

ERASES = "Ik wil mijn gegevens wissen"


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("haal ab weg", 0.84),
        ("ik wil weg van alles", 0.95),
        ("ik gooi alles weg", 1.0),
        ("ik smijt alles weg", 0.97),
        ("weg met alles", 0.97),
        ("veeg het uit", 0.83),
    ],
)
def test_thin_words_are_asked_back(client: Talk, text: str, confidence: float) -> None:
    client.types(text, "privacy_delete", confidence=confidence)

    assert client.said[-1] == "utter_which_meaning"
    assert client.titles == [ERASES, "Ik vertel wat er speelt", "Ik wil iemand spreken"]
    client.presses(ERASES)
    assert client.said[-1] == "utter_ask_erase_person"


@pytest.mark.parametrize(
    "text",
    [
        "verwijder mijn gegevens",
        "wis alles",
        "gooi alles weg",
        "haal alles weg",
        "haal mijn naam weg",
        "ik wil alles weg",
        "ik gooi weg wat ik van mij vertelde, bewaar niets",
    ],
)
def test_a_plain_wish_is_asked_for_a_yes(client: Talk, text: str) -> None:
    client.types(text, "privacy_delete")

    assert client.said[-1] == "utter_ask_erase_person"


def test_a_doubtful_wish_that_names_what_is_kept_is_plain(client: Talk) -> None:
    client.types("mijn gegevens eruit", "privacy_delete", confidence=0.81)

    assert client.said[-1] == "utter_ask_erase_person"


def test_a_coach_who_speaks_of_a_client_is_not_erased(coach: Talk, client: Talk) -> None:
    coach.types("verwijder Rafiq", "privacy_delete")

    assert coach.said[-1] == "utter_which_meaning"
    assert coach.titles == [ERASES, "Ik vertel wat er speelt"]


def test_in_a_check_in_the_question_comes_again(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("ik gooi alles weg", "privacy_delete")

    assert agreed.said == ["utter_which_meaning", "utter_ask_score"]
