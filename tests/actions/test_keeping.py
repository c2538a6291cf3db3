"""How long things are kept, and whether they count for a benefit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from actions.keeping import tells_what_is_kept
from caseload.retention import Periods
from tests.actions.talk import DEBTS, Talk, typed


@pytest.mark.parametrize(
    "words",
    ["hoe lang bewaren jullie het?", "hoelang bewaar je dit", "hoe lang blijft alles bewaard"],
)
def test_how_long_is_told_and_what_was_asked_is_asked_again(visitor: Talk, words: str) -> None:
    visitor.asked("form").types(words, "privacy_question")

    assert "180 dagen" in visitor.text
    assert "wis alles" in visitor.text
    assert visitor.said[-1] == "utter_ask_form"


def test_it_is_as_long_as_is_set(visitor: Talk) -> None:
    turn = visitor.at("open").turn(typed("hoe lang bewaar je dit?"))
    turn = replace(turn, periods=Periods(conversations=timedelta(days=30)))

    assert tells_what_is_kept(turn)
    assert "30 dagen" in turn.replies[0].variables["explanation"]


@pytest.mark.parametrize(
    "words", ["wordt dit gebruikt voor mijn uitkering?", "heeft dit gevolgen voor mijn uitkering"]
)
def test_the_bot_decides_nothing_about_a_benefit(visitor: Talk, words: str) -> None:
    visitor.at("open").types(words, "privacy_question")

    assert "Ik beslis niets over je uitkering" in visitor.text
    assert visitor.said[-1] == "utter_ask_open"


def test_who_tells_of_a_benefit_tells_a_story(visitor: Talk) -> None:
    told = {DEBTS: "uitkering is gestopt"}
    visitor.at("open").types("mijn uitkering is gestopt", "find_instrument", kenmerken=told)

    assert visitor.dialogue.pending == (DEBTS,)
