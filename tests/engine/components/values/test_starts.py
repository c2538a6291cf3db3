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
        ("cl wil per jan iets met koken", "find_instrument", ["januari"]),
        ("na de bouwvak", "refine_practical", ["na de bouwvak"]),
        ("na de herfstvakantie pas", "refine_practical", ["na de herfstvakantie"]),
        ("na de zomer wil ik daarmee aan de gang", "find_instrument", ["na de zomer"]),
        ("volgend jaar pas, dit jaar is al vol", "refine_practical", ["volgend jaar"]),
        ("zo snel mogelijk aub", "find_instrument", ["zo snel mogelijk"]),
        ("per 1 nov", "refine_practical", ["1 november"]),
        ("over een maand", "refine_practical", ["over een maand"]),
        ("eind volgende maand", "refine_practical", ["eind volgende maand"]),
        ("pas in de herfst", "refine_practical", ["de herfst"]),
        ("zodra het kan", "refine_practical", ["zodra het kan"]),
        ("overmorgen starten", "refine_practical", ["overmorgen"]),
        ("kan maandag beginnen", "refine_practical", ["maandag"]),
        ("start over een week of drie", "refine_practical", ["over een week of drie"]),
        ("over 'n maand", "refine_practical", ["over een maand"]),
        ("rond de kerst beginnen", "refine_practical", ["rond de kerst"]),
        ("start januari 2027", "refine_practical", ["januari 2027"]),
        ("iets dat meteen kan", "refine_practical", ["meteen"]),
        ("wk 36 instromen", "refine_practical", ["week 36"]),
        ("in het eerste kwartaal", "refine_practical", ["het eerste kwartaal"]),
        ("ná de meivakantie", "refine_practical", ["na de meivakantie"]),
        ("na de oogst, zeg november", "refine_practical", ["november"]),
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
        ("sinds september last van mijn rug", "find_instrument"),
        ("in januari weggestuurd door mijn baas", "find_instrument"),
        ("ik wil zo snel mogelijk aan het werk", "find_instrument"),
        ("in een half jaar klaar, nu starten", "refine_practical"),
        ("ik wil volgende week beginnen met lezen", "set_goal"),
        ("kan ik meteen beginnen", "instrument_details"),
        ("gratis, potje is leeg tot jan", "refine_practical"),
        ("het budget van dit jaar", "refine_practical"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("start", text, intent) == []


@pytest.mark.parametrize(
    ("text", "intent", "start"),
    [
        ("dan gelijk volgende week beginnen", "refine_practical", "volgende week"),
        ("kan pas na 1 apr instromen", "refine_practical", "na 1 april"),
        ("hij kan pas derde week januari", "refine_practical", "derde week januari"),
        ("zsm, de uitkering stopt half maart", "refine_practical", "zo snel mogelijk"),
        ("nog deze mnd, uitstroom binnen een half jaar", "refine_practical", "deze maand"),
        ("per direct iets nodig", "find_instrument", "per direct"),
        ("een cursus die morgen al begint", "find_instrument", "morgen"),
    ],
)
def test_the_start_and_not_the_end(text: str, intent: str, start: str) -> None:
    assert hear("start", text, intent) == [start]


def test_a_new_beginning_in_a_story_is_no_start() -> None:
    assert hear("start", "elke maandag begin ik opnieuw", "find_instrument") == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("ik wil er binnen twee maanden vanaf zijn", "refine_practical", []),
        ("over zes weken moet het klaar zijn", "refine_practical", []),
        ("vorige keer moest ik 3 maanden wachten, nu graag meteen", "refine_practical", ["meteen"]),
        ("dichtbij, en meteen", "refine_practical", ["meteen"]),
        ("gratis. en direct graag", "refine_practical", ["direct"]),
        ("het liefst gelijk", "refine_practical", ["gelijk"]),
        ("najaar is goed", "refine_practical", ["najaar"]),
        ("zomer mag ook", "refine_practical", ["zomer"]),
        ("lente graag", "refine_practical", ["lente"]),
        ("winter kan, eerder lukt niet", "refine_practical", ["winter"]),
        ("voorjaar.", "refine_practical", ["voorjaar"]),
        ("wel meteen he, niet pas over een half jaar", "refine_practical", ["meteen"]),
        ("ik werk alleen in de zomer in de pluk", "find_instrument", []),
    ],
)
def test_a_moment_by_itself(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("start", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("iets met hout, en dan volgende week", "find_instrument", ["volgende week"]),
        ("gratis en snel, maandag al", "find_instrument", ["maandag"]),
        ("ik zit thuis en dan volgende week moet ik weg", "find_instrument", []),
    ],
)
def test_at_the_end_of_a_story(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("start", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("start voor januari", "voor januari"),
        ("moet vóór 1 nov beginnen", "voor 1 november"),
        ("niet voor januari", "januari"),
        ("geen wachtlijst", "geen wachtlijst"),
    ],
)
def test_the_latest_moment(text: str, start: str) -> None:
    assert hear("start", text, "refine_practical") == [start]
