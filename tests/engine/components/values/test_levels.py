"""Scores on a goal's scale."""

import pytest
from hear import hear


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


@pytest.mark.parametrize(
    "text",
    [
        "score {}",
        "level {} vr Bilal",
        "niveau {} denk ik",
        "Noor staat op {}",
        "Noor {}",
        "Noor: {}",
        "20418 = {}",
        "zet mij maar op {} deze week",
        "blijft op {} hangen",
        "van 1 naar {} gegaan",
        "een {} want ik was er elke dag",
        "een dikke {} voor Noor",
        "ze geeft zichzelf een {}",
        "{} van de 5",
        "de teller staat op {} van de vijf",
        "{} op sollicitatie",
        "{}",
    ],
)
@pytest.mark.parametrize(
    ("said", "score"), [("2", 2), ("twee", 2), ("3", 3), ("4", 4), ("vijf", 5)]
)
def test_said_as_a_score(text: str, said: str, score: int) -> None:
    """Up to 3 it is a level, above it a grade."""
    kind, other = ("level", "cijfer") if score <= 3 else ("cijfer", "level")
    assert hear(kind, text.format(said), "checkin_score") == [score]
    assert hear(other, text.format(said), "checkin_score") == []


@pytest.mark.parametrize(
    ("text", "level"), [("n tweetje", 2), ("het derde vakje", 3), ("weer een eentje", 1)]
)
def test_said_with_a_smile(text: str, level: int) -> None:
    assert hear("level", text, "checkin_score") == [level]


@pytest.mark.parametrize(
    "text",
    [
        "3x te laat",
        "twee brieven gestuurd",
        "2 uur te laat",
        "ik heb er 6 gestuurd deze maand",
        "op 3 oktober was ik ziek",
        "om half 9 opgestaan",
        "2 van de 3 dagen geweest",
        "op 2 dagen gewerkt",
        "doel 2 ging goed",
        "al 3 ochtenden in plaats van 1",
        "fase 3",
    ],
)
def test_counted(text: str) -> None:
    """What is counted is no score."""
    assert hear("level", text, "checkin_score") == hear("cijfer", text, "checkin_score") == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("zijn begeleider komt uit op een 2", 2),
        ("de voorman geeft haar een 0 mee", 0),
        ("haar baas scoort 1", 1),
    ],
)
def test_given_by_somebody_else(text: str, level: int) -> None:
    assert hear("level", text, "third_party_score") == [level]


def test_how_many_links_is_no_score() -> None:
    assert hear("level", "stuur 2 begeleiders een link", "third_party_score") == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("doel erbij: mevr Jansen - 2 brieven per week", "set_goal", []),
        ("schuld van 300 euro plus 3 maanden energie", "find_instrument", []),
        ("ik ging weer slechter, -1", "checkin_score", [-1]),
        ("min een deze week", "checkin_score", [-1]),
        ("- 1 dus", "checkin_score", [-1]),
        ("dit keer - 1", "checkin_score", [-1]),
    ],
)
def test_a_dash_or_a_plus_is_no_sign(
    text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear("level", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("0 gewoon", "checkin_score", [0]),
        ("1 had ik moeten invullen", "correct_score", [1]),
        ("2 zoals we hadden bedacht", "checkin_score", [2]),
        ("mijn dochter had een 3 op school", "checkin_score", []),
    ],
)
def test_at_the_head_or_of_school(
    text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear("level", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("ik haalde een 8 voor mijn rijexamen", "checkin_score", []),
        ("mijn zoon kreeg een 9", "checkin_score", []),
    ],
)
def test_a_grade_of_school_is_none(
    text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear("cijfer", text, intent) == expected
