"""When it has to start."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("moet deze maand starten", "refine_practical", ["deze maand"]),
        ("ik kan pas in september beginnen", "refine_practical", ["september"]),
        ("zsm", "refine_practical", ["zo snel mogelijk"]),
        ("beginnen in jan", "refine_practical", ["januari"]),
        ("start volgende week", "refine_practical", ["volgende week"]),
        ("na de zomer pas", "refine_practical", ["na de zomer"]),
        ("begin maart starten", "refine_practical", ["begin maart"]),
        ("over 2 wkn kan ik beginnen", "refine_practical", ["over 2 weken"]),
        ("wat start er in september", "find_instrument", ["september"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("start", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hij gaat in september naar school", "find_instrument"),
        ("ik heb volgende week een gesprek", "find_instrument"),
        ("ik word meteen boos", "find_instrument"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("start", text, intent) == []
