"""The example catalogue keeps what the product promises about it."""

from collections import Counter

from sqlalchemy.orm import Session

from catalogue import kenmerken
from catalogue.instruments import Card
from catalogue.known import Known
from catalogue.search import instrument, search

REGION = {
    "Tiel",
    "Culemborg",
    "West Betuwe",
    "Zaltbommel",
    "Buren",
    "Neder-Betuwe",
    "West Maas en Waal",
    "Maasdriel",
}


def proposable(cards: tuple[Card, ...]) -> list[Card]:
    return [card for card in cards if card.proposable]


def test_fifty_two_instruments_and_two_that_only_refer(
    example: Session, cards: tuple[Card, ...]
) -> None:
    assert search(example, Known()).total == len(proposable(cards)) == 52
    referring = [card for card in cards if card.refer_only]
    assert [card.code for card in referring] == ["V01", "V02"]
    found = search(example, Known(), limit=None).fits
    assert not {"V01", "V02"} & {fit.instrument.code for fit in found}
    assert all(instrument(example, card.code) == card for card in referring)


def test_routes_are_placed_as_in_the_study(cards: tuple[Card, ...]) -> None:
    placed = Counter(route for card in proposable(cards) for route in card.routes)
    assert placed == {"A": 8, "B": 40, "C": 15}


def test_every_kenmerk_has_a_choice_of_instruments(cards: tuple[Card, ...]) -> None:
    acting = Counter(code for card in proposable(cards) for code in card.kenmerken)
    assert {code: acting[code] for code in kenmerken.load().kenmerken if acting[code] < 2} == {}


def test_an_instrument_acts_on_two_to_five_kenmerken(cards: tuple[Card, ...]) -> None:
    sizes = {card.code: len(card.kenmerken) for card in proposable(cards)}
    assert {code: size for code, size in sizes.items() if not 2 <= size <= 5} == {}


def test_everything_is_marked_as_an_example(cards: tuple[Card, ...]) -> None:
    assert [card.code for card in cards if not card.example] == []


def test_places_lie_in_the_region_and_all_of_it_is_served(cards: tuple[Card, ...]) -> None:
    assert {place.gemeente for card in cards for place in card.locations} == REGION


def test_contacts_are_invented(cards: tuple[Card, ...]) -> None:
    for card in cards:
        contact = card.application.contact
        assert "@" not in contact or "@voorbeeld.example" in contact
        assert "0344-" not in contact or "0344-000" in contact


def test_all_four_categories_and_levels_of_evidence_appear(cards: tuple[Card, ...]) -> None:
    assert {card.category for card in cards} == {1, 2, 3, 4}
    assert {card.evidence.level for card in cards} >= {"none", "practice", "some"}


def test_no_two_share_a_name(cards: tuple[Card, ...]) -> None:
    assert len({card.name for card in cards}) == len(cards)
