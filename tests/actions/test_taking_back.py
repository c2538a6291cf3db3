"""A condition goes when it is said, and what is said no to stays away."""

import pytest

from tests.actions.talk import DEBTS, STRESS, Talk, card

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


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("alone", "groep mag toch wel"),
        ("alone", "in een groep is ook goed"),
        ("group", "alleen mag ook"),
    ],
)
def test_the_other_form_is_welcome_after_all(visitor: Talk, form: str, text: str) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), form=form, asked=ASKED)
    visitor.types(text, "refine_practical")
    assert visitor.said == ["utter_taken_away", "utter_advice"]
    assert visitor.known.form is None


@pytest.mark.parametrize("text", ["liever betaald", "mag wat kosten", "geld maakt niet uit"])
def test_a_coach_takes_back_that_it_must_be_free(coach: Talk, text: str) -> None:
    coach.advised(wanted=frozenset({DEBTS}), max_cost=0).types(text, "refine_practical")
    assert coach.said[0] == "utter_taken_away"
    assert coach.known.max_cost is None


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ({"max_wait": 2}, "dat is te snel, mag ook later"),
        ({"max_weeks": 8}, "mag ook langer"),
        ({"max_weeks": 8}, "langer mag ook"),
        ({"gemeente": "Tiel"}, "andere plaats mag"),
    ],
)
def test_more_of_it_is_fine(coach: Talk, known: dict[str, object], text: str) -> None:
    (name,) = known
    coach.advised(wanted=frozenset({DEBTS}), **known).types(text)
    assert coach.said[0] == "utter_taken_away"
    assert not coach.known.knows(name)


@pytest.mark.parametrize("intent", ["report", "change_prompt_time", "out_of_scope", "nlu_fallback"])
@pytest.mark.parametrize("text", ["heel Rivierenland", "heel rivierland"])
def test_the_region_alone_takes_the_place_away_whatever_it_sounds_like(
    coach: Talk, text: str, intent: str
) -> None:
    coach.advised(**IN_TIEL).types(text, intent)
    assert coach.said[0] == "utter_taken_away"
    assert coach.known.gemeente is None


@pytest.mark.parametrize("intent", ["refine_practical", "nlu_fallback"])
@pytest.mark.parametrize(
    "text", ["doe maar heel rivierenland", "de hele regio mag ook", "regiobreed graag"]
)
def test_the_whole_region_takes_the_place_away(visitor: Talk, text: str, intent: str) -> None:
    visitor.advised(**IN_TIEL).types(text, intent)
    assert visitor.said == ["utter_taken_away", "utter_advice"]
    assert "in Tiel" in visitor.text
    assert visitor.known.gemeente is None


@pytest.mark.parametrize(
    ("known", "text", "intent", "more"),
    [
        ({"form": "group"}, "taal is goed, alleen nog die schulden", "find_instrument", {}),
        ({"form": "alone"}, "een groep mag niet", "refine_practical", {}),
        ({"max_cost": 500}, "het mag niks kosten", "refine_practical", {"max_kosten": "0"}),
        ({"max_wait": 2}, "informatie komt te snel op me af", "find_instrument", {}),
        ({"max_wait": 2}, "berichtje mag later op de avond", "change_prompt_time", {}),
        ({"gemeente": "Tiel"}, "trends in doorlooptijd, hele regio", "report", {}),
    ],
)
def test_what_sounds_like_it_takes_nothing_away(
    coach: Talk, known: dict[str, object], text: str, intent: str, more: dict[str, str]
) -> None:
    (name,) = known
    coach.advised(wanted=frozenset({DEBTS}), **known).types(text, intent, **more)
    assert "utter_taken_away" not in coach.said
    assert coach.known.knows(name)


def test_where_no_place_was_named_the_region_is_searched_already(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).types("heel rivierenland")
    assert visitor.said == ["utter_whole_region", "utter_list_still"]


def test_asked_for_a_place_the_whole_region_is_an_answer(visitor: Talk) -> None:
    visitor.asked("gemeente").types("heel rivierenland", "refine_practical")
    assert "gemeente" in visitor.known.open
    assert visitor.dialogue.question != "gemeente"


def test_a_place_that_was_asked_already_leaves_the_list(coach: Talk) -> None:
    coach.advised(**IN_TIEL).types("in tiel", "refine_practical", gemeente="Tiel")
    assert coach.said == ["utter_explain", "utter_list_still"]
    assert "in Tiel" in coach.text


def test_a_kind_of_training_goes_by_its_topic_and_can_come_back(coach: Talk) -> None:
    coach.advised(wanted=frozenset({"1.3.2"}))
    coach.types("geen taaltraining graag", ruled_out={"instrument": ("taaltraining",)})
    assert {"R11", "R14"} <= coach.known.unwanted
    assert not {"R11", "R14"} & set(coach.dialogue.shown)
    assert "geen “Taal op de werkvloer”" in coach.text + "".join(coach.titles)

    coach.presses("✕ geen")
    assert not coach.known.unwanted


def test_what_no_instrument_is_called_is_said_and_the_list_stays(coach: Talk) -> None:
    shown = coach.advised(wanted=frozenset({DEBTS})).dialogue.shown
    coach.types(
        "alles behalve een weerbaarheidstraining",
        ruled_out={"instrument": ("weerbaarheidstraining",)},
    )
    assert coach.said == ["utter_explain", "utter_list_still"]
    assert "weerbaarheidstraining" in coach.text
    assert coach.dialogue.shown == shown


def test_what_was_refused_is_welcome_after_all(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS}), unwanted=frozenset({"R01", "R04"}))
    coach.types("budgetcoach mag toch wel", instrument="budgetcoach")
    assert coach.known.unwanted == {"R04"}


def test_what_is_only_for_a_group_goes_with_a_no_to_it(coach: Talk) -> None:
    coach.advised(wanted=frozenset({"5.3"}), doelgroepen=frozenset({"statushouders"}))
    coach.types("niet voor statushouders", ruled_out={"doelgroep": ("statushouders",)})
    assert not coach.known.doelgroepen
    assert coach.known.unwanted == {"R22"}
    assert "R22" not in coach.dialogue.shown


def test_without_a_group_is_no_wish_to_let_it_go(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), form="alone")
    visitor.types("zonder groep graag", "refine_practical")
    assert visitor.known.form == "alone"


@pytest.mark.parametrize(
    "text", ["niet schulden maar solliciteren", "schulden eruit", "schrap schulden"]
)
@pytest.mark.parametrize("intent", ["find_instrument", "privacy_delete", "nlu_fallback"])
def test_a_topic_goes(coach: Talk, text: str, intent: str) -> None:
    coach.advised(wanted=frozenset({DEBTS, "4.1"}))
    coach.types(text, intent)
    assert coach.said[0] == "utter_taken_away"
    assert coach.known.wanted == {"4.1"}


def test_a_topic_that_is_not_there_is_not_added_when_it_must_go(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS}))
    coach.types("stress eruit", "find_instrument", kenmerken={STRESS: "stress eruit"})
    assert coach.said == ["utter_explain", "utter_list_still"]
    assert coach.known.wanted == {DEBTS}


def test_the_whole_region_and_a_limit_in_one_message(coach: Talk) -> None:
    coach.advised(**IN_TIEL)
    text = "heel rivierenland, max 1000 euro en start deze maand"
    coach.types(text, "refine_practical", max_kosten="1000", start="deze maand")
    assert coach.known.gemeente is None
    assert coach.known.max_cost == 1000
    assert coach.known.max_wait == 2
