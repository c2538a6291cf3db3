"""Too far: what is nearest is told, and nothing is asked that is known."""

import pytest

from tests.actions.talk import APPLYING, DEBTS, Talk

ASKED = ("route", "gemeente", "form", "max_wait", "kenmerk:1.6", "kenmerk:5.2")
TOO_FAR = [
    "te ver",
    "dichterbij graag",
    "binnen 10 km",
    "op fietsafstand",
    "een half uur met de bus",
]


@pytest.mark.parametrize("text", TOO_FAR)
def test_in_the_own_place_help_at_home_and_other_places_are_offered(
    visitor: Talk, text: str
) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), gemeente="Tiel", asked=ASKED)
    shown = visitor.dialogue.shown
    visitor.types(text, "refine_practical")
    assert visitor.said == ["utter_nearest_at_home"]
    assert "in Tiel" in visitor.text
    assert "**Budgetcoach aan huis** komt bij je thuis" in visitor.text
    assert visitor.titles[0] == "Over Budgetcoach aan huis"
    assert visitor.titles[1].startswith("In ")
    assert "Tiel" not in " ".join(visitor.titles)
    assert (visitor.known.gemeente, visitor.dialogue.shown) == ("Tiel", shown)


def test_another_place_is_a_tap_away(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({APPLYING}), gemeente="Tiel", asked=ASKED)
    visitor.types("te ver", "refine_practical")
    assert visitor.said == ["utter_nearest"]
    assert visitor.presses("In Culemborg").known.gemeente == "Culemborg"
    assert "Culemborg" in visitor.text


def test_without_a_place_only_that_is_asked(visitor: Talk) -> None:
    visitor.advised().types("te ver", "refine_practical")
    assert visitor.said == ["utter_ask_gemeente"]


def test_kilometres_are_not_known_and_that_is_said(visitor: Talk) -> None:
    visitor.advised().types("binnen 10 km", "checkin_score")
    assert visitor.said == ["utter_no_distances", "utter_ask_gemeente"]
    visitor.types("hooguit 5 kilometer", "refine_practical")
    assert visitor.said == ["utter_no_distances", "utter_ask_gemeente"]


def test_a_distance_in_a_story_keeps_the_story(coach: Talk) -> None:
    coach.at("open").types(
        "vr 45, Tiel, wil solliciteren, max 15 km",
        "find_instrument",
        kenmerken={APPLYING: "wil solliciteren"},
        gemeente="Tiel",
    )
    assert coach.said[:2] == ["utter_no_distances", "utter_understood"]
    assert coach.said[-1] == "utter_advice"
    assert "“max 15 km”" not in coach.text
