"""A number that is not there is never taken for another one: what is there is said."""

import pytest

from tests.actions.talk import DEBTS, Talk

ONE = {"wanted": frozenset({DEBTS}), "gemeente": "Neder-Betuwe"}
NONE = {"wanted": frozenset({"1.3.3"}), "gemeente": "Zaltbommel", "max_weeks": 1}


@pytest.mark.parametrize("intent", ["choose", "why_this", "instrument_details", "compare"])
def test_a_third_where_one_is_shown_names_the_one_and_offers_more(
    visitor: Talk, intent: str
) -> None:
    visitor.advised(**ONE)
    (only,) = visitor.dialogue.shown
    visitor.types("waarom niet die derde", intent, instrument="3")
    assert visitor.said == ["utter_only_this_one"]
    assert "Vervoer en opvang geregeld" in visitor.text
    assert visitor.titles[0] == "Meer over 1"
    assert any(title.startswith("Zonder: in Neder-Betuwe") for title in visitor.titles)
    assert visitor.dialogue.chosen is None
    assert visitor.dialogue.shown == (only,)


@pytest.mark.parametrize("intent", ["choose", "why_this", "instrument_details", "compare"])
def test_a_fifth_of_three_shows_the_numbers(visitor: Talk, intent: str) -> None:
    visitor.advised().types("de vijfde", intent, instrument="5")
    assert visitor.said == ["utter_no_such_number"]
    assert "**3. " in visitor.text
    assert "Meer over 3" in visitor.titles


def test_comparing_with_one_that_is_not_there_compares_no_other(visitor: Talk) -> None:
    visitor.advised().types("vergelijk 1 en 5", "compare", instrument=("1", "5"))
    assert visitor.said == ["utter_no_such_number"]


@pytest.mark.parametrize("intent", ["choose", "affirm"])
def test_where_nothing_fits_it_is_said_that_there_is_nothing_to_pick(
    visitor: Talk, intent: str
) -> None:
    visitor.advised(**NONE)
    assert visitor.dialogue.empty
    visitor.types("ik neem 1", intent, instrument="1")
    assert visitor.said == ["utter_nothing_to_pick"]
    assert visitor.titles[0].startswith("Zonder: ")


@pytest.mark.parametrize(
    ("text", "intent", "pointing"),
    [
        ("de eerste", "choose", {"instrument": "1"}),
        ("eerste", "affirm", {"instrument": "1"}),
        ("nummer 1", "nlu_fallback", {"instrument": "1", "level": "1"}),
        ("2", "checkin_score", {"level": "2"}),
        ("die laatste", "choose", {"instrument": "last"}),
        ("ik kies 1 en 2", "choose", {"instrument": ("1", "2")}),
        ("vergelijk 1 en 2", "compare", {"instrument": ("1", "2")}),
        ("ik wil die", "choose", {}),
        ("wat kost dat", "instrument_details", {"aspect": "kosten"}),
    ],
)
def test_after_nothing_fits_the_list_before_cannot_be_pointed_at(
    visitor: Talk, text: str, intent: str, pointing: dict[str, str | tuple[str, ...]]
) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=("route", *"abcde"))
    visitor.types("in een groep in Zaltbommel", "refine_practical", gemeente="Zaltbommel")
    assert visitor.said == ["utter_nothing_fits"]
    ways_out = visitor.titles
    visitor.types(text, intent, ranking=(("choose", 0.6),), **pointing)
    assert visitor.said == ["utter_nothing_to_pick"]
    assert visitor.titles == ways_out
    assert visitor.dialogue.chosen is None


def test_a_new_list_can_be_pointed_at_again(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=("route", *"abcde"))
    visitor.types("in een groep in Zaltbommel", "refine_practical", gemeente="Zaltbommel")
    visitor.presses("Zonder: ").types("de eerste", "choose", instrument="1")
    assert visitor.said == ["utter_ask_argument"]
    assert visitor.dialogue.chosen == visitor.dialogue.shown[0]


@pytest.mark.parametrize("intent", ["choose", "affirm"])
def test_without_a_list_the_conversation_goes_on_to_one(visitor: Talk, intent: str) -> None:
    visitor.at("open").types("ja doe 1", intent, instrument="1")
    assert visitor.said == ["utter_no_list_yet", "utter_ask_open"]
    assert visitor.known.wanted == frozenset()


def test_a_yes_at_the_chips_is_a_yes(visitor: Talk) -> None:
    visitor.at("chips", pending=(DEBTS,)).types("ja 1", "affirm", instrument="1")
    assert visitor.known.wanted == {DEBTS}


@pytest.mark.parametrize("likeliest", ["choose", "affirm"])
def test_a_number_in_few_words_picks_it_also_in_doubt(visitor: Talk, likeliest: str) -> None:
    visitor.advised()
    second = visitor.dialogue.shown[1]
    visitor.types("ok 2", ranking=((likeliest, 0.6), ("deny", 0.3)), instrument="2")
    assert visitor.dialogue.chosen == second


def test_a_no_to_a_number_without_a_list_is_no_aside(coach: Talk) -> None:
    coach.advised(**NONE).types("niet 1", "caseload_overview", ruled_out={"instrument": ("1",)})
    assert coach.said == ["utter_nothing_to_pick"]


def test_one_left_on_the_last_page_is_compared_with_what_was_seen_before(visitor: Talk) -> None:
    visitor.advised()
    last = visitor.dialogue.shown[-1]
    visitor.at("advice", shown=("R08",), seen=visitor.dialogue.shown, listed=True)
    visitor.types("vergelijk", "compare")
    assert visitor.said == ["utter_compare"]
    assert last in visitor.buttons[1].payload


@pytest.mark.parametrize("intent", ["rate_instrument", "checkin_score", "nlu_fallback"])
@pytest.mark.parametrize("text", ["meer over 6", "vertel meer over nummer 6", "6"])
def test_a_number_over_a_list_is_never_a_score(coach: Talk, text: str, intent: str) -> None:
    coach.advised().types(text, intent, cijfer="6")
    assert coach.said == ["utter_no_such_number"]


@pytest.mark.parametrize("text", ["meer over 2", "2"])
def test_a_number_of_the_list_shows_that_one(visitor: Talk, text: str) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types(text, "checkin_score", level="2")
    assert visitor.said == ["utter_details"]
    assert visitor.dialogue.focus == shown[1]


def test_a_number_that_is_not_there_is_no_wish_for_another_list(coach: Talk) -> None:
    coach.advised().types("nee, de vierde bedoelde ik", "deny", instrument="4")
    assert coach.said[0] == "utter_no_such_number"
