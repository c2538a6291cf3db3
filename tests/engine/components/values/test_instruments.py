"""Names of help by what they are."""

import pytest
from components.values.found import Heard
from components.values.instruments import instruments


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wat kost de rouwgroep", ["rouwgroep"]),
        ("dat koffieuurtje krijgt een 7", ["koffieuurtje"]),
        ("verschil taalcafé en zeilproject", ["taalcafé", "zeilproject"]),
        ("hoe lang duurt de training omgaan met geld", ["training omgaan met geld"]),
        ("start die op maandag", []),
        ("alles was goed", []),
        ("voor welke doelgroep is het", []),
        ("is er een proefles", []),
        ("de maandaggroep", []),
    ],
)
def test_a_compound_of_help_is_a_name(text: str, names: list[str]) -> None:
    assert [found.value for found in instruments(Heard(text, "instrument_details"))] == names


def test_in_a_story_it_is_no_name() -> None:
    assert list(instruments(Heard("ik deed een computercursus", "find_instrument"))) == []
