import pytest

from actions.naming import meant, mentioned
from tests.actions.talk import Talk, pressed, typed

SHOWN = ("R01", "R37", "R08")


@pytest.mark.parametrize(
    ("value", "code"),
    [("1", "R01"), ("3", "R08"), ("last", "R08"), ("R45", "R45"), ("budgetcoach", "R01")],
)
def test_one_instrument_is_named(visitor: Talk, value: str, code: str) -> None:
    turn = visitor.at("advice", shown=SHOWN).turn(typed("x", "choose", instrument=value))

    assert mentioned(turn) == (code,)


@pytest.mark.parametrize("value", ["0", "4", "99", "R99", "last"])
def test_what_is_not_on_the_screen_is_not_named(visitor: Talk, value: str) -> None:
    shown = () if value == "last" else SHOWN
    turn = visitor.at("advice", shown=shown).turn(typed("x", "choose", instrument=value))

    assert mentioned(turn) == ()


def test_two_are_named_in_the_order_of_the_message(visitor: Talk) -> None:
    turn = visitor.at("advice", shown=SHOWN).turn(
        typed("3 en 1", "compare", instrument=("3", "1", "3"))
    )

    assert mentioned(turn) == ("R08", "R01")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ik wil de budgetcoach aan huis", "R01"),
        ("wat is het banencafe", "R47"),
        ("de solicitatietraining in een groep graag", "R45"),
        ("Werkervaringsplek", "R39"),
    ],
)
def test_a_name_is_found_in_the_text(visitor: Talk, text: str, code: str) -> None:
    assert mentioned(visitor.turn(typed(text, "choose"))) == (code,)


@pytest.mark.parametrize("text", ["", "ja", "die", "ik vind het moeilijk thuis", "🙂"])
def test_other_words_name_nothing(visitor: Talk, text: str) -> None:
    assert mentioned(visitor.turn(typed(text, "choose"))) == ()


def test_meant_is_named_then_spoken_of_then_the_only_one(visitor: Talk) -> None:
    named = typed("die eerste", "choose", instrument="1")
    plain = typed("die", "choose")

    assert meant(visitor.at("advice", shown=SHOWN, focus="R37").turn(named)) == "R01"
    assert meant(visitor.at("advice", shown=SHOWN, focus="R37").turn(plain)) == "R37"
    assert meant(visitor.at("advice", shown=("R08",)).turn(plain)) == "R08"
    assert meant(visitor.at("advice", shown=SHOWN).turn(plain)) is None


def test_a_button_names_by_its_payload_only(visitor: Talk) -> None:
    turn = visitor.at("advice", shown=SHOWN).turn(pressed('/choose{"instrument": "R37"}'))

    assert mentioned(turn) == ("R37",)
