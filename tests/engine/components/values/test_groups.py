"""Target groups, only when the word is said."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("voor statushouders", "refine_practical", ["statushouders"]),
        ("cl is nugger", "refine_practical", ["nuggers"]),
        ("een alleenstaande moeder", "find_instrument", ["alleenstaande ouders"]),
        ("50plussers", "refine_practical", ["50-plussers"]),
        ("vso/pro jongeren", "refine_practical", ["vso/pro", "jongeren"]),
        ("ik was zzp’er", "refine_practical", ["zzp'ers"]),
        ("alleen met vrouwen", "refine_practical", ["vrouwen"]),
        ("valt onder de banenafspraak", "refine_practical", ["banenafspraak"]),
        ("wsw indicatie", "refine_practical", ["wsw"]),
        ("man 23, heeft status", "find_instrument", ["statushouders"]),
        ("gevlucht uit Eritrea", "find_instrument", ["statushouders"]),
        ("gevlucht voor de oorlog", "find_instrument", ["statushouders"]),
        ("net uit detentie, zoekt werk", "find_instrument", ["ex-gedetineerden"]),
        ("ik heb vastgezeten", "find_instrument", ["ex-gedetineerden"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("doelgroep", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik ben 54", "find_instrument"),
        ("vr 52, Culemborg", "find_instrument"),
        ("jongen van 19", "find_instrument"),
        ("gevlucht uit huis", "find_instrument"),
        ("de status van mijn aanvraag", "find_instrument"),
        ("wat is een nugger", "explain_term"),
        ("een vriend van mij zit in de gevangenis", "find_instrument"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("doelgroep", text, intent) == []


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("alleenstaadne ouders", "alleenstaande ouders"),
        ("alleenst ouder", "alleenstaande ouders"),
        ("statushoders", "statushouders"),
        ("ex gedet", "ex-gedetineerden"),
        ("ik heb pro gedaan", "vso/pro"),
        ("50 pluser", "50-plussers"),
    ],
)
def test_with_a_slip_of_the_pen(text: str, group: str) -> None:
    assert hear("doelgroep", text, "refine_practical") == [group]


@pytest.mark.parametrize("text", ["een pro deo advocaat", "jonger dan 27", "alleenstaande vrouw"])
def test_no_group(text: str) -> None:
    assert hear("doelgroep", text, "refine_practical") == []


@pytest.mark.parametrize(
    "text",
    ["niet voor jongeren", "geen statushouder", "geen jongeren of vrouwen", "niet alleen vrouwen"],
)
def test_a_group_that_is_said_no_to_is_none(text: str) -> None:
    assert hear("doelgroep", text, "refine_practical") == []
