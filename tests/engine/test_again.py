"""What was wrongly taken for danger is found back, once, for its person's no."""

from typing import Any

from again import METADATA, last_alarm, wanted

Event = dict[str, Any]


def user(text: str, intent: str, **more: Any) -> Event:
    return {"text": text, "parse_data": {"intent": {"name": intent}}, "metadata": {}, **more}


DENIAL = user("/deny", "deny")
FIRST, LAST = user("ik ga dood", "crisis"), user("ik spring", "crisis")


def test_a_reply_asks_for_it() -> None:
    assert wanted([{"text": "Goed."}, {"text": "Fijn.", "custom": {"hear_again": True}}])
    assert not wanted([{"text": "Fijn.", "custom": {"finished": True}}])
    assert not wanted([])


def test_it_is_the_last_alarm_whatever_was_said_after_it() -> None:
    assert last_alarm([DENIAL, user("hoezo", "help"), LAST, FIRST]) == "ik spring"


def test_a_denial_that_sounds_like_danger_is_not_the_alarm() -> None:
    assert last_alarm([user("ik meen het niet", "crisis"), FIRST]) == "ik ga dood"


def test_it_is_heard_again_once() -> None:
    again = user("ik ga dood", "find_instrument", metadata=METADATA)
    assert last_alarm([again, DENIAL, FIRST]) is None


def test_without_an_alarm_there_is_nothing() -> None:
    assert last_alarm([DENIAL, user("hoi", "greet")]) is None
