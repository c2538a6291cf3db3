"""Grades for an instrument and levels of a goal."""

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
        ("+1", None, [1]),
        ("min een deze week denk ik", "checkin_score", [-1]),
        ("doe maar plus twee", "checkin_score", [2]),
        ("nul", "checkin_score", [0]),
        ("nee dat was een 2 geen 1", "correct_score", [2]),
        ("niet plus twee maar plus een", "correct_score", [1]),
        ("van 0 naar 1", "checkin_score", [1]),
        ("geef maar een 2 op de schaal", "checkin_score", [2]),
        ("blijft op 0 staan", "checkin_score", [0]),
        ("niveau nul", None, [0]),
    ],
)
def test_level(text: str, intent: str | None, expected: list[int]) -> None:
    assert hear("level", text, intent) == expected


@pytest.mark.parametrize("text", ["3x te laat", "twee brieven gestuurd", "week 3", "2 uur te laat"])
def test_no_level(text: str) -> None:
    assert hear("level", text, "checkin_score") == []
