"""Days."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("liever op dinsdag", "change_prompt_time", ["dinsdag"]),
        ("dinsdach", "change_prompt_time", ["dinsdag"]),
        ("donderdagavond", "change_prompt_time", ["donderdag"]),
        ("do", "change_prompt_time", ["donderdag"]),
        ("niet op vrijdag maar op zondag", "change_prompt_time", ["zondag"]),
        ("morgenochtend", "change_prompt_time", ["morgen"]),
        ("kan dat vandaag nog", None, ["vandaag"]),
        ("zatterdag graag", "change_prompt_time", ["zaterdag"]),
        ("van maandag naar woensdag", "change_prompt_time", ["woensdag"]),
        ("maandag werk ik, doe maar vrijdag", "change_prompt_time", ["vrijdag"]),
        ("kan mijn coach vandaag niet even bellen", "human_contact", ["vandaag"]),
        ("waarom altijd op zaterdag?? doe maandag", "change_prompt_time", ["maandag"]),
        ("vrijdg 10 uur", "change_prompt_time", ["vrijdag"]),
        ("het op de dinsdag en niet op de maandag", "change_prompt_time", ["dinsdag"]),
        ("nu krijg ik het op maandag, ik wil vrijdag", "change_prompt_time", ["vrijdag"]),
        ("van dinsdag 9 uur naar vrijdag 14 uur", "change_prompt_time", ["vrijdag"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("dag", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("vr 52, Culemborg", "find_instrument"),
        ("goedemorgen", "greet"),
        ("morgen!", "greet"),
        ("zo vroeg lig ik nog in bed", "change_prompt_time"),
        ("ik do wat ik kan", "find_instrument"),
        ("begint elke maandag vol moed", "find_instrument"),
        ("tot morgen", "bye"),
        ("maandag ging het slecht", "checkin_score"),
        ("dinsdag past niet", "change_prompt_time"),
        ("kan maandag beginnen", "refine_practical"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("dag", text, intent) == []
