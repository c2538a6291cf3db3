"""A place outside the region does not vanish: it is said that nothing is known there."""

import pytest

from tests.actions.talk import DEBTS, Talk

ASKED = ("route", *"abcde")


@pytest.mark.parametrize("intent", ["out_of_scope", "refine_practical", "nlu_fallback", "deny"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Utrecht", "Utrecht"),
        ("in den bosch", "Den Bosch"),
        ("ik woon in Nijmegen", "Nijmegen"),
        ("liever in wijk bij duurstede", "Wijk bij Duurstede"),
        ("nee, utrecht kan ook", "Utrecht"),
    ],
)
def test_over_a_list_the_places_that_have_something_are_a_tap_away(
    visitor: Talk, text: str, place: str, intent: str
) -> None:
    shown = visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).dialogue.shown
    visitor.types(text, intent)
    assert f"In {place} ken ik geen hulp" in visitor.text
    assert all(near in visitor.text for near in ("Tiel", "Culemborg", "Maasdriel"))
    assert visitor.dialogue.shown == shown
    assert visitor.presses("In Tiel").known.gemeente == "Tiel"


def test_in_a_story_it_is_said_and_the_story_is_heard(visitor: Talk) -> None:
    visitor.at("open").types(
        "ik heb schulden en ik woon in Utrecht", "find_instrument", kenmerken={DEBTS: "schulden"}
    )
    assert "In Utrecht ken ik geen hulp" in visitor.text
    assert visitor.said[-1] == "utter_ask_chips"
    assert "gemeente" in visitor.known.asked


def test_alone_at_the_beginning_it_is_said_and_the_question_put_again(visitor: Talk) -> None:
    visitor.at("open").types("ik woon in utrecht", "out_of_scope")
    assert "In Utrecht ken ik geen hulp" in visitor.text
    assert visitor.said[-1] == "utter_ask_open"


def test_in_a_case_a_coach_reads_it_once(coach: Talk) -> None:
    coach.at("open").types(
        "vr 45, Utrecht, schulden", "find_instrument", kenmerken={DEBTS: "schulden"}
    )
    assert "In Utrecht ken ik geen hulp" in coach.text
    assert "“Utrecht”" not in coach.text
    assert coach.said[-1] == "utter_advice"


def test_asked_for_the_place_the_choices_are_buttons(visitor: Talk) -> None:
    visitor.asked("gemeente").types("den bosch", "bye")
    assert visitor.said == ["utter_place_unknown", "utter_ask_gemeente"]
    assert "Tiel" in visitor.titles


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("ik kom uit Utrecht maar woon nu in Tiel", {"gemeente": "Tiel"}),
        ("ik heb vroeger in Utrecht op een kantoor gewerkt", {}),
        ("de bus naar Nijmegen is duur", {}),
    ],
)
def test_a_place_where_nobody_looks_is_left_alone(
    visitor: Talk, text: str, more: dict[str, str]
) -> None:
    visitor.at("open").types(text, "find_instrument", kenmerken={DEBTS: "duur"}, **more)
    assert "ken ik geen hulp" not in visitor.text


def test_who_wants_to_speak_with_somebody_there_is_heard(visitor: Talk) -> None:
    visitor.at("open").types("ik woon in Utrecht en wil een mens spreken", "human_contact")
    assert visitor.said == ["utter_ask_request"]


@pytest.mark.parametrize("intent", ["report", "refine_practical", "nlu_fallback"])
@pytest.mark.parametrize(
    "text",
    ["in heel rivierenland", "overal in Rivierenland", "zoek in de hele regio", "hele regio"],
)
def test_the_whole_region_is_a_place_and_no_figure(coach: Talk, text: str, intent: str) -> None:
    coach.at("open").types(text, intent)
    assert coach.said == ["utter_whole_region", "utter_ask_open"]
    assert "gemeente" in coach.known.asked

    coach.advised(wanted=frozenset({DEBTS}), gemeente="Tiel").types(text, intent)
    assert coach.said[0] == "utter_taken_away"
    assert coach.known.gemeente is None

    coach.asked("gemeente").types(text, intent)
    assert "gemeente" in coach.known.open
    assert coach.dialogue.question != "gemeente"


@pytest.mark.parametrize(
    "text", ["cijfers van heel rivierenland", "hoeveel mensen in de hele regio"]
)
@pytest.mark.parametrize("step", ["open", "advice"])
def test_figures_of_the_region_stay_figures(coach: Talk, text: str, step: str) -> None:
    coach.advised(wanted=frozenset({DEBTS})) if step == "advice" else coach.at("open")
    coach.types(text, "report")
    assert "utter_whole_region" not in coach.said
