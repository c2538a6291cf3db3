"""Which of the list costs least, is shortest or begins first."""

import pytest

from actions.wording import euros
from tests.actions.talk import DEBTS, Talk, card, typed

MONEY = {"wanted": frozenset({DEBTS}), "gemeente": "Tiel"}


def test_a_coach_hears_which_one_costs_least_and_of_which_it_is_not_known(coach: Talk) -> None:
    shown = coach.advised(**MONEY).dialogue.shown
    costs = {code: card(coach, code).cost_per_person for code in shown}
    least = min((code for code in shown if costs[code] is not None), key=lambda c: costs[c] or 0)
    unknown = [code for code in shown if costs[code] is None]
    coach.types("welke is het goedkoopst?", "compare", aspect="kosten")

    assert coach.said == ["utter_least"]
    price = euros(coach.turn(typed("")), costs[least])
    assert f"Het goedkoopst van deze lijst: **{card(coach, least).kind}**, {price}." in coach.text
    assert unknown
    for code in unknown:
        assert card(coach, code).kind in coach.text.split("Van ")[1]


def test_a_client_hears_that_all_of_it_is_free(visitor: Talk) -> None:
    visitor.advised().types("wat is het goedkoopste", "out_of_scope")
    assert visitor.said == ["utter_free_for_you"]
    assert "Meer over 1" in visitor.titles


def test_the_shortest_is_the_one_that_is_then_spoken_of(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    weeks = {code: card(visitor, code).duration_weeks for code in shown}
    shortest = min((code for code in shown if weeks[code]), key=lambda code: weeks[code] or 0)
    visitor.types("welke duurt het kortst?", "compare", aspect="duur")

    assert f"Het kortst van deze lijst: **{card(visitor, shortest).kind}**" in visitor.text
    assert visitor.types("die kies ik", "choose").dialogue.chosen == shortest


def test_the_first_that_begins_is_told_with_its_wait(visitor: Talk) -> None:
    visitor.advised().types("waar kan ik het snelst beginnen?")
    assert visitor.said == ["utter_least"]
    assert "start binnen" in visitor.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("welke scoort het hoogst", "caseload_overview"),
        ("welke scoort het beste?", "compare"),
        ("welke heeft het hoogste cijfer", "compare"),
        ("welke is het beste", "compare"),
        ("wat is de beste", "out_of_scope"),
        ("welke is het best beoordeeld", "rate_instrument"),
    ],
)
def test_the_best_grade_is_told_and_of_which_ones_it_is_not_known(
    visitor: Talk, text: str, intent: str
) -> None:
    shown = visitor.advised(**MONEY).dialogue.shown
    ratings = {code: card(visitor, code).rating_professionals for code in shown}
    best = max((code for code in shown if ratings[code]), key=lambda code: ratings[code].grade)
    visitor.types(text, intent)

    assert visitor.said == ["utter_least"]
    grade = f"{ratings[best].grade:.1f}".replace(".", ",")
    told = f"**{card(visitor, best).kind}**, werkcoaches geven een {grade}."
    assert f"Het hoogste cijfer van deze lijst: {told}" in visitor.text
    for code in shown:
        if ratings[code] is None:
            assert card(visitor, code).kind in visitor.text.split("Van ")[1]


def test_how_high_a_client_scores_is_no_question_on_the_list(coach: Talk) -> None:
    coach.advised().types("welke cliënt scoort het hoogst", "caseload_overview")
    assert "utter_least" not in coach.said


def test_without_a_list_nothing_is_least(visitor: Talk) -> None:
    assert "utter_least" not in visitor.at("open").types("welke is het kortst?").said


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("welke zorgverzekering is het goedkoopst", "out_of_scope"),
        ("zeker weer de goedkoopste aangeraden? waarom juist die", "why_this"),
        ("welke vragenlijst duurt het kortst voor intake", "diagnosis_instrument"),
    ],
)
def test_the_least_of_something_else_is_not_told(coach: Talk, text: str, intent: str) -> None:
    assert "utter_least" not in coach.advised().types(text, intent).said


def test_the_cheapest_that_is_named_is_chosen(coach: Talk) -> None:
    shown = coach.advised().dialogue.shown
    coach.types("we kiezen de goedkoopste, dus nr 1", "choose", instrument="1")
    assert coach.dialogue.chosen == shown[0]
