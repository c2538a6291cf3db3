"""How sure the model must be of danger, and how far ahead of all else."""

import pytest
from components.danger import INTENT
from guard import hear

STRANGE = "dit is iets heel anders dan eerst"


def test_the_model_alone_is_enough_when_it_is_sure() -> None:
    assert hear(STRANGE, margin=0.2).get("intent")["name"] == INTENT
    assert hear(STRANGE, margin=-0.4).get("intent")["name"] == "find_instrument"


def test_what_is_like_nothing_else_is_danger_from_farther() -> None:
    assert hear(STRANGE, -0.2, other=-0.5).get("intent")["name"] == INTENT
    assert hear(STRANGE, -0.5, other=-1.2).get("intent")["name"] == "find_instrument"


def test_what_is_nearer_to_another_meaning_is_no_danger() -> None:
    assert hear(STRANGE, 0.4, other=0.3).get("intent")["name"] == INTENT
    assert hear(STRANGE, 0.4, other=0.38).get("intent")["name"] == "find_instrument"


def test_a_figure_of_speech_does_not_hide_what_the_model_is_sure_of() -> None:
    told = "doodmoe ben ik en het hoeft voor mij allemaal niet langer"
    assert hear(told, 0.1, other=-0.6).get("intent")["name"] == "find_instrument"
    assert hear(told, 0.3, other=-0.6).get("intent")["name"] == INTENT


def test_a_few_words_must_be_nearer_to_danger_than_to_all_else() -> None:
    assert hear("de kaart", -0.2, other=-0.5).get("intent")["name"] == INTENT
    assert hear("de kaart", -0.2, other=-0.28).get("intent")["name"] == "find_instrument"
    assert hear("zzzz", -0.8, other=-1.2).get("intent")["name"] == "find_instrument"


@pytest.mark.parametrize(
    "text", ["dan doe ik het niet meer alleen", "ik ga nu eerder naar bed", "tel mij mee"]
)
def test_ordinary_words_that_the_model_takes_for_danger(text: str) -> None:
    assert hear(text, 0.1, other=-0.3).get("intent")["name"] == "find_instrument"


def test_a_heavy_story_near_no_single_meaning_is_no_danger() -> None:
    heavy = "het is zo stil in huis sinds zij er niet is"
    assert hear(heavy, -0.2, other=-0.6, story=0.0).get("intent")["name"] == INTENT
    assert hear(heavy, -0.2, other=-0.6, story=0.3).get("intent")["name"] == "find_instrument"


def test_a_suspicious_word_needs_half_a_belief() -> None:
    felt = "dat voelt voor mij niet zo veilig"
    assert hear(felt, 0.15, other=0.12).get("intent")["name"] == INTENT
    assert hear(felt, 0.05, other=0.02).get("intent")["name"] == "find_instrument"


def test_a_suspicious_word_in_what_is_nearer_to_something_else() -> None:
    felt = "dat voelt voor mij niet zo veilig"
    assert hear(felt, 0.3, other=0.28).get("intent")["name"] == INTENT
    assert hear(felt, 0.3, other=0.35).get("intent")["name"] == "find_instrument"


def test_a_reviewed_phrase_in_what_plainly_is_something_else() -> None:
    song = "hoe heet dat liedje, ik wil dood of zoiets"
    assert hear(song, margin=-0.9, other=0.6).get("intent")["name"] == "find_instrument"
    assert hear(song, margin=-0.9, other=-0.5).get("intent")["name"] == INTENT
    assert hear(song, margin=-0.7, other=0.6).get("intent")["name"] == INTENT


def test_danger_at_the_end_of_a_long_story_is_heard() -> None:
    story = "ik heb schulden en geen werk en ik wil graag een cursus in de buurt van mijn huis doen"
    assert hear(f"{story} maar ik wil dood", margin=-0.9, other=0.6).get("intent")["name"] == INTENT
