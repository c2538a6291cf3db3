"""How it went."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("slechter", "checkin_score", ["worse"]),
        ("hetzelfde als eerst", "checkin_score", ["start"]),
        ("beetje beter", "checkin_score", ["better"]),
        ("doel gehaald", "checkin_score", ["goal"]),
        ("meer dan afgesproken", "checkin_score", ["more"]),
        ("beter dan afgesproken", "checkin_score", ["more"]),
        ("stapje vooruit", "find_instrument", ["better"]),
        ("Noor zit boven haar doel", "set_goal", ["more"]),
        ("slegter deze week", "checkin_score", ["worse"]),
        ("doel is binnen", "checkin_score", ["goal"]),
        ("staat weer bij start", "checkin_score", ["start"]),
        ("slechter dan bij de start", "checkin_score", ["worse"]),
        ("nog precies waar ik begon", "checkin_score", ["start"]),
        ("we zitten op het beginpunt", "progress_show", ["start"]),
        ("doelstelling ruim overtroffen", "goals_list", ["more"]),
        ("meer gedaan dan we zeiden", "checkin_score", ["more"]),
        ("haalde me doel op me sloffen", "checkin_score", ["goal"]),
        ("ik ga naar achter", "checkin_score", ["worse"]),
        ("stukje dichterbij mijn doel", "checkin_score", ["better"]),
        ("het gaat de verkeerde kant op", "checkin_score", ["worse"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("direction", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("niet gelukt", "checkin_score"),
        ("ik wil beter nederlands", "find_instrument"),
        ("0 van mij, nog niks geprobeerd", "checkin_score"),
        ("ik bedoelde niet slechter", "correct_score"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("direction", text, intent) == []
