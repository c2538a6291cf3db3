"""What the bot said in the turn of the last message, found among the events of a conversation."""

from typing import Any

from again import metadata
from heard import replies_to

START = {"event": "action", "name": "action_session_start"}
LISTEN = {"event": "action", "name": "action_listen"}


def user(message_id: str) -> dict[str, Any]:
    return {"event": "user", "message_id": message_id}


def bot(text: str) -> dict[str, Any]:
    return {"event": "bot", "text": text}


def test_the_answer_is_what_came_after_the_message() -> None:
    events = [user("one"), bot("Een."), LISTEN, user("two"), bot("Twee."), bot("Drie.")]
    assert replies_to("two", events) == [bot("Twee."), bot("Drie.")]


def test_a_greeting_at_the_start_of_its_session_is_part_of_it() -> None:
    events = [user("one"), bot("Een."), START, bot("Hoi."), LISTEN, user("two"), bot("Twee.")]
    assert replies_to("two", events) == [bot("Hoi."), bot("Twee.")]


def test_what_was_said_to_words_that_were_heard_again_is_part_of_it() -> None:
    again = {**user("one"), "metadata": metadata(1)}
    assert replies_to("one", [user("one"), bot("Fijn."), again, bot("Twee.")]) == [
        bot("Fijn."),
        bot("Twee."),
    ]


def test_an_earlier_message_or_one_that_was_never_heard_has_none() -> None:
    events = [START, bot("Hoi."), user("one"), bot("Een."), user("two"), bot("Twee.")]
    assert replies_to("one", events) == []
    assert replies_to("three", events) == []
    assert replies_to("one", []) == []
