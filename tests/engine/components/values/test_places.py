"""Municipalities by the places in them."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("Beesd", "refine_practical", ["West Betuwe"]),
        ("ik woon in dreumel", "refine_practical", ["West Maas en Waal"]),
        ("geldermalsen", "refine_practical", ["West Betuwe"]),
        ("ik woon in gelderm", "refine_practical", ["West Betuwe"]),
        ("zaltbomel", "refine_practical", ["Zaltbommel"]),
        ("in Culemburg graag", "refine_practical", ["Culemborg"]),
        ("west maas-en waal", "refine_practical", ["West Maas en Waal"]),
        ("kesteren of Ophusden", "refine_practical", ["Neder-Betuwe", "Neder-Betuwe"]),
        ("Tiel of Zaltbommel", "refine_practical", ["Tiel", "Zaltbommel"]),
        ("niet Tiel maar Buren", "refine_practical", ["Buren"]),
        ("in Tiel niet, in Buren", "refine_practical", ["Buren"]),
        ("nee, ik bedoel Culemborg", "refine_practical", ["Culemborg"]),
        ("ik woon in buren", "find_instrument", ["Buren"]),
        ("buren", "refine_practical", ["Buren"]),
        ("alphen", "refine_practical", ["West Maas en Waal"]),
        ("kln uit Velddriel", "find_instrument", ["Maasdriel"]),
        ("ik wil iets in Est", "refine_practical", ["West Betuwe"]),
        ("Van Tiel naar Buren kan ik fietsen", "refine_practical", ["Tiel", "Buren"]),
        ("Deil of omgeving", "refine_practical", ["West Betuwe"]),
        ("jongeren, en dan West Maas en Waal", "refine_practical", ["West Maas en Waal"]),
        ("haal Tiel weg, hij woont in Buren", "refine_practical", ["Buren"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("gemeente", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik heb ruzie met de buren", "find_instrument"),
        ("mijn buren maken lawaai", "find_instrument"),
        ("ik begin meteen", "refine_practical"),
        ("in de ochtend kan ik", "refine_practical"),
        ("alphen aan den rijn", "refine_practical"),
        ("het gaat wel", None),
        ("ik woon in utrecht", "refine_practical"),
        ("Goedemiddag, u spreekt met mevrouw Van Tiel", "greet"),
        ("Hallo, Van Maurik hier", "greet"),
        ("Mijn oude chef, Rossum heette hij, schold mij uit", "find_instrument"),
        ("overal behalve Tiel", "refine_practical"),
        ("nijmegen is ook goed", "refine_practical"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("gemeente", text, intent) == []


@pytest.mark.parametrize("text", ["filter op buren en culemborg", "culemborg of buren"])
def test_a_word_beside_a_place_is_one(text: str) -> None:
    assert sorted(map(str, hear("gemeente", text, "refine_practical"))) == ["Buren", "Culemborg"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hoe laat gaat de bus van Tiel naar Ochten", "out_of_scope"),
        ("mail de teamleider bij de winkel in Tiel", "third_party_score"),
        ("twee van mijn klanten haakten af", "find_instrument"),
    ],
)
def test_where_no_help_is_sought(text: str, intent: str) -> None:
    assert hear("gemeente", text, intent) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("niet in Tiel of Culemborg", []),
        ("alles behalve Tiel en Buren", []),
        ("buiten Tiel", []),
        ("Tiel mag niet", []),
        ("niet in Tiel en Culemborg wel", ["Culemborg"]),
        ("niet in Tiel, Culemborg is prima", ["Culemborg"]),
    ],
)
def test_a_no_is_to_all_that_it_is_said_of(text: str, expected: list[str | int | float]) -> None:
    assert hear("gemeente", text, "refine_practical") == expected


def test_a_place_that_is_a_word_too_behind_an_age() -> None:
    assert hear("gemeente", "vr 58 buren, rugklachten", "find_instrument") == ["Buren"]
    assert hear("gemeente", "vr 58, ruzie met buren, schulden", "find_instrument") == []
