"""How long it may take at most."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("max 12 weken", "refine_practical", [12]),
        ("hooguit 3 maanden", "refine_practical", [13]),
        ("maximaal een half jaar", "refine_practical", [26]),
        ("niet langer dan 2 maanden", "refine_practical", [9]),
        ("6 weken", "refine_practical", [6]),
        ("hoogstens een jaar", "refine_practical", [52]),
        ("korter dan drie maanden", "refine_practical", [13]),
        ("een paar weken", "refine_practical", [3]),
        ("max een maand of 4", "refine_practical", [17]),
        ("traject in Buren, max 3 mnd", "find_instrument", [13]),
        ("niet langer dan een half jaar", "refine_practical", [26]),
        ("binnen 1 kwartaal klaar", "refine_practical", [13]),
        ("anderhalf jaar hooguit", "refine_practical", [78]),
        ("6 tot 8 weken", "refine_practical", [8]),
        ("een week of zes", "refine_practical", [6]),
        ("acht weken op zijn hoogst", "refine_practical", [8]),
        ("niet langer als een half jaar", "find_instrument", [26]),
        ("half jaar max, start januari", "find_instrument", [26]),
        ("een paar maanden", "refine_practical", [13]),
        ("driekwart jaar is de grens", "refine_practical", [39]),
        ("twee weekjes hooguit", "refine_practical", [2]),
        ("kwartaal max", "refine_practical", [13]),
        ("niet langer dan een kwart jaar", "refine_practical", [13]),
        ("acht wekies", "refine_practical", [8]),
        ("6 wk max en volgende maand beginnen", "refine_practical", [6]),
        ("langer dan 6 weken wil ik niet", "refine_practical", [6]),
        ("binne 8 weeke klaar", "refine_practical", [8]),
        ("niks langer dan 'n maand", "refine_practical", [4]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("max_weken", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik zit al 3 maanden thuis", "find_instrument"),
        ("over twee weken kan ik beginnen", "refine_practical"),
        ("max 500 euro", "refine_practical"),
        ("vier jaar geleden", "refine_practical"),
        ("max 2 dagen in de week", "refine_practical"),
        ("binnen een week werk", "find_instrument"),
        ("sinds 6 weken ziek", "refine_practical"),
        ("ik wacht al 3 weken", "human_contact"),
        ("8 jaar in nederland", "find_instrument"),
        ("minimaal een half jaar", "refine_practical"),
        ("langer dan 3 maanden mag best", "refine_practical"),
        ("volgend kwartaal", "refine_practical"),
        ("over een half jaar beginnen", "refine_practical"),
        ("ik ben 3 weken weg", "refine_practical"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("max_weken", text, intent) == []


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("iets wat in 14 dagen gedaan is", 2),
        ("mag niet langer duren dan 1 maand", 4),
        ("iets kortdurends, 6 wk of zo tops", 6),
        ("in 2 weken klaar", 2),
    ],
)
def test_when_it_must_be_done(text: str, weeks: int) -> None:
    assert hear("max_weken", text, "find_instrument") == [weeks]


def test_how_long_it_has_been_is_no_limit() -> None:
    assert hear("max_weken", "meer dan 10 jaar niet gewerkt", "find_instrument") == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("ik wil er binnen twee maanden vanaf zijn", "refine_practical", [9]),
        ("over zes weken moet het klaar zijn", "refine_practical", [6]),
        ("na een maand wil ik er van af zijn", "refine_practical", [4]),
        ("in drie maanden moet het achter de rug zijn", "refine_practical", [13]),
        ("ik heb acht weken de tijd om hem klaar te stomen", "find_instrument", [8]),
        ("we hebben nog drie maanden om dit voor elkaar te krijgen", "find_instrument", [13]),
        ("zes weken krijg ik daarvoor", "find_instrument", [6]),
        ("faalangst, er is nog een half jaar tijd voor", "find_instrument", [26]),
        ("er zijn 10 weken om te oefenen", "find_instrument", [10]),
        ("hij heeft in 3 jaar tijd vier banen gehad", "find_instrument", []),
        ("ik zit al 8 weken thuis", "find_instrument", []),
        ("weekje hooguit", "refine_practical", [1]),
        ("een maandje of zo max", "refine_practical", [4]),
        ("max maand", "refine_practical", [4]),
        ("hooguit jaar", "refine_practical", [52]),
        ("jaartje maximaal, meer niet", "refine_practical", [52]),
        ("twee keer in de week maximaal", "refine_practical", []),
        ("21 dagen, geen dag langer", "refine_practical", [3]),
        ("10 dagen.", "refine_practical", [1]),
        ("drie weken ongeveer hooguit", "refine_practical", [3]),
        ("niet weer zo'n traject van 2 jaar", "refine_practical", []),
        ("geen cursus van een half jaar", "refine_practical", []),
        ("vorige keer moest ik 3 maanden wachten, nu graag meteen", "refine_practical", []),
        ("<4 weken", "refine_practical", [4]),
        ("max ongeveer 3 maanden", "refine_practical", [13]),
        ("ik wil iets van 3 maanden. langer hou ik niet vol", "refine_practical", [13]),
        ("zonder dat het langer dan een maand duurt, leren solliciteren", "find_instrument", [4]),
    ],
)
def test_how_much_time_there_is(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("max_weken", text, intent) == expected


@pytest.mark.parametrize(
    "text",
    [
        "hij heeft nog 3 jaar om zijn pensioen te halen",
        "ik heb drie weken om te wennen gehad",
        "hij had zes weken de tijd voor revalidatie",
        "ik ben over drie weken klaar met school",
    ],
)
def test_time_that_is_told(text: str) -> None:
    assert hear("max_weken", text, "find_instrument") == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("het mag 6 weken duren op zijn langst", "find_instrument", [6]),
        (
            "komt geen enkele keer op tijd. Training van 2 maanden op zijn langst",
            "find_instrument",
            [9],
        ),
        ("geen training van 8 weken", "refine_practical", []),
    ],
)
def test_at_its_longest(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("max_weken", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("wachttijd max 3 weken", "binnen 3 weken"),
        ("maximale wachttijd van een maand", "binnen 4 weken"),
        ("max 3 weken wachten", "binnen 3 weken"),
        ("niet langer dan 8 weken wachten", "binnen 8 weken"),
        ("wachtlijst korter dan 6 weken", "binnen 6 weken"),
        ("moet binnen drie weken starten", "binnen 3 weken"),
        ("start binnen 2 weken", "binnen 2 weken"),
    ],
)
def test_a_time_to_wait_is_no_length(text: str, start: str) -> None:
    for intent in ("refine_practical", "find_instrument"):
        assert hear("max_weken", text, intent) == []
        assert hear("start", text, intent) == [start]


def test_a_length_and_a_time_to_wait_stand_beside_each_other() -> None:
    text = "max 8 weken, start binnen 2 weken"
    assert hear("max_weken", text, "refine_practical") == [8]
    assert hear("start", text, "refine_practical") == ["binnen 2 weken"]


def test_a_time_that_was_waited_is_none() -> None:
    assert hear("start", "staat op een wachtlijst van 3 maanden", "find_instrument") == []


@pytest.mark.parametrize("text", ["max duur 8 weken", "maximale looptijd: 8 weken"])
def test_the_kind_may_stand_between_the_limit_and_the_number(text: str) -> None:
    assert hear("max_weken", text, "find_instrument") == [8]
