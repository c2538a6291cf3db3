"""Rules that hold for all knowledge, on the example catalogue and on generated ones."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from catalogue.ahead import counts
from catalogue.instruments import Card
from catalogue.known import KENMERK, PRACTICAL, REFUSED, RULED_OUT, Known
from catalogue.questions import next_question
from catalogue.relax import relaxations
from catalogue.search import Reason, search
from tests.catalogue.conftest import Fill
from tests.catalogue.made import (
    KENMERKEN,
    answered,
    catalogues,
    expected,
    expected_reasons,
    knowns,
)

EXAMPLE_PLACES = ("Tiel", "Culemborg", "West Betuwe", "Zaltbommel", "Buren", "Neder-Betuwe")
EXAMPLE_KENMERKEN = ("1.1", "1.2", "1.3.2", "1.6", "3.1.2", "3.1.4", "3.3", "4.1", "5.2", "5.3")
EXAMPLE = knowns(EXAMPLE_KENMERKEN, EXAMPLE_PLACES, ("jongeren", "statushouders"))

steady = settings(max_examples=25, deadline=None, derandomize=True, database=None)


def codes(session: Session, known: Known) -> list[str]:
    return [fit.instrument.code for fit in search(session, known, limit=None).fits]


def conditions(known: Known) -> list[str]:
    """Every single condition that can be let go."""
    found = [name for name in ("route", *PRACTICAL, *RULED_OUT) if known.knows(name)]
    found += [KENMERK + code for code in known.refused]
    if known.wanted:
        found.append("kenmerken")
    if known.every_kenmerk and len(known.wanted) > 1:
        found += [KENMERK + code for code in known.wanted]
    return found


def check_result(session: Session, cards: list[Card], known: Known) -> None:
    found = search(session, known, limit=None)
    listed = [fit.instrument for fit in found.fits]
    assert [card.code for card in listed] == [card.code for card in expected(cards, known)]
    assert found.total == len(listed)
    assert all(card in cards for card in listed)
    for fit in found.fits:
        assert set(fit.matched) == known.wanted.intersection(fit.instrument.kenmerken)
        assert set(fit.missed) == known.wanted.difference(fit.instrument.kenmerken)
        assert len(fit.reasons) == len(set(fit.reasons))
        assert set(fit.reasons) == expected_reasons(fit.instrument, known)


def check_relaxations(session: Session, known: Known) -> None:
    now = search(session, known).total
    given_counts = {relaxation.drop: relaxation.count for relaxation in relaxations(session, known)}
    truth = {drop: search(session, known.without(drop)).total for drop in conditions(known)}
    assert given_counts == {drop: count for drop, count in truth.items() if count > now}
    assert list(given_counts.values()) == sorted(given_counts.values(), reverse=True)


@steady
@given(data=st.data())
def test_found_is_what_the_rules_say(filled: Fill, data: st.DataObject) -> None:
    cards = data.draw(catalogues())
    check_result(filled(cards), cards, data.draw(knowns()))


@steady
@given(known=EXAMPLE)
def test_found_is_what_the_rules_say_in_the_example(
    example: Session, cards: tuple[Card, ...], known: Known
) -> None:
    check_result(example, list(cards), known)


@steady
@given(data=st.data())
def test_the_count_of_each_relaxation_is_true(filled: Fill, data: st.DataObject) -> None:
    check_relaxations(filled(data.draw(catalogues())), data.draw(knowns()))


@steady
@given(known=EXAMPLE)
def test_the_count_of_each_relaxation_is_true_in_the_example(
    example: Session, known: Known
) -> None:
    check_relaxations(example, known)


@settings(steady, max_examples=8)
@given(data=st.data())
def test_the_count_ahead_of_each_choice_is_true(filled: Fill, data: st.DataObject) -> None:
    session = filled(data.draw(catalogues()))
    known = data.draw(knowns())
    for question, choices in counts(session, known).items():
        for value, count in choices.items():
            assert count == search(session, known.answered(question, value)).total


@steady
@given(data=st.data(), answers=answered(EXAMPLE_KENMERKEN, EXAMPLE_PLACES))
def test_the_order_of_answers_does_not_matter(
    example: Session, data: st.DataObject, answers: list[tuple[str, str | int]]
) -> None:
    one, other = Known(), Known()
    for answer in answers:
        one = one.answered(*answer)
    for answer in data.draw(st.permutations(answers)):
        other = other.answered(*answer)
    assert search(example, one) == search(example, other)
    assert relaxations(example, one) == relaxations(example, other)
    assert next_question(example, one, "kenmerk") == next_question(example, other, "kenmerk")
    assert next_question(example, one, "practical") == next_question(example, other, "practical")


def excluding(known: Known) -> st.SearchStrategy[Known]:
    """The same knowledge with one more excluding condition."""
    free = [name for name in ("route", *PRACTICAL) if not known.knows(name)]
    values: dict[str, tuple[str | int, ...]] = {
        "route": ("A", "B", "C"),
        "gemeente": ("Tiel", "Utrecht"),
        "doelgroepen": ("jongeren", "zzp'ers"),
        "form": ("alone", "group"),
        "max_cost": (0, 250),
        "max_weeks": (4, 26),
        "max_wait": (0, 4),
    }
    more = [known.answered(name, value) for name in free for value in values[name]]
    if "gemeente" in free:  # a place that is named is no longer ruled out
        more = [replace(one, not_in=known.not_in) for one in more]
    more += [replace(known, not_in=known.not_in | {place}) for place in ("Tiel", "Utrecht")]
    more += [replace(known, unwanted=known.unwanted | {code}) for code in ("R01", "R02")]
    more += [
        known.answered(KENMERK + code, REFUSED) for code in KENMERKEN if code not in known.wanted
    ]
    return st.sampled_from([*more, replace(known, every_kenmerk=True)])


@steady
@given(data=st.data(), known=EXAMPLE)
def test_one_more_excluding_condition_never_adds(
    example: Session, data: st.DataObject, known: Known
) -> None:
    assert set(codes(example, data.draw(excluding(known)))) <= set(codes(example, known))


@steady
@given(data=st.data())
def test_one_more_excluding_condition_never_adds_in_any_catalogue(
    filled: Fill, data: st.DataObject
) -> None:
    session, known = filled(data.draw(catalogues())), data.draw(knowns())
    assert set(codes(session, data.draw(excluding(known)))) <= set(codes(session, known))


DROP: dict[str, Callable[[Reason], str]] = {
    "kenmerk": lambda reason: f"{KENMERK}{reason.value}",
}


@steady
@given(known=EXAMPLE)
def test_a_reason_goes_when_its_condition_goes(example: Session, known: Known) -> None:
    for fit in search(example, known).fits:
        for reason in fit.reasons:
            less = known.without(DROP.get(reason.kind, lambda r: r.kind)(reason))
            again = search(example, less, limit=None).fits
            still = [other for other in again if other.instrument == fit.instrument]
            assert all(reason not in other.reasons for other in still)


CONTRARY: dict[str, Callable[[Card, Reason], dict[str, Any]]] = {
    "route": lambda card, reason: {"routes": tuple({"A", "B", "C"} - {str(reason.value)})},
    "gemeente": lambda card, reason: {
        "locations": tuple(
            place.model_copy(update={"gemeente": "Elders"}) for place in card.locations
        )
    },
    "doelgroepen": lambda card, reason: {"doelgroepen": ("anderen",)},
    "form": lambda card, reason: {"form": "group" if reason.value == "alone" else "alone"},
    "max_weeks": lambda card, reason: {"duration_weeks": int(reason.value) + 1},
    "max_wait": lambda card, reason: {
        "start": card.start.model_copy(update={"wait_weeks": int(reason.value) + 1})
    },
    "max_cost": lambda card, reason: {
        "cost": card.cost and card.cost.model_copy(update={"hourly_rate": int(reason.value) + 9})
    },
    "kenmerk": lambda card, reason: {
        "kenmerken": tuple(code for code in card.kenmerken if code != reason.value)
    },
}


@steady
@given(data=st.data())
def test_the_contrary_of_a_reason_drops_or_lowers_the_instrument(
    filled: Fill, data: st.DataObject
) -> None:
    cards, known = data.draw(catalogues()), data.draw(knowns())
    fits = search(filled(cards), known, limit=None).fits
    held = [(fit, reason) for fit in fits for reason in fit.reasons]
    for fit, reason in held[:3]:
        card = fit.instrument.model_copy(update=CONTRARY[reason.kind](fit.instrument, reason))
        after = search(filled([card]), known, limit=None).fits
        assert all(len(other.matched) < len(fit.matched) for other in after)
        assert reason.kind == "kenmerk" or not after


@steady
@given(known=EXAMPLE, size=st.integers(7, 30))
def test_pages_together_are_the_list(example: Session, known: Known, size: int) -> None:
    whole = search(example, known, limit=None)
    pages = [search(example, known, limit=size, offset=offset) for offset in range(0, 60, size)]
    assert sum((page.fits for page in pages), ()) == whole.fits
    assert {page.total for page in pages} == {whole.total}


@given(known=knowns())
@settings(derandomize=True, database=None)
def test_known_survives_json(known: Known) -> None:
    known = replace(known, asked=("route",), open=frozenset({"form"}), said={"3.3": "post"})
    assert Known.from_json(json.loads(json.dumps(known.to_json()))) == known


@pytest.mark.parametrize("step", ["route", "kenmerk", "practical"])
@steady
@given(known=EXAMPLE)
def test_a_question_is_new_and_its_answers_lead_somewhere(
    example: Session, step: Any, known: Known
) -> None:
    question = next_question(example, known, step)
    if question is None:
        return
    assert not known.knows(question.id)
    assert question.expected_bits > 0
    ahead = counts(example, known)[question.id]
    assert set(question.values) <= set(ahead)
    if not question.id.startswith(KENMERK):
        assert all(ahead[value] > 0 for value in question.values)
