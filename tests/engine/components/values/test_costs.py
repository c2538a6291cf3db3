"""What it may cost at most."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("gratis graag", "refine_practical", [0]),
        ("het mag niks kosten", "refine_practical", [0]),
        ("max 500 euro", "refine_practical", [500]),
        ("hooguit € 300", "refine_practical", [300]),
        ("onder de 750 euro", "refine_practical", [750]),
        ("max €1.250,-", "refine_practical", [1250]),
        ("tweehonderd euro is echt max", "refine_practical", [200]),
        ("niet meer dan 1200 euro pp", "refine_practical", [1200]),
        ("kosten onder de 500 graag", "refine_practical", [500]),
        ("traject in Tiel, max 800 euro", "find_instrument", [800]),
        ("onder de honderd euro", "refine_practical", [100]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("max_kosten", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik heb 5000 euro schuld", "find_instrument"),
        ("max 12 weken", "refine_practical"),
        ("hij was tot 2009 kok", "find_instrument"),
        ("is dat gratis", "instrument_details"),
        ("wij hebben 3 kinderen", "find_instrument"),
        ("max 8 weken en in Tiel", "refine_practical"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("max_kosten", text, intent) == []
