"""Grades for an instrument."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("ik geef het een 7", "rate_instrument", [7]),
        ("6,5", "rate_instrument", [6.5]),
        ("een dikke acht", "rate_instrument", [8]),
        ("cijfer 4", None, [4]),
        ("een 6 op een schaal van 10", "rate_instrument", [6]),
        ("acht min", "rate_instrument", [8]),
        ("7,5 voor de training", "rate_instrument", [7.5]),
        ("zeven en een half", "rate_instrument", [7.5]),
        ("8/10", "rate_instrument", [8]),
        ("een 8 van de 10", "rate_instrument", [8]),
        ("een drietje", "rate_instrument", [3]),
        ("van 1 tot 10 geef ik de naaigroep een 9", "rate_instrument", [9]),
        ("als cijfer een vier", "rate_instrument", [4]),
        ("prima geregeld, 7je", "rate_instrument", [7]),
        ("3 sterren van 10", "rate_instrument", [3]),
        ("een 7 van mij en een 8 van de klant", "rate_instrument", [7, 8]),
        ("was een 8, nu een 5", "rate_instrument", [5]),
        ("geef maar 2 punten aan die jobhunter", "rate_instrument", [2]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("cijfer", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik kwam 2 keer", "rate_instrument"),
        ("ik heb 3 kinderen", "find_instrument"),
        ("een 11", "rate_instrument"),
        ("een onvoldoende", "rate_instrument"),
        ("ik heb 4 brieven verstuurd", "checkin_score"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("cijfer", text, intent) == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("ze kunnen op een zes rekenen", "rate_instrument", [6]),
        ("hij mag een 7 noteren", "rate_instrument", [7]),
        ("zal op een 5 uitkomen", "rate_instrument", [5]),
    ],
)
def test_before_a_verb(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("cijfer", text, intent) == expected


def test_with_a_verb_behind_it() -> None:
    assert hear("cijfer", "ik wil de training met een 4 beoordelen", "rate_instrument") == [4]
