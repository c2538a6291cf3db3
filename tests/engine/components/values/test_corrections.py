"""What is taken back in the same message."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("entity", "text", "intent", "expected"),
    [
        ("dag", "op vrijdag eh nee toch zaterdag vragen", "change_prompt_time", ["zaterdag"]),
        ("level", "die min 1 was fout, het was 0", "correct_score", [0]),
        ("cijfer", "ik denk een acht. Nee, doe maar negen.", "rate_instrument", [9]),
        (
            "gemeente",
            "kan het in Tiel, eh nee wacht in Asperen",
            "refine_practical",
            ["West Betuwe"],
        ),
        ("max_kosten", "max 100 euro, sorry, max 200 euro", "refine_practical", [200]),
        ("instrument", "doe de eerste, of nee, de derde", "choose", ["3"]),
    ],
)
def test_the_later_counts(
    entity: str, text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear(entity, text, intent) == expected


@pytest.mark.parametrize(
    ("entity", "text", "intent", "expected"),
    [
        ("dag", "dinsdag of donderdag", "change_prompt_time", ["dinsdag", "donderdag"]),
        ("gemeente", "Tiel of Zaltbommel", "refine_practical", ["Tiel", "Zaltbommel"]),
        ("instrument", "nee wacht, wat kosten 1 en 2", "instrument_details", ["1", "2"]),
    ],
)
def test_several_may_be_meant(
    entity: str, text: str, intent: str, expected: list[str | int | float]
) -> None:
    assert hear(entity, text, intent) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ik drukte op {wrong} maar het moest {right} zijn",
        "spraak hoorde {wrong} maar ik zei {right}",
        "die {wrong} bij Hamza klopt niet, {right}",
        "per abuis {wrong} ingevoerd, is {right}",
        "{wrong} was overdreven, zet op {right}",
        "{right} maken, was {wrong}",
        "maak er een {right} van in plaats van een {wrong}",
        "bij Noor {right} ipv {wrong}",
        "bij Noor staat {wrong}, zij zegt zelf een {right}",
        "ik had {wrong} ingevuld maar het is {right}",
        "verander die {wrong} van vorige week in {right}",
        "het was een {right}, niet een {wrong}",
        "{wrong} → {right}",
        "laat de {right} staan en de {wrong} weg",
    ],
)
@pytest.mark.parametrize(
    ("wrong", "right"), [("2", "3"), ("drie", "twee"), ("0", "min 1"), ("plus 2", "plus 1")]
)
def test_the_score_that_it_must_become(text: str, wrong: str, right: str) -> None:
    meant = {"3": 3, "twee": 2, "min 1": -1, "plus 1": 1}[right]
    assert hear("level", text.format(wrong=wrong, right=right), "correct_score") == [meant]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("ik had Noor op achteruit gezet, moet zijn doel behaald", "goal"),
        ("iets beter ipv geen verandering", "better"),
        ("foutje, niet beter maar hetzelfde", "start"),
        ("per ongeluk op slechter gedrukt, het ging juist beter", "better"),
    ],
)
def test_how_it_really_went(text: str, direction: str) -> None:
    assert hear("direction", text, "correct_score") == [direction]


def test_a_grade_taken_back_for_a_level() -> None:
    assert hear("cijfer", "jij schrijft 5 maar ik zeg 2", "correct_score") == []
    assert hear("level", "jij schrijft 5 maar ik zeg 2", "correct_score") == [2]
