"""What is heard next after a denial of danger: what stood beside it, or the alarmed words."""

from typing import Any

import pytest
from again import is_again, metadata, wanted, words_to_hear
from components.danger import DENIED

Event = dict[str, Any]


def user(text: str, intent: str, **more: Any) -> Event:
    return {"text": text, "parse_data": {"intent": {"name": intent}}, "metadata": {}, **more}


DENIAL = user("/deny", "deny")
FIRST, LAST = user("ik ga dood", "crisis"), user("ik spring", "crisis")
COURSE = "ik zoek een taalcursus"


def alarm(newest_first: list[Event], ago: int = 1) -> str | None:
    return words_to_hear(ago, newest_first)


def test_a_reply_asks_for_it() -> None:
    assert wanted([{"text": "Goed."}, {"text": "Fijn.", "custom": {"hear_next": 1}}]) == 1
    assert wanted([{"text": "Fijn.", "custom": {"hear_next": COURSE}}]) == COURSE
    assert wanted([{"text": "Fijn.", "custom": {"finished": True}}]) is None
    assert wanted([]) is None


def test_it_is_an_alarm_whatever_was_said_after_it() -> None:
    since = [DENIAL, user("/crisis", "crisis"), user("hoezo", "help"), LAST, FIRST]
    assert alarm(since) == "ik spring"
    assert alarm(since, ago=2) == "ik ga dood"


def test_a_denial_that_sounds_like_danger_is_not_the_alarm() -> None:
    assert alarm([user("ik meen het niet", "crisis"), FIRST]) == "ik ga dood"


def test_what_stands_beside_the_denial_comes_before_the_alarm() -> None:
    assert words_to_hear(COURSE, [DENIAL, FIRST]) == COURSE


@pytest.mark.parametrize("what", [1, COURSE])
def test_it_is_heard_again_once(what: str | int) -> None:
    again = user("ik ga dood", "find_instrument", metadata=metadata(what))
    assert is_again(again)
    assert words_to_hear(what, [again, DENIAL, FIRST]) is None


def test_danger_beside_a_denial_is_danger() -> None:
    assert DENIED in metadata(1)
    assert DENIED not in metadata("ik wil dood")


def test_without_an_alarm_there_is_nothing() -> None:
    assert alarm([DENIAL, user("hoi", "greet")]) is None
    assert alarm([DENIAL, LAST], ago=2) is None
