"""What is asked of an instrument, or should be different."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("wat kost die tweede", "instrument_details", ["kosten"]),
        ("waar is dat", "instrument_details", ["waar"]),
        ("hoe lang duurt het", "instrument_details", ["duur"]),
        ("wie geeft die training", "instrument_details", ["wie"]),
        ("wanneer start het", "instrument_details", ["wanneer"]),
        ("hoe duur is het", "instrument_details", ["kosten"]),
        ("kosten en duur van 3", "instrument_details", ["kosten", "duur"]),
        ("wat is er niet goed aan die eerste", "instrument_details", ["nadelen"]),
        ("iets goedkopers", "refine_practical", ["kosten"]),
        ("dichterbij graag", "more_options", ["waar"]),
        ("korter", "more_options", ["duur"]),
        ("liever alleen", "refine_practical", ["alleen"]),
        ("liever in een groep", "refine_practical", ["groep"]),
        ("wat vinden anderen ervan", "instrument_details", ["ervaring"]),
        ("hoe laat begint dat", "instrument_details", ["duur"]),
        (
            "wat doet die coach dan precies als hij bij mij thuis komt",
            "instrument_details",
            ["wat"],
        ),
        ("niet te lang graag", "refine_practical", ["duur"]),
        ("is de laatste groep of individueel", "instrument_details", ["vorm"]),
        ("wat zijn de startdata", "instrument_details", ["wanneer"]),
        ("kan ik zo instappen", "instrument_details", ["wanneer"]),
        ("aantal deelnemers?", "instrument_details", ["vorm"]),
        ("zit ik daar in mijn eentje", "instrument_details", ["vorm"]),
        ("is die cursus duur", "instrument_details", ["kosten"]),
        ("wat is de totale duur", "instrument_details", ["duur"]),
        ("wat levert die cursus mij op", "instrument_details", ["voordelen"]),
        ("wat heb je daar aan", "instrument_details", ["voordelen"]),
        ("welke club geeft dat", "instrument_details", ["wie"]),
        ("is er effectonderzoek", "instrument_details", ["ervaring"]),
        ("hoeveel mensen vinden daarna werk", "instrument_details", ["ervaring"]),
        ("kom je er met de trein", "instrument_details", ["waar"]),
        ("hoe lang moet ik wachten", "instrument_details", ["wanneer"]),
        ("kom ik daarvoor in aanmerking", "instrument_details", ["voorwaarden"]),
        ("wat schiet ik ermee op", "instrument_details", ["voordelen"]),
        ("hebben anderen er wat aan gehad", "instrument_details", ["ervaring"]),
        ("is dat betaalbaar", "instrument_details", ["kosten"]),
        ("iets korters", "refine_practical", ["duur"]),
        ("is die naailes er ook in Ochten", "instrument_details", ["waar"]),
        ("zit die coach in Tiel of in Buren", "instrument_details", ["waar"]),
        ("is nummer 2 ook voor nuggers", "instrument_details", ["voorwaarden"]),
        ("neemt die coach jongeren aan", "instrument_details", ["voorwaarden"]),
        ("bij wie moet ik zijn voor die plek", "instrument_details", ["aanmelden"]),
        ("hoe is die training opgebouwd", "instrument_details", ["wat"]),
        ("wat is de omvang", "instrument_details", ["duur"]),
        ("welke scoort hoger", "compare", ["ervaring"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("aspect", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wie ben jij", "bot_challenge"),
        ("max 500 euro", "refine_practical"),
        ("ik weet niet waar ik moet beginnen", "find_instrument"),
        ("te lang, max 6 weken", "refine_practical"),
        ("te duur, hooguit 50 euro", "refine_practical"),
        ("groep voor vrouwen", "refine_practical"),
        ("werken met behoud van uitkering", "instrument_details"),
        ("korter heeft geen zin", "refine_practical"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("aspect", text, intent) == []


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("in welke straat zit die", ["waar"]),
        ("welke dag is die les", ["wanneer"]),
        ("hoe schrijf ik me in", ["aanmelden"]),
        ("wat is de aanmeldroute", ["aanmelden"]),
        ("wat is de doorlooptjid", ["duur"]),
        ("heeft er ooit iemand wat gehad aan die training", ["ervaring"]),
        ("wanneer begint de nieuwe groep", ["wanneer"]),
        ("wat vinden andere mensen ervan", ["ervaring"]),
        ("voors en tegens", ["nadelen", "voordelen"]),
    ],
)
def test_asked_in_other_words(text: str, aspects: list[str]) -> None:
    assert sorted({*map(str, hear("aspect", text, "instrument_details"))}) == aspects


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("wat rekent die coach per uur", "instrument_details", ["kosten"]),
        ("wat ben ik daar in totaal aan kwijt", "instrument_details", ["kosten"]),
        ("wat vragen ze ervoor", "instrument_details", ["kosten"]),
        ("wat is het tarief", "instrument_details", ["kosten"]),
        ("wat moet dat kosten", "instrument_details", ["kosten"]),
        ("welke dagen is het taalcafé open", "instrument_details", ["wanneer"]),
        ("wat zijn de openingstijden", "instrument_details", ["wanneer"]),
        ("op welke dagen is die inloop geopend", "instrument_details", ["wanneer"]),
        ("zit je daar alleen met een coach", "instrument_details", ["vorm"]),
        ("is het met z'n allen", "instrument_details", ["vorm"]),
        ("is de les groepsgewijs", "instrument_details", ["vorm"]),
        ("hadden andere klanten er iets aan", "instrument_details", ["ervaring"]),
        ("heeft iemand er ooit wat aan gehad", "instrument_details", ["ervaring"]),
        ("is het een aanrader", "instrument_details", ["ervaring"]),
        ("is dit de moeite waard of een wassen neus", "instrument_details", ["ervaring"]),
        ("wat heb ik daaraan", "instrument_details", ["voordelen"]),
        ("moet ik daarvoor het dorp uit", "instrument_details", ["waar"]),
        ("moet ik de stad in", "instrument_details", ["waar"]),
        ("hoe kom ik daar naartoe", "instrument_details", ["waar"]),
        ("wat is de reistijd", "instrument_details", ["waar"]),
        ("1-op-1 of met een groepje", "instrument_details", ["vorm"]),
        ("welke wordt het meest gewaardeerd", "compare", ["ervaring"]),
    ],
)
def test_asked_in_other_ways(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("aspect", text, intent) == expected


@pytest.mark.parametrize(
    "text", ["alleen met vrouwen in de groep", "geen mannen in de groep", "vrouwen in een groep"]
)
def test_who_is_in_the_group_is_no_wish_for_one(text: str) -> None:
    assert hear("aspect", text, "refine_practical") == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("op welke dagen is dat", "instrument_details", ["wanneer"]),
        ("moet ik dat zelf betale", "instrument_details", ["kosten"]),
        ("kostprijs van nummer 2?", "instrument_details", ["kosten"]),
        ("waar kan ik mij opgeven", "instrument_details", ["aanmelden"]),
        ("nadelen van die training, even kort", "instrument_details", ["nadelen"]),
        ("wat werkt bij de meeste mensen beter", "compare", ["ervaring"]),
    ],
)
def test_asked_otherwise(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("aspect", text, intent) == expected


def test_who_is_contact_asks_how_to_sign_up_and_not_who_gives_it() -> None:
    assert hear("aspect", "wie is contact voor 2", "instrument_details") == ["aanmelden"]
