"""Instruments for diagnosis: each can be found, and what only a specialist tells is left to one."""

import pytest

from catalogue import kenmerken
from catalogue.diagnosis import for_specialist, load


def test_every_one_tells_about_kenmerken_that_exist() -> None:
    known = set(kenmerken.load().kenmerken)
    assert load().source
    assert set(load().words) <= known
    for one in load().instruments:
        assert one.kenmerken
        assert set(one.kenmerken) <= known


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ik wil een test voor motivatie", ("5.1",)),
        ("welke vragenlijst meet zelfvertrouwen", ("5.2",)),
        ("iets om belastbaarheid te meten", ("3.2.1",)),
        ("welk diagnose-instrument past hier", ()),
    ],
)
def test_what_somebody_wants_to_find_out(text: str, codes: tuple[str, ...]) -> None:
    assert load().named(text) == codes


def test_none_tells_what_only_a_specialist_may() -> None:
    told = {code for one in load().instruments for code in one.kenmerken}
    assert not [code for code in told if for_specialist(code)]


def test_who_tells_most_comes_first_then_who_asks_least() -> None:
    both = load().fitting({"5.1", "4.1"})
    assert [one.name for one in both[:2]] == ["DMA", "Klantprofieltest"]
    assert load().fitting(()) == ()


@pytest.mark.parametrize(
    ("kenmerk", "left"), [("3.1.5", True), ("3.2.1", True), ("3.1.2", False), ("5.2", False)]
)
def test_for_a_specialist(kenmerk: str, left: bool) -> None:
    assert for_specialist(kenmerk) is left
