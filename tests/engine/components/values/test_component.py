"""What is read by rule beside names that were learned from examples."""

from typing import Any

import pytest
from components.values.component import Values
from rasa.shared.nlu.training_data.message import Message


def understood(text: str, intent: str, entity: str, name: str) -> list[tuple[str, Any]]:
    """The values of `text` when `name` was learned to be an `entity`."""
    start = text.index(name)
    learned = {"entity": entity, "value": name, "start": start, "end": start + len(name)}
    ranking = [{"name": intent, "confidence": 1.0}]
    message = Message({"text": text, "intent_ranking": ranking, "entities": [learned]})
    Values.create({}, None, None, None).process([message])
    return [(found["entity"], found["value"]) for found in message.get("entities")]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "wat doet die budgetcoach dan precies",
            "budgetcoach",
            [("aspect", "wat"), ("instrument", "budgetcoach")],
        ),
        (
            "cursus omgaan met stress, prijs?",
            "stress",
            [("instrument", "cursus omgaan met stress"), ("aspect", "kosten")],
        ),
        (
            "werken in een groep, prijs?",
            "werken in een groep",
            [("instrument", "werken in een groep"), ("aspect", "kosten")],
        ),
    ],
)
def test_a_name_stands_apart_from_what_is_asked(
    text: str, name: str, expected: list[tuple[str, str]]
) -> None:
    assert understood(text, "instrument_details", "instrument", name) == expected


@pytest.mark.parametrize("word", ["Januari", "Turkije", "Competentiescan"])
def test_a_word_that_is_learned_as_a_name_may_be_none(word: str) -> None:
    assert understood(f"hoe gaat het met {word}", "progress_show", "client", word) == []


def test_a_name_that_is_ruled_out_is_none() -> None:
    text = "de eerste nemen, niet de tweede"
    assert understood(text, "choose", "instrument", "de tweede") == [("instrument", "1")]


def read(text: str, **confidence: float) -> list[tuple[str, Any]]:
    """The values of `text`, of which the intents have these confidences."""
    ranking = [{"name": name, "confidence": sure} for name, sure in confidence.items()]
    message = Message({"text": text, "intent_ranking": ranking})
    Values.create({}, None, None, None).process([message])
    return [(found["entity"], found["value"]) for found in message.get("entities")]


def test_a_second_meaning_that_is_possible_counts_too() -> None:
    text = "om kwart over 8 graag in Tiel"
    assert read(text, find_instrument=0.45, change_prompt_time=0.4) == [
        ("tijd", "08:15"),
        ("gemeente", "Tiel"),
    ]
    assert read(text, find_instrument=0.8, change_prompt_time=0.1) == [("gemeente", "Tiel")]


def test_in_danger_nothing_is_read() -> None:
    told = "zij woont in Tiel en heeft al 3 weken nu niet gegeten"
    assert read(told, crisis=0.98) == []


def test_danger_as_second_meaning_takes_nothing_away() -> None:
    assert read("iets in Tiel", refine_practical=0.45, crisis=0.4) == [("gemeente", "Tiel")]


def test_a_second_meaning_adds_no_question_beside_what_is_said() -> None:
    told = read("meer dan 30 euro heb ik niet", refine_practical=0.6, instrument_details=0.3)
    assert told == [("max_kosten", 30)]


@pytest.mark.parametrize(
    ("text", "intent", "name"),
    [
        ("een drie. niemand komt door module 1 heen", "rate_instrument", "module 1"),
        ("hoe gaat het in week twee", "instrument_details", "week twee"),
        ("zit ik met anderen in een kring", "instrument_details", "kring"),
        ("aantal statushouders op een taaltraject", "report", "taaltraject"),
    ],
)
def test_a_part_and_what_is_counted_are_no_help(text: str, intent: str, name: str) -> None:
    assert "instrument" not in [
        entity for entity, _ in understood(text, intent, "instrument", name)
    ]


def test_who_says_how_long_does_not_tell_how_it_went() -> None:
    ranking = [
        {"name": "find_instrument", "confidence": 0.7},
        {"name": "checkin_score", "confidence": 0.3},
    ]
    text = "het moet beter binnen max 3 weken"
    message = Message({"text": text, "intent_ranking": ranking, "entities": []})
    Values.create({}, None, None, None).process([message])
    assert [found["entity"] for found in message.get("entities")] == ["max_weken"]
