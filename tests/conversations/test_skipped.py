"""Not knowing and not wanting to say never drop an instrument."""

import pytest

from catalogue.known import Known
from catalogue.search import search
from tests.conversations.visitor import (
    DEBTS,
    MORE_ABOUT,
    MOST_QUESTIONS,
    RIGHT,
    SILENT,
    UNSURE,
    Visitor,
)


@pytest.mark.parametrize("skip", [UNSURE, SILENT])
def test_skipping_every_question_leaves_everything_in(anonymous: Visitor, skip: str) -> None:
    anonymous.opens().presses(skip).to_the_list(skip)

    advice = anonymous.advice
    assert advice is not None
    assert advice.known.wanted == advice.known.refused == frozenset()
    with anonymous.stack.session() as session:
        everything = search(session, Known(), limit=None).total
        assert search(session, advice.known, limit=None).total == everything


@pytest.mark.parametrize("typed", ["weet ik niet", "zeg ik liever niet", "geen idee"])
def test_it_may_be_typed(anonymous: Visitor, typed: str) -> None:
    anonymous.says(DEBTS).presses(RIGHT)
    anonymous.says(typed)
    assert "begrijp" not in anonymous.text

    anonymous.to_the_list()
    assert anonymous.advice is not None
    assert anonymous.advice.known.route is None
    assert "route" in anonymous.advice.known.open


def test_a_skipped_place_is_no_place(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT, "Rust en orde thuis")
    assert "plaats" in anonymous.text
    anonymous.presses(SILENT)

    assert anonymous.advice is not None
    assert anonymous.advice.known.gemeente is None
    assert len(anonymous.listed) == 3


def test_every_question_offers_both(anonymous: Visitor) -> None:
    anonymous.opens()
    asked = 0
    while MORE_ABOUT not in anonymous.buttons:
        assert {UNSURE, SILENT} <= set(anonymous.buttons)
        anonymous.presses(UNSURE)
        asked += 1

    assert 1 <= asked <= 1 + MOST_QUESTIONS


def test_the_reason_of_a_choice_may_stay_unsaid(anonymous: Visitor) -> None:
    anonymous.advised().says("ik kies de eerste", "zeg ik liever niet")

    assert [choice["argument"] for choice in anonymous.choices] == [None]
