"""A condition goes when it is said, and what is said no to stays away."""

import pytest

from tests.actions.talk import DEBTS, Talk, card

ASKED = ("route", "gemeente", "form", "max_wait", "kenmerk:1.6", "kenmerk:5.2")
IN_TIEL = {"wanted": frozenset({DEBTS}), "gemeente": "Tiel", "asked": ASKED}


@pytest.mark.parametrize(
    "text", ["verwijder tiel", "haal die plaats weg", "tiel weg", "de plaats mag weg", "wis tiel"]
)
@pytest.mark.parametrize("intent", ["privacy_delete", "refine_practical", "deny", "nlu_fallback"])
def test_a_place_is_taken_away_and_nothing_is_erased(visitor: Talk, text: str, intent: str) -> None:
    named = {"gemeente": "Tiel"} if "tiel" in text else {}
    visitor.advised(**IN_TIEL).types(text, intent, **named)
    assert visitor.said == ["utter_taken_away", "utter_advice"]
    assert "in Tiel" in visitor.text
    assert visitor.known.gemeente is None
    assert visitor.dialogue.step == "advice"


def test_a_place_that_was_ruled_out_may_come_back_and_nothing_is_erased(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), not_in=frozenset({"Tiel"}), asked=ASKED)
    visitor.types("verwijder tiel", "privacy_delete", gemeente="Tiel")
    assert visitor.said[0] == "utter_taken_away"
    assert "niet in Tiel" in visitor.text
    assert not visitor.known.not_in


def test_another_place_in_the_same_words_takes_its_place(visitor: Talk) -> None:
    visitor.advised(**IN_TIEL)
    visitor.types("haal tiel weg doe maar buren", "refine_practical", gemeente=("Tiel", "Buren"))
    assert visitor.known.gemeente == "Buren"


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ({"max_weeks": 8}, "die 8 weken mag weg"),
        ({"max_cost": 500}, "verwijder het budget"),
        ({"max_wait": 2}, "die startdatum hoeft niet"),
        ({"form": "group"}, "laat die groep los"),
        ({"route": "A"}, "schrap de route"),
    ],
)
def test_so_does_any_other_condition(coach: Talk, known: dict[str, object], text: str) -> None:
    (name,) = known
    coach.advised(wanted=frozenset({DEBTS}), **known).types(text, "privacy_delete")
    assert coach.said[0] == "utter_taken_away"
    assert not coach.known.knows(name)


@pytest.mark.parametrize("text", ["verwijder alles", "wis mijn gegevens", "verwijder mijn naam"])
def test_data_is_still_erased_on_request(visitor: Talk, text: str) -> None:
    visitor.advised(**IN_TIEL).types(text, "privacy_delete")
    assert visitor.said == ["utter_ask_erase"]


def test_a_story_about_who_went_away_takes_nothing_away(visitor: Talk) -> None:
    visitor.advised(**IN_TIEL)
    text = "mijn man is weg en ik woon alleen in tiel met twee kinderen"
    visitor.types(text, "find_instrument", gemeente="Tiel", kenmerken={"2.1": "alleen"})
    assert visitor.known.gemeente == "Tiel"


def test_not_in_a_place_leaves_out_what_is_only_there(visitor: Talk) -> None:
    visitor.advised(**IN_TIEL)
    visitor.types("niet in Tiel", "refine_practical", ruled_out={"gemeente": ("Tiel",)})
    assert visitor.said == ["utter_noted", "utter_advice"]
    assert "niet in Tiel" in visitor.text
    assert "Tiel en andere plaatsen" not in visitor.text
    for code in visitor.dialogue.shown:
        assert {place.gemeente for place in card(visitor, code).locations} - {"Tiel"}


def test_two_places_are_as_good(visitor: Talk) -> None:
    visitor.advised(**IN_TIEL).types("Tiel of Buren", gemeente=("Tiel", "Buren"))
    assert "in Tiel of Buren" in visitor.text
    found = {place.gemeente for c in visitor.dialogue.shown for place in card(visitor, c).locations}
    assert found & {"Buren"}


def test_another_place_beside_the_known_one(visitor: Talk) -> None:
    visitor.advised(**IN_TIEL).types("Buren mag ook", "refine_practical", gemeente="Buren")
    assert (visitor.known.gemeente, visitor.known.also_in) == ("Tiel", {"Buren"})


@pytest.mark.parametrize(
    ("text", "intent", "said"),
    [
        ("geen budgetcoach", "nlu_fallback", "budgetcoach"),
        ("niet 1", "correct_score", "1"),
        ("de eerste wil ik niet", "choose", "1"),
    ],
)
def test_an_instrument_that_is_not_wanted_goes_and_is_not_chosen(
    visitor: Talk, text: str, intent: str, said: str
) -> None:
    visitor.advised(**IN_TIEL, route="A")
    assert visitor.dialogue.shown == ("R01", "R08")
    visitor.types(text, intent, ruled_out={"instrument": (said,)})
    assert visitor.said[:2] == ["utter_noted", "utter_advice"]
    assert "geen Budgetcoach aan huis" in visitor.text
    assert "R01" not in visitor.dialogue.shown
    assert visitor.dialogue.chosen is None
    assert any(title.startswith("Toch ook: Budgetcoach aan huis") for title in visitor.titles)
    assert "R01" in visitor.presses("Toch ook").dialogue.shown


def test_one_of_the_list_can_be_taken_from_it(visitor: Talk) -> None:
    visitor.advised(**IN_TIEL).types("haal de eerste weg", "privacy_delete", instrument="1")
    assert "R01" not in visitor.dialogue.shown


def test_a_coach_taps_the_no_away(coach: Talk) -> None:
    coach.advised(**IN_TIEL).types("niet 1", ruled_out={"instrument": ("1",)})
    assert "utter_noted" not in coach.said
    assert "R01" in coach.presses("✕ geen Budgetcoach").dialogue.shown


@pytest.mark.parametrize("text", ["geen training", "liever geen cursus", "niet weer een traject"])
def test_a_kind_of_help_cannot_be_left_out_and_that_is_said(visitor: Talk, text: str) -> None:
    visitor.advised(**IN_TIEL).types(text, "refine_practical")
    assert visitor.said == ["utter_no_kind_of_help", "utter_list_still"]
