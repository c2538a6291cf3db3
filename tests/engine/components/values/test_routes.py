"""Which route comes first."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("eerst rust", "find_instrument", ["life_first"]),
        ("Rust en orde thuis", "find_instrument", ["life_first"]),
        ("sterker worden voor werk", "find_instrument", ["human_capital_first"]),
        ("ik wil eerst leren", "find_instrument", ["human_capital_first"]),
        ("snel werk zoeken", "find_instrument", ["work_first"]),
        ("geen hulp bij schulden maar wel werk", "find_instrument", ["work_first"]),
        ("work first", "find_instrument", ["work_first"]),
        ("ik wil werken", "find_instrument", ["work_first"]),
        ("voor deze cl life first traject", "find_instrument", ["life_first"]),
        ("lifefirst graag", "refine_practical", ["life_first"]),
        ("life-first in Tiel", "refine_practical", ["life_first"]),
        ("HC first", "refine_practical", ["human_capital_first"]),
        ("leefsituatie eerst", "find_instrument", ["life_first"]),
        (
            "niet op work first maar op human capital first",
            "find_instrument",
            ["human_capital_first"],
        ),
        ("route C", "refine_practical", ["work_first"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("route", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wat is life first", "explain_term"),
        ("ik word thuis geslagen", "crisis"),
        ("hoe werk jij", "help"),
        ("leren omgaan met stress", "find_instrument"),
        ("ik wil niet meteen werken", "find_instrument"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("route", text, intent) == []
