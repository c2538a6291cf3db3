"""What it may cost at most."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("gratis graag", "refine_practical", [0]),
        ("het mag niks kosten", "refine_practical", [0]),
        ("max 500 euro", "refine_practical", [500]),
        ("hooguit € 300", "refine_practical", [300]),
        ("onder de 750 euro", "refine_practical", [750]),
        ("max €1.250,-", "refine_practical", [1250]),
        ("tweehonderd euro is echt max", "refine_practical", [200]),
        ("niet meer dan 1200 euro pp", "refine_practical", [1200]),
        ("kosten onder de 500 graag", "refine_practical", [500]),
        ("traject in Tiel, max 800 euro", "find_instrument", [800]),
        ("onder de honderd euro", "refine_practical", [100]),
        ("een paar tientjes", "refine_practical", [30]),
        ("twee tientjes is het hoogste", "refine_practical", [20]),
        ("max 1,5k", "refine_practical", [1500]),
        ("1500,- is de grens", "refine_practical", [1500]),
        ("niet duurder als tweehonderdvijftig euro", "refine_practical", [250]),
        ("honderdtwintig euro hooguit", "refine_practical", [120]),
        ("budget 2 ton", "refine_practical", [200000]),
        ("1200 max", "find_instrument", [1200]),
        ("iets met hout, tot 3000", "find_instrument", [3000]),
        ("voor 80 euro doe ik het, daarboven niet", "refine_practical", [80]),
        ("een briefje van vijftig", "refine_practical", [50]),
        ("ik wil niks betalen", "refine_practical", [0]),
        ("zonder eigen bijdrage", "refine_practical", [0]),
        ("dat het niks kost", "find_instrument", [0]),
        ("een euro of vijftig", "refine_practical", [50]),
        ("tussen de 200 en 300 euro", "refine_practical", [300]),
        ("meer dan 40 euro kan niet", "refine_practical", [40]),
        ("EUR 500", "refine_practical", [500]),
        ("500e max", "refine_practical", [500]),
        ("max 15 euri", "refine_practical", [15]),
        ("vijf en twintig euro of minder", "refine_practical", [25]),
        ("kosten < 1500", "refine_practical", [1500]),
        ("kosten nihil", "refine_practical", [0]),
        ("kosten: nul", "refine_practical", [0]),
        ("wil een rijbewijs, 2000 euro beschikbaar", "find_instrument", [2000]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("max_kosten", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik heb 5000 euro schuld", "find_instrument"),
        ("max 12 weken", "refine_practical"),
        ("hij was tot 2009 kok", "find_instrument"),
        ("is dat gratis", "instrument_details"),
        ("gratis hoeft niet", "refine_practical"),
        ("wij hebben 3 kinderen", "find_instrument"),
        ("max 8 weken en in Tiel", "refine_practical"),
        ("ik leef van 60 euro per week", "find_instrument"),
        ("15k schuld, 4 schuldeisers", "find_instrument"),
        ("tot 2012 was ik kok", "find_instrument"),
        ("max 900 euro huur", "find_instrument"),
        ("mijn loon is 1400 euro", "find_instrument"),
        ("minimaal 200 euro", "refine_practical"),
        ("duur max een halfjaar, 20 plaatsen", "refine_practical"),
        ("nee, nog niet voor 100 euro", "refine_practical"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("max_kosten", text, intent) == []


@pytest.mark.parametrize(
    ("text", "intent", "euros"),
    [
        ("boven de 150 kan ik niet betalen", "refine_practical", 150),
        ("meer als dertig euro heb ik daar niet voor", "refine_practical", 30),
        ("kost het meer dan 25 euro? dan niet", "refine_practical", 25),
        ("ik wil niet meer uitgeven dan 50 euro", "find_instrument", 50),
        ("ritme opbouwen, mag 1000 kosten", "find_instrument", 1000),
        ("het mag eigenlijk niks kosten", "refine_practical", 0),
        ("een cursus zonder betalen", "find_instrument", 0),
    ],
)
def test_more_is_refused(text: str, intent: str, euros: int) -> None:
    assert hear("max_kosten", text, intent) == [euros]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("voor mensen boven de 50, niet voor jongeren", "refine_practical"),
        ("ik heb meer dan 5000 euro schuld en kan niet betalen", "find_instrument"),
        ("boven de 50 wil niemand me hebben", "find_instrument"),
    ],
)
def test_more_that_is_told(text: str, intent: str) -> None:
    assert hear("max_kosten", text, intent) == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("rijbewijs halen zonder dat het me meer dan 500 kost", "find_instrument", [500]),
        ("zonder dat we boven de 800 uitkomen, hulp bij stress", "find_instrument", [800]),
        ("stress. budget ongeveer 750", "find_instrument", [750]),
        ("somber, budget zo rond 1000", "find_instrument", [1000]),
        ("schulden en stress, budget: 600", "find_instrument", [600]),
        ("budget van pakweg 400", "refine_practical", [400]),
        ("vijftienhonderd inclusief btw, daarboven kan niet", "refine_practical", [1500]),
        ("800 all in", "refine_practical", [800]),
        ("Tiel, <750", "refine_practical", [750]),
        ("max €300", "refine_practical", [300]),
        ("max 250, geen cent meer", "refine_practical", [250]),
        ("honderd euro, geen euro meer", "refine_practical", [100]),
        ("2000 totaal, daarboven moet teamleider tekenen", "refine_practical", [2000]),
        ("niet boven 450 uit", "refine_practical", [450]),
        ("het mag alles bij elkaar 600 kosten", "refine_practical", [600]),
        ("gratis. en direct graag", "refine_practical", [0]),
    ],
)
def test_sums_in_other_ways(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("max_kosten", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("alles behalve een sollicitatietraining die heb ik al gehad", "more_options", []),
        ("een wandelgroep daar heb ik niks mee", "more_options", []),
        ("2 heb ik al gedaan", "more_options", []),
        ("ik ben blut tot de 24e", "refine_practical", []),
        ("iets voor de 15e graag", "refine_practical", []),
        ("80e max", "refine_practical", [80]),
        ("onder de 50e", "refine_practical", [50]),
        ("één euro kan ik missen", "refine_practical", [1]),
    ],
)
def test_no_amount_at_all(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("max_kosten", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("een taalles in tiel die niks kost", "find_instrument", [0]),
        ("zonder dat wij er zelf voor betalen", "refine_practical", [0]),
        ("ik kan er maar 20 euro aan uitgeven", "find_instrument", [20]),
        ("ik kan maar 20 euro betalen aan mijn schuld", "find_instrument", []),
        ("budget voor statushouders is hier 900, daar ga ik niet over", "refine_practical", [900]),
        ("het budget voor deze klant is 300 euro", "find_instrument", [300]),
        ("600 euro en daar komen we niet boven", "refine_practical", [600]),
    ],
)
def test_in_other_ways(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("max_kosten", text, intent) == expected


@pytest.mark.parametrize("text", ["max kosten 500", "maximale prijs € 500"])
def test_the_kind_may_stand_between_the_limit_and_the_number(text: str) -> None:
    assert hear("max_kosten", text, "find_instrument") == [500]
