"""How it went."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("slechter", "checkin_score", ["worse"]),
        ("hetzelfde als eerst", "checkin_score", ["start"]),
        ("beetje beter", "checkin_score", ["better"]),
        ("doel gehaald", "checkin_score", ["goal"]),
        ("meer dan afgesproken", "checkin_score", ["more"]),
        ("beter dan afgesproken", "checkin_score", ["more"]),
        ("stapje vooruit", "find_instrument", ["better"]),
        ("Noor zit boven haar doel", "set_goal", ["more"]),
        ("slegter deze week", "checkin_score", ["worse"]),
        ("doel is binnen", "checkin_score", ["goal"]),
        ("staat weer bij start", "checkin_score", ["start"]),
        ("slechter dan bij de start", "checkin_score", ["worse"]),
        ("nog precies waar ik begon", "checkin_score", ["start"]),
        ("we zitten op het beginpunt", "progress_show", ["start"]),
        ("doelstelling ruim overtroffen", "goals_list", ["more"]),
        ("meer gedaan dan we zeiden", "checkin_score", ["more"]),
        ("haalde me doel op me sloffen", "checkin_score", ["goal"]),
        ("ik ga naar achter", "checkin_score", ["worse"]),
        ("stukje dichterbij mijn doel", "checkin_score", ["better"]),
        ("het gaat de verkeerde kant op", "checkin_score", ["worse"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("direction", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("niet gelukt", "checkin_score"),
        ("ik wil beter nederlands", "find_instrument"),
        ("0 van mij, nog niks geprobeerd", "checkin_score"),
        ("ik bedoelde niet slechter", "correct_score"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("direction", text, intent) == []


@pytest.mark.parametrize(
    ("direction", "texts"),
    [
        ("worse", "het zakt weer in|hij valt terug|weer afgegleden|loopt achter|teruggezakt"),
        ("worse", "minder contact dan eerst|onder waar we begonnen|het loopt weer terug"),
        (
            "start",
            "nog altijd op het beginpunt|geen stap verder dan de start|blijft op beginniveau",
        ),
        ("start", "net zo als bij aanvang|niet hoger gekomen|nog op begin|uitgangssituatie"),
        ("better", "stapje voor stapje de goede kant op, doel nog niet in zicht|verder dan eerst"),
        ("better", "rustiger dan eerst|meer ritme dan eerst|we gaan de goeie kant op"),
        ("goal", "gewoon gedaan wat erin stond|doel is doel|zoals we hadden afgesproken"),
        ("goal", "ik heb het gehaald|volgens plan|afgesproken niveau gehaald|mag op behaald"),
        ("more", "mooi eroverheen|meer dan gevraagd|doel ruim voorbij|ver boven wat we zeiden"),
        ("more", "harder gegaan dan zijn eigen doel|ze overtrof het doel"),
    ],
)
def test_as_people_say_it(direction: str, texts: str) -> None:
    for text in texts.split("|"):
        assert hear("direction", text, "checkin_score") == [direction], text


@pytest.mark.parametrize(
    "text",
    [
        "ik heb het bijna niet gehaald",
        "brood gehaald voor de kinderen",
        "niet volgens plan",
        "niet zoals afgesproken",
        "de trein viel uit",
        "in slaap gevallen",
        "op doel 2 een 1",
    ],
)
def test_nothing_about_the_goal(text: str) -> None:
    assert hear("direction", text, "checkin_score") == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("meer gedaan als we hadde afgesprooken", "more"),
        ("een dag extra bovenop mijn doel", "more"),
        ("Tesfay boven doel uitgekomen", "more"),
        ("verder dan bij aanvang", "better"),
        ("doel berijkt", "goal"),
        ("over haar doel gesproken, het gaat slechter dan bij de start", "worse"),
        ("minder dan bij de intake", "worse"),
        ("precies waar ik begon", "start"),
    ],
)
def test_against_the_start_and_the_goal(text: str, direction: str) -> None:
    assert hear("direction", text, "checkin_score") == [direction]


@pytest.mark.parametrize(
    "text", ["twee van de drie afspraken gehaald", "2 zou ik zeggen, ging lekker"]
)
def test_no_direction(text: str) -> None:
    assert hear("direction", text, "checkin_score") == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("foutje, mijn doel heb ik wel degelijk gehaald", "correct_score", ["goal"]),
        ("mijn doel is niet gehaald", "correct_score", []),
        ("zij heeft behaald wat we als doel hadden", "checkin_score", ["goal"]),
        ("gedaan wat we hadden opgeschreven", "checkin_score", ["goal"]),
        ("eerst durfde ik niet te bellen, nu soms wel", "checkin_score", ["better"]),
        ("in het begin sliep ik nooit, nu af en toe wel", "checkin_score", ["better"]),
        ("bij de start kwam hij niet, inmiddels komt hij vaker", "checkin_score", ["better"]),
        ("vroeger ging ik nog naar buiten, nu helemaal niet meer", "checkin_score", ["worse"]),
        ("aan het begin had ik nog werk en nu niks meer", "checkin_score", ["worse"]),
        ("zit nog op het begin", "checkin_score", ["start"]),
    ],
)
def test_then_and_now(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("direction", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("hij is verder achteruit dan bij de intake", "checkin_score", ["worse"]),
        ("ze is verder dan bij de intake", "checkin_score", ["better"]),
        ("ik ben waar ik bij de start was", "checkin_score", ["start"]),
        ("weer terug bij hoe het ging toen we begonnen", "checkin_score", ["start"]),
        ("ze deed meer dan d'r doel", "checkin_score", ["more"]),
        ("een 2 op de doelenmeter", "checkin_score", []),
    ],
)
def test_against_the_start_in_more_ways(
    text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear("direction", text, intent) == expected
