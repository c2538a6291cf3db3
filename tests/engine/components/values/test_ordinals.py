"""Which instrument of the list."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("wat kost die tweede", "instrument_details", ["2"]),
        ("doe de laatste maar", "choose", ["last"]),
        ("ja doe 1", "affirm", ["1"]),
        ("ja, neem ik 3", "affirm", ["3"]),
        ("ja 1", "affirm", ["1"]),
        ("nummer 3", "choose", ["3"]),
        ("vergelijk 1 en 2", "compare", ["1", "2"]),
        ("de eerste en de derde", "compare", ["1", "3"]),
        ("optie twee", "choose", ["2"]),
        ("2e", "choose", ["2"]),
        ("die bovenste", "choose", ["1"]),
        ("de middelste", "choose", ["2"]),
        ("nr twee", "choose", ["2"]),
        ("optie b", "choose", ["2"]),
        ("nummer 1 en twee", "compare", ["1", "2"]),
        ("de eerste twee", "compare", ["1", "2"]),
        ("moet ik iets kunnen voor nummer drie", "find_instrument", ["3"]),
        ("de eerste, niet de tweede", "choose", ["1"]),
        ("die eerste van de lijst", "instrument_details", ["1"]),
        ("waarom niet de tweede", "why_this", ["2"]),
        ("de middelste van de drie", "choose", ["2"]),
        ("twee is goed voor mij", "choose", ["2"]),
        ("drie. hoeveel euro is dat", "instrument_details", ["3"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("instrument", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("de eerste keer ging het mis", "find_instrument"),
        ("ik heb 2 kinderen", "find_instrument"),
        ("de laatste tijd slaap ik slecht", "find_instrument"),
        ("doe die van 3 weken", "choose"),
        ("ja doe maar 2 keer", "affirm"),
        ("ja ik heb er 2", "affirm"),
        ("ja 2 keer", "affirm"),
        ("de een na laatste", "choose"),
        ("wat is het nummer 1 liedje van dit jaar", "out_of_scope"),
        ("de eerste keer gaf je meer", "more_options"),
        ("waarom kom je met deze 3", "why_this"),
        ("er zitten 2 tikfouten in de catalogus", "add_instrument"),
        ("is het 1 op 1", "instrument_details"),
        ("start 1 okt", "choose"),
        ("moet binnen 4 wkn", "compare"),
        ("van de vijf smileys kies ik nummer twee", "checkin_score"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("instrument", text, intent) == []


@pytest.mark.parametrize(
    ("text", "intent", "numbers"),
    [
        ("kies 9", "choose", ["9"]),
        ("meer over 7", "instrument_details", ["7"]),
        ("wat kost nummer 8", "instrument_details", ["8"]),
        ("de zesde graag", "choose", ["6"]),
        ("ja doe 6", "affirm", ["6"]),
        ("neem 1 of 3", "choose", ["1", "3"]),
        ("kies 2 voor 8 weken", "choose", ["2"]),
    ],
)
def test_a_number_that_no_list_has_is_heard_as_well(
    text: str, intent: str, numbers: list[str]
) -> None:
    assert hear("instrument", text, intent) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("verschil tussen twee en drie", ["2", "3"]),
        ("een of twee, wat is beter", ["1", "2"]),
        ("duurt dat twee of drie weken", []),
    ],
)
def test_two_in_words(text: str, numbers: list[str]) -> None:
    assert hear("instrument", text, "compare") == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("is er bewijs dat de tweede werkt", ["2"]),
        ("wat vraagt de derde van mij", ["3"]),
        ("is de eerste werkgever bekend", []),
        ("is dat groepsgewijs of 1-op-1", []),
    ],
)
def test_before_a_verb(text: str, numbers: list[str]) -> None:
    assert hear("instrument", text, "instrument_details") == numbers
