"""From a plain question to a stored choice, for each kind of visitor."""

import json

from catalogue.search import Reason
from tests.conversations.visitor import (
    APPLYING_AND_DEBTS,
    DEBTS,
    DEBTS_CHIP,
    FIRST_QUESTION,
    RIGHT,
    ROUTES,
    UNSURE,
    Visitor,
)

ARGUMENT = "omdat ik dan niet meer alleen ben met die brieven"


def test_a_client_tells_what_is_wrong_and_chooses(client: Visitor) -> None:
    client.opens()
    assert "computer" in client.text
    assert "zonder je naam" in client.text

    client.says(DEBTS)
    assert client.chips == ["geldzorgen, opvang of vervoer"]
    client.presses(RIGHT)
    assert FIRST_QUESTION in client.text
    client.presses(ROUTES[0]).to_the_list()
    assert 2 <= len(client.listed) <= 5
    assert f"Omdat je zei: “{DEBTS}”" in client.text
    first = client.listed[0]

    client.says("wat kost de eerste")
    assert first in client.text
    assert "gratis voor jou" in client.text
    client.presses("Ik kies deze")
    assert "eigen woorden" in client.text
    client.says(ARGUMENT)
    assert "Sanne" in client.text
    client.presses("Stuur mij de lijst")
    assert client.listed[0] == first
    assert client.replies[0]["custom"] == {"list": True}
    client.presses("Klaar")
    assert "Tot ziens" in client.text

    (choice,) = client.choices
    assert choice["argument"] == ARGUMENT
    assert choice["advised"] is True
    assert choice["person_id"] is None
    assert choice["route"] == "A"
    assert choice["kenmerken"] == ["3.3"]
    assert choice["instrument"] == choice["shown"][0]["code"]
    assert {"kind": "kenmerk", "value": "3.3"} in choice["shown"][0]["reasons"]
    assert choice["catalogue_version"]
    assert not choice["known"]["said"]


def test_the_list_that_was_on_the_screen_is_stored(anonymous: Visitor) -> None:
    anonymous.advised()

    advice = anonymous.advice
    assert advice is not None
    assert len(advice.shown) == len(anonymous.listed)
    assert all(Reason("route", "A") in shown.reasons for shown in advice.shown)
    assert advice.person_id is None


def test_a_coach_types_a_case_and_gets_the_result_at_once(coach: Visitor) -> None:
    coach.says("man 45, Tiel, schulden, hooguit 26 weken")
    assert any("geldzorgen" in chip for chip in coach.chips)
    assert "in Tiel" in coach.chips
    assert "hooguit 26 weken" in coach.chips
    assert coach.text.index("Doel:") < coach.text.index("**1.")
    assert "€" in coach.text
    assert "Past op" in coach.text

    coach.says("ik kies de eerste")
    assert "kiezen jullie dit" in coach.text
    coach.says("thuis is voor hem het makkelijkst")

    (choice,) = coach.choices
    assert choice["argument"] == "thuis is voor hem het makkelijkst"
    assert choice["known"]["gemeente"] == "Tiel"
    assert choice["known"]["max_weeks"] == 26
    assert choice["instrument"] == choice["shown"][0]["code"]


def test_somebody_unknown_compares_and_chooses_the_second(anonymous: Visitor) -> None:
    anonymous.advised()
    first, second = anonymous.listed[:2]

    anonymous.presses("Vergelijk 1 en 2")
    assert anonymous.text.count(f"{first}:") == anonymous.text.count(f"{second}:") == 8
    anonymous.presses(f"Ik kies {second}")
    assert second in anonymous.text
    anonymous.presses("Zeg ik liever niet")
    assert "met je coach" in anonymous.text
    anonymous.presses("Nee, klaar")

    (choice,) = anonymous.choices
    assert choice["instrument"] == choice["shown"][1]["code"]
    assert choice["argument"] is None


def test_a_whole_story_at_once_needs_few_questions(anonymous: Visitor) -> None:
    anonymous.says("ik heb schulden, ik woon in Tiel en ik wil eerst rust")
    anonymous.presses(RIGHT)

    assert anonymous.listed
    assert "Tiel" in anonymous.text


def test_the_choice_is_shown_by_the_command(anonymous: Visitor) -> None:
    anonymous.advised().says("ik kies de eerste", ARGUMENT)

    shown = json.loads(anonymous.stack.command("choices", "--last", "--json"))
    assert shown["conversation_id"] in anonymous.conversations
    assert shown["argument"] == ARGUMENT


def test_a_chip_that_is_pressed_away_is_not_advised(anonymous: Visitor) -> None:
    anonymous.says(APPLYING_AND_DEBTS)
    anonymous.presses(DEBTS_CHIP)
    assert "haal ik weg" in anonymous.text
    anonymous.agrees().presses(ROUTES[2]).to_the_list(UNSURE)

    assert anonymous.advice is not None
    assert anonymous.advice.known.wanted == {"4.1"}
    assert "3.3" in anonymous.advice.known.refused
