import pytest

from catalogue.known import Known
from catalogue.search import search
from tests.actions.talk import DEBTS, STRESS, Talk, card

MANY = Known(wanted=frozenset({DEBTS}))
ASKED = ("route", *"abcde")
"""So many questions that no further one is put."""


def test_something_else_shows_the_next_ones(visitor: Talk) -> None:
    first = visitor.advised().dialogue.shown
    visitor.presses("Iets anders")

    assert visitor.said == ["utter_advice"]
    assert visitor.dialogue.shown
    assert not set(visitor.dialogue.shown) & set(first)


def test_all_lists_together_are_all_that_fits(visitor: Talk) -> None:
    visitor.advised()
    shown = list(visitor.dialogue.shown)
    while "utter_no_more" not in visitor.presses("Iets anders").said:
        shown += visitor.dialogue.shown
    fits = search(visitor.session, MANY, limit=None).fits

    assert shown == [fit.instrument.code for fit in fits]
    assert visitor.dialogue.shown == tuple(shown[:3])


@pytest.mark.parametrize(
    ("text", "condition"), [("kan het korter", "max_weeks"), ("liever in een groep", "form")]
)
def test_a_wish_narrows_the_list(visitor: Talk, text: str, condition: str) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED)
    visitor.types(text, "refine_practical")

    assert visitor.known.knows(condition)
    assert visitor.said[-1] in ("utter_advice", "utter_only_one")


def test_cheaper_for_a_coach_is_less_than_the_first(coach: Talk) -> None:
    coach.advised(wanted=frozenset({STRESS}))
    before = search(coach.session, coach.known, limit=1).fits[0].instrument.cost_per_person
    coach.types("kan het goedkoper", "refine_practical")
    fits = search(coach.session, coach.known, limit=None).fits

    assert before is not None
    assert all((fit.instrument.cost_per_person or 0) < before for fit in fits)
    assert tuple(fit.instrument.code for fit in fits[:3]) == coach.dialogue.shown


@pytest.mark.parametrize("text", ["te duur", "korter"])
def test_where_nothing_fits_less_is_not_possible_and_what_can_go_is_put_again(
    coach: Talk, text: str
) -> None:
    coach.advised(wanted=frozenset({"1.3.3"}), gemeente="Zaltbommel", max_weeks=1)
    coach.types(text, "refine_practical")
    assert coach.said == ["utter_nothing_still"]
    assert any(title.startswith("Zonder: ") for title in coach.titles)


def test_somewhere_else_asks_which_place(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), gemeente="Tiel", asked=ASKED)
    visitor.types("liever ergens anders", "refine_practical", aspect="waar")

    assert visitor.said == ["utter_ask_gemeente"]
    assert visitor.types("Buren", "refine_practical", gemeente="Buren").known.gemeente == "Buren"


def test_a_condition_that_blocks_can_be_dropped(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), gemeente="Zaltbommel", form="group", asked=ASKED)
    assert visitor.said == ["utter_nothing_fits"]
    assert "in Zaltbommel" in visitor.text
    offer = next(title for title in visitor.titles if "groep" in title)
    visitor.presses(offer)

    assert visitor.known.form is None
    assert visitor.said[:1] == ["utter_advice"]
    assert f"({len(visitor.dialogue.shown)})" in offer


def test_more_of_the_story_is_taken_along(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED)
    visitor.types("ik heb ook stress", "find_instrument", kenmerken={STRESS: "stress"})

    assert visitor.said == ["utter_also_heard", "utter_advice"]
    assert visitor.known.wanted == {DEBTS, STRESS}


@pytest.mark.parametrize("intent", ["unsure", "prefer_not_say"])
def test_there_is_no_hurry_to_choose(visitor: Talk, intent: str) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("weet ik niet", intent)

    assert visitor.said[0] == "utter_no_hurry"
    assert visitor.dialogue.shown == shown


@pytest.mark.parametrize(
    ("text", "entities", "place"),
    [
        ("doe maar de tweede", {"instrument": "2"}, 1),
        ("die laatste", {"instrument": "last"}, -1),
        ("de eerste", {"instrument": ("3", "1")}, 2),
    ],
)
def test_choosing_by_its_place(
    visitor: Talk, text: str, entities: dict[str, str | tuple[str, ...]], place: int
) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types(text, "choose", **entities)

    assert visitor.said == ["utter_ask_argument"]
    assert visitor.dialogue.chosen == shown[place]


def test_choosing_by_name(visitor: Talk) -> None:
    visitor.advised().types("ik kies de budgetcoach", "choose", instrument="budgetcoach")

    assert visitor.dialogue.chosen == "R01"
    assert "Budgetcoach aan huis" in visitor.text


def test_a_yes_after_details_is_that_one(visitor: Talk) -> None:
    visitor.advised().presses("Meer over 2").types("ja die", "affirm")

    assert visitor.dialogue.chosen == visitor.dialogue.shown[1]


def test_choosing_without_saying_which_asks(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("ik wil die", "choose")
    assert visitor.said == ["utter_ask_which"]
    visitor.types("de tweede", "nlu_fallback", instrument="2")

    assert visitor.dialogue.chosen == shown[1]


def test_which_one_can_be_pressed(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("ik wil die", "choose")
    visitor.sends(visitor.buttons[0].payload)

    assert visitor.dialogue.chosen == shown[0]


def test_something_else_at_which_one_is_another_list(visitor: Talk) -> None:
    first = visitor.advised().dialogue.shown
    visitor.types("ik wil die", "choose").types("geen van die", "more_options")

    assert visitor.said == ["utter_advice"]
    assert not set(visitor.dialogue.shown) & set(first)


def test_what_only_refers_is_never_chosen(visitor: Talk) -> None:
    visitor.advised().types("ik wil dat psychologisch onderzoek", "choose", instrument="V01")

    assert visitor.said[0] == "utter_specialist_decides"
    assert visitor.dialogue.step == "advice"
    assert visitor.dialogue.chosen is None


def test_a_chip_taken_away_gives_the_whole_new_list(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS, STRESS}))
    coach.presses("✕ omgaan met stress")
    fits = search(coach.session, coach.known, limit=3).fits

    assert coach.known.wanted == {DEBTS}
    assert coach.dialogue.shown == tuple(fit.instrument.code for fit in fits)


def test_something_else_can_be_undone(visitor: Talk) -> None:
    first = visitor.advised().dialogue.shown
    visitor.presses("Iets anders").types("een stap terug", "step_back")

    assert visitor.said == ["utter_step_back", "utter_advice"]
    assert visitor.dialogue.shown == first


def test_the_last_page_is_not_called_the_only_one(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({"3.2.1"})).presses("Iets anders")

    assert len(visitor.dialogue.shown) == 1
    assert visitor.said == ["utter_advice"]


def test_cheaper_than_free_does_not_exist(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({"4.3"}), max_cost=0)
    visitor.types("kan het goedkoper", "refine_practical")

    assert visitor.said[0] == "utter_least_already"


def test_done_is_no_wish_for_another_list(visitor: Talk) -> None:
    visitor.advised().types("nee klaar", "deny")

    assert visitor.said == ["utter_goodbye"]


@pytest.mark.parametrize(("aspect", "said"), [("kosten", "utter_aspect"), (None, "utter_details")])
def test_and_the_second_asks_the_same_of_it(visitor: Talk, aspect: str | None, said: str) -> None:
    shown = visitor.advised().dialogue.shown
    asked = {"aspect": aspect} if aspect else {}
    visitor.types("en die eerste", "instrument_details", instrument="1", **asked)
    visitor.types("en de tweede?", "choose", instrument="2")

    assert visitor.said == [said]
    assert visitor.dialogue.focus == shown[1]
    assert visitor.dialogue.chosen is None


def test_and_then_i_choose_is_a_choice(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("en doe maar de tweede", "choose", instrument="2")

    assert visitor.dialogue.chosen == shown[1]


def test_somewhere_else_with_a_place_needs_no_question(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), gemeente="Culemborg", asked=ASKED)
    visitor.types(
        "ergens anders dan culemborg, tiel mag ook",
        "refine_practical",
        gemeente="Tiel",
        ruled_out={"gemeente": ("Culemborg",)},
    )

    assert visitor.known.gemeente == "Tiel"
    assert visitor.said == ["utter_noted", "utter_advice"]


def test_one_of_the_list_can_be_picked_while_a_place_is_asked(visitor: Talk) -> None:
    shown = visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).dialogue.shown
    visitor.types("het is te ver", "refine_practical", aspect="waar")
    visitor.types("doe toch maar nummer 2", "choose", instrument="2")

    assert visitor.said == ["utter_ask_argument"]
    assert visitor.dialogue.chosen == shown[1]


def test_something_else_where_nothing_fits_puts_what_can_be_let_go(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), gemeente="Zaltbommel", form="group", asked=ASKED)
    offers = visitor.titles
    visitor.types("heb je nog wat anders", "more_options")

    assert visitor.said == ["utter_nothing_still"]
    assert visitor.titles == offers


def test_what_is_not_right_can_be_tapped_away_again(visitor: Talk, coach: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS, STRESS})).types("taal klopt niet", "deny")
    coach.advised(wanted=frozenset({DEBTS, STRESS})).types("taal klopt niet", "deny")

    assert visitor.said == ["utter_which_chip_wrong", "utter_ask_chips"]
    assert coach.said[:2] == ["utter_which_chip_wrong", "utter_understood"]
    assert {"✕ omgaan met stress", "✕ geldzorgen, opvang of vervoer"} <= {
        *visitor.titles,
        *coach.titles,
    }


def test_why_not_that_one_is_answered_whatever_else_it_sounds_like(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS}), gemeente="Tiel")
    known = coach.known
    coach.types(
        "waarom niet digitaal op weg", "find_instrument", kenmerken={"1.3.4": "digitaal op weg"}
    )

    assert coach.said[0].startswith("utter_why_not")
    assert "Digitaal op weg" in coach.text
    assert coach.known == known


def test_who_hesitates_can_keep_the_list(visitor: Talk) -> None:
    visitor.advised().types("ik denk er nog over na", "unsure")
    assert visitor.titles[0] == "Stuur mij de lijst"

    assert visitor.presses("Stuur mij de lijst").said[0] == "utter_list"


def test_where_nothing_fits_any_more_help_of_the_list_above_is_read_by_its_name(
    visitor: Talk,
) -> None:
    first = visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).dialogue.shown[0]
    name = card(visitor, first).kind
    visitor.types("in een groep in Zaltbommel", "refine_practical", gemeente="Zaltbommel")
    assert visitor.said == ["utter_nothing_fits"]
    visitor.types(f"wat doen ze bij {name}", "instrument_details", instrument=name)

    assert visitor.said == ["utter_details"]
    assert visitor.dialogue.focus == first
    assert visitor.types("bedankt", "thanks").said == ["utter_thanks", "utter_nothing_still"]


def test_none_of_these_is_no_choice(visitor: Talk) -> None:
    first = visitor.advised().dialogue.shown
    visitor.types("ik kies geen", "choose")

    assert visitor.dialogue.step == "advice"
    assert not set(visitor.dialogue.shown) & set(first)
