"""What the search does not have cannot be taken away: that is said, and the talk goes on."""

import pytest

from catalogue.known import Known
from tests.actions.talk import DEBTS, Talk

NOTHING = "Daar zocht ik nog niet op"


@pytest.mark.parametrize(
    "words", ["haal de plaats weg", "Verwijder de prijs", "de woonplaats mag weg", "wis de datum"]
)
@pytest.mark.parametrize("intent", ["nlu_fallback", "find_instrument", "privacy_delete"])
def test_what_is_not_there_is_said(visitor: Talk, words: str, intent: str) -> None:
    visitor.advised().types(words, intent)

    assert NOTHING in visitor.text
    assert visitor.known == Known(wanted=frozenset({DEBTS}))
    assert visitor.dialogue.step == "advice"


def test_what_is_there_goes(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), gemeente="Tiel")
    visitor.types("haal de plaats weg")

    assert NOTHING not in visitor.text
    assert visitor.known.gemeente is None


@pytest.mark.parametrize(
    "words", ["wis mijn gegevens", "haal de eerste weg", "plaats maakt niet uit"]
)
def test_other_things_that_go_are_no_conditions(visitor: Talk, words: str) -> None:
    assert NOTHING not in visitor.advised().types(words).text


def test_danger_stays_danger(visitor: Talk) -> None:
    assert visitor.advised().types("haal de plaats weg", "crisis").said[0] == "utter_crisis"
