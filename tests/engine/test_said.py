"""What is read back of a conversation, from the events that Rasa keeps."""

from collections.abc import Sequence
from typing import Any

from again import metadata
from said import WORD_JOINER, said

Event = dict[str, Any]

BUTTONS = [{"title": "Ja, dat is goed", "payload": "/affirm"}]


def bot(text: str | None, buttons: Sequence[Event] = ()) -> Event:
    return {"event": "bot", "text": text, "data": {"buttons": list(buttons)}, "timestamp": 1.0}


def person(text: str) -> Event:
    return {"event": "user", "text": text, "timestamp": 2.0}


def lines(*events: Event) -> list[tuple[str, str]]:
    return [(line["by"], line["text"]) for line in said(events)]


def test_both_are_told_in_their_order() -> None:
    found = list(said([person("hoi"), bot("Hoi!")]))

    assert found == [
        {"by": "person", "text": "hoi", "at": "1970-01-01T00:00:02+00:00"},
        {"by": "bot", "text": "Hoi!", "at": "1970-01-01T00:00:01+00:00"},
    ]


def test_a_button_is_told_by_its_title_also_after_other_questions() -> None:
    told = lines(bot("Mag dat?", BUTTONS), bot("En?"), person("/affirm"), person("/deny"))

    assert told[2:] == [("person", "Ja, dat is goed"), ("person", "/deny")]


def test_a_typed_slash_is_told_as_it_was_typed() -> None:
    assert lines(person(f"{WORD_JOINER}/affirm")) == [("person", "/affirm")]


def test_nobody_said_a_prompt_and_rasa_itself_says_nothing() -> None:
    events = (
        person("EXTERNAL: prompt_weekly"),
        {"event": "action", "name": "action_listen", "timestamp": 3.0},
        {"event": "slot", "name": "known", "value": {"wanted": ["3.3"]}, "timestamp": 3.0},
        bot(None),
        {"event": "bot", "text": "Hoe ging het?", "timestamp": 4.0},
    )

    assert lines(*events) == [("bot", "Hoe ging het?")]


def test_what_was_heard_again_was_said_once() -> None:
    again = {**person("ik ga dood"), "metadata": metadata(1)}

    assert lines(person("ik ga dood"), again) == [("person", "ik ga dood")]
