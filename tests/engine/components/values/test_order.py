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


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        (
            "schulden moeten eerst aangepakt, werk is nu niet haalbaar",
            "refine_practical",
            ["life_first"],
        ),
        ("opleiding heeft prioriteit boven werk", "refine_practical", ["human_capital_first"]),
        ("volgorde: werk, dan pas scholing", "refine_practical", ["work_first"]),
        ("school staat op plek 1, baan komt daarna", "refine_practical", ["human_capital_first"]),
        ("taal, dan pas werk", "refine_practical", ["human_capital_first"]),
        ("diploma gaat boven werk", "refine_practical", ["human_capital_first"]),
        ("mijn gezin gaat voor werk", "refine_practical", ["life_first"]),
        ("werk heeft voorrang op een cursus", "refine_practical", ["work_first"]),
        ("geen baan voordat mijn schulden weg zijn", "refine_practical", ["life_first"]),
        ("niet solliciteren voor ik een huis heb", "refine_practical", ["life_first"]),
        ("alleen leren nu, werken komt later", "refine_practical", ["human_capital_first"]),
        (
            "eerst oefenen met rekenen, vacatures daarna",
            "refine_practical",
            ["human_capital_first"],
        ),
        (
            "hij moet eerst bijspijkeren, bemiddelen kan wachten",
            "find_instrument",
            ["human_capital_first"],
        ),
        ("eerst rust in huis, re-integratie staat on hold", "find_instrument", ["life_first"]),
        ("werk bovenaan, opleiding later wel", "find_instrument", ["work_first"]),
        ("cursussen hoef ik niet, eerst baantje", "refine_practical", ["work_first"]),
        ("regelrecht naar werk, leren kan later nog", "find_instrument", ["work_first"]),
        ("stap 1 is mijn woning, stap 2 werk", "refine_practical", ["life_first"]),
        ("de therapie loopt eerst, werk even niet", "refine_practical", ["life_first"]),
        ("kind ziek dus werken lukt nu niet", "find_instrument", []),
        ("mijn zoon gaat voor werk naar polen", "find_instrument", []),
        ("ik ga nu naar school en werk in de winkel", "find_instrument", []),
        ("mijn vrouw staat boven mijn werk te schreeuwen", "find_instrument", []),
        ("hij zorgt voor zijn moeder en komt later op zijn werk", "find_instrument", []),
        ("ik heb een opleiding gedaan en ging later werken", "find_instrument", []),
        (
            "ik wil eerst mijn rijbewijs, werk komt daarna wel",
            "find_instrument",
            ["human_capital_first"],
        ),
        (
            "nu eerst de scheiding afwikkelen, een baan is iets voor later",
            "find_instrument",
            ["life_first"],
        ),
        ("eerst aan de slag, bijleren kan altijd nog", "refine_practical", ["work_first"]),
        (
            "gezondheid staat voorop, werk is van latere zorg",
            "find_instrument",
            ["human_capital_first"],
        ),
        ("zonder vaste woning geen baan, dus dat eerst", "refine_practical", ["life_first"]),
        (
            "inburgeren eerst, solliciteren pas als ze taal heeft",
            "find_instrument",
            ["human_capital_first"],
        ),
        ("focus nu op schulden, participatie schuiven we door", "refine_practical", ["life_first"]),
        ("ik begin liever met werken, school zie ik later wel", "refine_practical", ["work_first"]),
    ],
)
def test_order_in_other_ways(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("route", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        (
            "ik wil eerst goed met taal en rekenen om kunnen gaan, daarna solliciteren",
            "find_instrument",
            ["human_capital_first"],
        ),
        (
            "eerst goed kunnen omgaan en leren samenwerken, daarna werken",
            "find_instrument",
            ["human_capital_first"],
        ),
        (
            "eerst mijn huur geregeld, een baan daar denk ik pas daarna aan",
            "find_instrument",
            ["life_first"],
        ),
        ("school afmaken en dan werken, niet andersom", "find_instrument", ["human_capital_first"]),
        ("school afmaken en dan werken", "find_instrument", []),
    ],
)
def test_what_goes_on_and_what_is_meant(
    text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear("route", text, intent) == expected
