import pytest

from catalogue.known import Known
from tests.actions.talk import APPLYING, DEBTS, SPEAKING, Talk


def test_the_first_answer_is_met_with_who_this_is(visitor: Talk) -> None:
    visitor.types("ik heb schulden", "find_instrument", kenmerken={DEBTS: "schulden"})

    assert visitor.said == ["utter_introduction", "utter_ask_chips"]
    assert "computer" in visitor.text
    assert visitor.types("ja", "affirm").said == ["utter_ask_route"]


def test_a_whole_conversation_of_a_client(visitor: Talk) -> None:
    visitor.types("ik heb schulden", "find_instrument", kenmerken={DEBTS: "schulden"})
    visitor.presses("Klopt").presses("Rust en orde thuis")
    while visitor.dialogue.step == "question":
        assert visitor.titles[-1] == "Zeg ik liever niet"
        visitor.presses("Weet ik niet")

    assert visitor.said[-1] == "utter_advice"
    assert "Omdat je zei: “schulden”." in visitor.text
    visitor.types("doe maar de eerste", "choose", instrument="1")
    assert visitor.said == ["utter_ask_argument"]
    visitor.types("omdat ze thuis komen")
    assert visitor.said == ["utter_chosen", "utter_ask_keep_list"]
    assert visitor.presses("Nee, klaar").said[0] == "utter_goodbye"
    assert visitor.replies[0].custom == {"finished": True}


def test_a_coach_gets_the_list_for_a_whole_case_at_once(coach: Talk) -> None:
    coach.types(
        "vr 45, Tiel, schulden en taal zwak, max 1500 euro",
        "find_instrument",
        kenmerken={DEBTS: "schulden", SPEAKING: "taal zwak"},
        gemeente="Tiel",
        max_kosten="1500",
        read=("Tiel", "max 1500 euro"),
    )

    assert coach.said[1:] == ["utter_understood", "utter_left_aside", "utter_advice"]
    assert "hierop kan ik niet zoeken: leeftijd." in coach.text
    assert {"✕ in Tiel", "✕ hooguit € 1500"} <= set(coach.titles)
    assert "van in totaal" in coach.text


def test_another_place_is_heard_while_something_else_is_asked(visitor: Talk) -> None:
    visitor.known = Known(gemeente="Tiel")
    visitor.asked("form").types("nee, Culemborg", "refine_practical", gemeente="Culemborg")

    assert visitor.known.gemeente == "Culemborg"
    assert visitor.said[-1] == "utter_ask_form"


def test_another_place_gives_another_list(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), gemeente="Tiel", asked=("route", *"abcde"))
    before = visitor.dialogue.shown
    visitor.types("nee, Culemborg", "refine_practical", gemeente="Culemborg")

    assert visitor.said[-1] == "utter_advice"
    assert visitor.dialogue.shown != before


def test_a_kenmerk_is_taken_away_at_any_question(visitor: Talk) -> None:
    visitor.known = Known(wanted=frozenset({DEBTS, SPEAKING}))
    visitor.asked("form").types("schulden klopt niet", "deny", kenmerken={DEBTS: "schulden"})

    assert visitor.known.wanted == {SPEAKING}
    assert visitor.said == ["utter_taken_away", "utter_ask_form"]
    assert "geldzorgen" in visitor.text


def test_a_kenmerk_is_taken_away_from_the_list(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS, APPLYING}), route="C", asked=("route", *"abcde"))
    visitor.types("schulden klopt niet", "deny", kenmerken={DEBTS: "schulden"})

    assert visitor.said == ["utter_taken_away", "utter_advice"]
    assert visitor.known.wanted == {APPLYING}


@pytest.mark.parametrize("step", ["argument", "request"])
def test_what_is_told_freely_corrects_nothing(visitor: Talk, step: str) -> None:
    visitor.known = Known(gemeente="Tiel")
    visitor.at(step, chosen="R01", shown=("R01",), before="open")
    visitor.types("mijn zus woont in Buren", "refine_practical", gemeente="Buren")

    assert visitor.known.gemeente == "Tiel"


def test_a_step_back_undoes_the_last_answer(visitor: Talk) -> None:
    visitor.asked("kenmerk:3.3").types("ja", "affirm").types("een stap terug", "step_back")

    assert visitor.said == ["utter_step_back", "utter_ask_kenmerk"]
    assert visitor.known == Known()


def test_steps_back_to_the_beginning(visitor: Talk) -> None:
    visitor.types("weet ik niet", "unsure").presses("Meteen werk zoeken")
    visitor.types("stap terug", "step_back")
    assert visitor.said == ["utter_step_back", "utter_ask_route"]
    visitor.types("stap terug", "step_back")
    assert visitor.said == ["utter_step_back", "utter_ask_open"]
    visitor.types("stap terug", "step_back")
    assert visitor.said == ["utter_no_step_back", "utter_ask_open"]


def test_a_step_back_from_the_argument_is_the_list_again(visitor: Talk) -> None:
    visitor.advised().types("de eerste", "choose", instrument="1")
    visitor.types("een stap terug", "step_back")

    assert visitor.said == ["utter_advice"]
    assert visitor.dialogue.chosen is None


def test_an_aside_comes_back_to_the_question(visitor: Talk) -> None:
    visitor.asked("gemeente").types("ben je een mens", "bot_challenge")

    assert visitor.said == ["utter_bot_challenge", "utter_ask_gemeente"]
    assert visitor.known == Known()


def test_begin_again_forgets_everything(visitor: Talk) -> None:
    visitor.advised().types("opnieuw beginnen", "restart")

    assert visitor.said == ["utter_begin_again", "utter_ask_open"]
    assert visitor.known == Known()
    assert visitor.dialogue.shown == ()


def test_an_unsure_restart_is_an_answer(visitor: Talk) -> None:
    visitor.asked("kenmerk:3.3").types("ja, weer van voor af aan", "restart", confidence=0.3)

    assert visitor.known.wanted == {DEBTS}


@pytest.mark.parametrize("look", ["Meer over 1", "Vergelijk 1 en 2"])
def test_back_from_an_instrument_is_the_list(visitor: Talk, look: str) -> None:
    visitor.advised()
    known, shown = visitor.known, visitor.dialogue.shown
    visitor.presses(look).types("terug", "step_back")

    assert visitor.said == ["utter_advice"]
    assert (visitor.known, visitor.dialogue.shown) == (known, shown)
    assert visitor.types("terug", "step_back").said[0] in ("utter_step_back", "utter_no_step_back")


def test_two_conditions_of_a_coach_are_enough_for_a_list(coach: Talk) -> None:
    coach.types(
        "welke zijn er voor statushouders in Tiel",
        "refine_practical",
        gemeente="Tiel",
        doelgroep="statushouders",
    )

    assert coach.said[-1] == "utter_advice"
    assert coach.dialogue.shown


def test_one_condition_of_a_coach_is_no_case(coach: Talk) -> None:
    assert coach.types("in Tiel", "refine_practical", gemeente="Tiel").said[-1] == "utter_ask_open"


@pytest.mark.parametrize(
    "text",
    [
        "m 45 Tiel WW, ict, zoekt snel baan",
        "volgende: vr 20 in Tiel, zwanger nu",
        "mn 24, Tiel, autisme, ict, niet in groep",
        "mn 24, Tiel, autisme",
    ],
)
def test_somebody_with_an_age_is_a_new_case(coach: Talk, text: str) -> None:
    coach.advised(wanted=frozenset({DEBTS})).types(text, "find_instrument")

    assert coach.said[0] == "utter_new_case"
    assert DEBTS not in coach.known.wanted


def test_after_a_choice_a_new_case_begins_anew_too(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS})).presses("Meer over 1")
    coach.dialogue = coach.dialogue.at("chosen", chosen=coach.dialogue.shown[0])
    coach.types("mw 31, Tiel, wil snel aan het werk", gemeente="Tiel")

    assert coach.said[0] == "utter_new_case"
    assert (coach.known.wanted, coach.known.gemeente) == (frozenset(), "Tiel")


def test_a_coach_who_names_a_new_case_begins_anew_at_a_question(coach: Talk) -> None:
    coach.known = Known(gemeente="Tiel", doelgroepen=frozenset({"statushouders"}))
    coach.asked("route").types(
        "nieuwe casus: man 45 Culemborg schulden",
        "find_instrument",
        gemeente="Culemborg",
        kenmerken={DEBTS: "schulden"},
    )
    assert coach.said[0] == "utter_new_case"
    assert coach.known.gemeente == "Culemborg"
    assert not coach.known.doelgroepen
