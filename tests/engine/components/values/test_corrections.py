"""What is taken back in the same message."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("entity", "text", "intent", "expected"),
    [
        ("dag", "op vrijdag eh nee toch zaterdag vragen", "change_prompt_time", ["zaterdag"]),
        ("level", "die min 1 was fout, het was 0", "correct_score", [0]),
        ("cijfer", "ik denk een acht. Nee, doe maar negen.", "rate_instrument", [9]),
        (
            "gemeente",
            "kan het in Tiel, eh nee wacht in Asperen",
            "refine_practical",
            ["West Betuwe"],
        ),
        ("max_kosten", "max 100 euro, sorry, max 200 euro", "refine_practical", [200]),
        ("instrument", "doe de eerste, of nee, de derde", "choose", ["3"]),
    ],
)
def test_the_later_counts(
    entity: str, text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear(entity, text, intent) == expected


@pytest.mark.parametrize(
    ("entity", "text", "intent", "expected"),
    [
        ("dag", "dinsdag of donderdag", "change_prompt_time", ["dinsdag", "donderdag"]),
        ("gemeente", "Tiel of Zaltbommel", "refine_practical", ["Tiel", "Zaltbommel"]),
        ("instrument", "nee wacht, wat kosten 1 en 2", "instrument_details", ["1", "2"]),
    ],
)
def test_several_may_be_meant(
    entity: str, text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear(entity, text, intent) == expected
