"""Which route comes first, by an order in plain words."""

import pytest
from hear import hear

FIRST = {
    "life_first": ["mijn schulden", "een huis", "rust thuis", "van de drank af", "de opvang"],
    "human_capital_first": [
        "een diploma",
        "nederlands leren",
        "school",
        "een cursus",
        "fit worden",
    ],
    "work_first": ["een baan", "aan het werk", "solliciteren", "plaatsen"],
}
LATER = {"life_first": "werk", "human_capital_first": "werken", "work_first": "scholing"}
CASES = [(route, said) for route, words in FIRST.items() for said in words]


@pytest.mark.parametrize(("route", "first"), CASES)
@pytest.mark.parametrize(
    "text",
    [
        "eerst {first}, dan pas {later}",
        "{first} eerst en dan {later}",
        "ik wil eerst {first}. daarna {later}",
        "{first} gaat voor, {later} daarna",
        "begin met {first}, {later} volgt wel",
        "{first} heeft voorrang, {later} komt later wel",
    ],
)
@pytest.mark.parametrize("intent", ["find_instrument", "refine_practical"])
def test_said(text: str, first: str, route: str, intent: str) -> None:
    assert hear("route", text.format(first=first, later=LATER[route]), intent) == [route]


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("dat moet eerst geregeld en dan pas een baan", "life_first"),
        ("pas werken als mijn schulden weg zijn", "life_first"),
        ("pas aan het werk na een opleiding", "human_capital_first"),
        ("eerst de kinderen op orde voordat ik ga werken", "life_first"),
        ("eerst school, de rest zien we dan wel", "human_capital_first"),
    ],
)
def test_said_in_other_ways(text: str, route: str) -> None:
    assert hear("route", text, "refine_practical") == [route]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik heb eerst op school gezeten en daarna gewerkt", "find_instrument"),
        ("eerst was ik kok en daarna ging ik werken in de bouw", "find_instrument"),
        ("ik hoef niet eerst een cursus en dan werk", "refine_practical"),
        ("ik moet eerst naar de dokter, dan bel ik", "find_instrument"),
        ("ik kan pas werken als de kinderen naar school zijn", "find_instrument"),
        ("doel: eerst rijbewijs en dan werk zoeken", "set_goal"),
    ],
)
def test_not_said(text: str, intent: str) -> None:
    assert hear("route", text, intent) == []
