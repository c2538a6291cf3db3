"""Which question comes next."""

import math

from sqlalchemy.orm import Session

from catalogue.known import Known
from catalogue.questions import Question, next_in_method, next_question
from tests.catalogue.conftest import Fill
from tests.catalogue.made import card


def test_the_kenmerk_that_splits_best_is_asked_first(filled: Fill) -> None:
    session = filled(
        [
            card("R01", kenmerken=("1.1", "3.3")),
            card("R02", kenmerken=("1.1", "3.3")),
            card("R03", kenmerken=("1.1", "5.2")),
            card("R04", kenmerken=("1.1", "4.1")),
        ]
    )
    question = next_question(session, Known(), "kenmerk")
    assert question == Question("kenmerk:3.3", ("wanted", "refused"), 1.0)


def test_bits_of_a_place_count_what_the_answer_takes_away(filled: Fill) -> None:
    session = filled(
        [
            card("R01", gemeenten=("Tiel",)),
            card("R02", gemeenten=("Buren",)),
            card("R03", gemeenten=("Buren", "Tiel")),
            card("R04", gemeenten=()),
        ]
    )
    question = next_question(session, Known(), "practical")
    assert question is not None
    assert (question.id, question.values) == ("gemeente", ("Buren", "Tiel"))
    # Two of five answers for each place, one of five without; three of four instruments stay.
    assert math.isclose(question.expected_bits, 4 / 5 * math.log2(4 / 3))


def test_steps_of_cost_are_offered_as_far_as_they_take_something_away(filled: Fill) -> None:
    facts = [("R01", 90), ("R02", 200), ("R03", 400), ("R04", 450)]
    session = filled([card(code, cost=cost) for code, cost in facts])
    question = next_question(session, Known(), "practical")
    assert question is not None
    assert (question.id, question.values) == ("max_cost", (100, 250))
    assert math.isclose(question.expected_bits, 1 / 4 * 2 + 1 / 4 * 1)


def test_implied_asked_answered_and_open_questions_are_skipped(filled: Fill) -> None:
    session = filled([card("R01", kenmerken=("1.1", "3.3")), card("R02", kenmerken=("1.1", "5.2"))])
    first = next_question(session, Known(), "kenmerk")
    assert first is not None
    assert first.id == "kenmerk:3.3"
    second = next_question(session, Known().skipped("kenmerk:3.3"), "kenmerk")
    assert second is not None
    assert second.id == "kenmerk:5.2"
    unasked = Known(refused=frozenset({"3.3", "5.2"}))
    assert next_question(session, unasked, "kenmerk") is None
    assert next_question(session, Known(asked=("kenmerk:3.3", "kenmerk:5.2")), "kenmerk") is None


def test_questions_are_about_the_route(filled: Fill) -> None:
    session = filled(
        [
            card("R01", routes=("A",), kenmerken=("3.3",)),
            card("R02", routes=("A",), kenmerken=("1.1",)),
            card("R03", routes=("B",), kenmerken=("4.1",)),
            card("R04", routes=("B",), kenmerken=("4.1", "5.2")),
        ]
    )
    question = next_question(session, Known(route="B"), "kenmerk")
    assert question is not None
    assert question.id == "kenmerk:5.2"


def test_what_was_wanted_makes_its_company_more_likely(filled: Fill) -> None:
    """After a yes to 1.1 and a no to 4.1, what goes with 1.1 alone is worth more."""
    session = filled(
        [
            card("R01", kenmerken=("1.1", "3.3")),
            card("R02", kenmerken=("1.1",)),
            card("R03", kenmerken=("1.1", "4.1", "5.2")),
            card("R04", kenmerken=("1.1", "4.1")),
        ]
    )
    known = Known(wanted=frozenset({"1.1"}), refused=frozenset({"4.1"}))
    question = next_question(session, known, "kenmerk")
    assert question is not None
    assert question.id == "kenmerk:3.3"


def test_the_route_is_a_question_like_any_other(example: Session) -> None:
    question = next_question(example, Known(), "route")
    assert question is not None
    assert (question.id, question.values) == ("route", ("A", "B", "C"))
    assert next_question(example, Known(route="A"), "route") is None


def test_the_method_orders_the_steps(example: Session) -> None:
    known = Known()
    asked = []
    while (question := next_in_method(example, known)) and len(asked) < 6:
        asked.append(question.id.split(":")[0])
        answer = "refused" if asked[-1] == "kenmerk" else question.values[0]
        known = known.answered(question.id, "B" if asked[-1] == "route" else answer)
    assert asked[:4] == ["route", "kenmerk", "kenmerk", "gemeente"]
    wanted = next_in_method(example, Known(route="B", wanted=frozenset({"5.2"})))
    assert wanted is not None
    assert not wanted.id.startswith("kenmerk")


def test_when_one_is_left_nothing_needs_asking(filled: Fill) -> None:
    assert next_in_method(filled([card("R01", routes=("A",))]), Known()) is None
