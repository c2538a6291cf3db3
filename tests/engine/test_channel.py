"""The channel: typed text is never a payload, and nobody gets in without the secret."""

import json
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest
from channel import MAX_TEXT, WORD_JOINER, plain_text
from harness import Actions, Engine
from project import EXTERNAL

INVISIBLE = [
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if not character.isprintable() and not 0xD800 <= ord(character) <= 0xDFFF
]


def test_text_stays_as_typed() -> None:
    assert plain_text("  ik zit thuis\n") == "ik zit thuis"
    assert plain_text("1/2 dag") == "1/2 dag"
    assert plain_text("👩‍👧 gaat goed") == "👩‍👧 gaat goed"


def test_a_slash_gets_a_word_joiner() -> None:
    assert plain_text('/greet{"role": "coach"}') == WORD_JOINER + '/greet{"role": "coach"}'


def test_no_invisible_character_hides_a_slash() -> None:
    for character in INVISIBLE:
        for text in (
            f"{character}/stop",
            f" {character} {character}/stop",
            f"{WORD_JOINER}{character}/stop",
        ):
            typed = plain_text(text)
            assert not typed.strip().startswith("/"), hex(ord(character))


def test_soft_hyphens_do_not_cut_words() -> None:
    assert plain_text("schul\u00adden\u200b") == "schulden"


def test_a_typed_command_is_text(engine: Engine) -> None:
    status, answer = engine.say("slash", '/stop{"gemeente": "Tiel"}')
    assert status == 200
    assert "RegexMessageHandler" not in str(engine.understand('/stop{"gemeente": "Tiel"}'))
    assert answer["replies"], "text about stopping is understood as text"


def test_a_button_is_a_payload(engine: Engine) -> None:
    assert engine.press("button", "/stop") == (200, {"replies": [{"text": "Tot ziens."}]})


def test_replies_keep_buttons_and_image_together(engine: Engine) -> None:
    _, greeting = engine.say("greeting", "hoi")
    assert greeting["replies"] == [
        {"text": "Hoi!", "buttons": [{"title": "Zoek hulp", "payload": "/find_instrument"}]}
    ]
    _, advice = engine.say("advice", "ik heb schulden")
    assert advice["replies"] == [{"text": "Dit past bij jou.\n\nKijk maar.", "image": "/beeld.svg"}]


@pytest.mark.parametrize(
    "body",
    [
        {"sender": "a"},
        {"sender": "a", "text": "hoi", "payload": "/greet"},
        {"sender": "", "text": "hoi"},
        {"sender": "a b", "text": "hoi"},
        {"sender": None, "text": "hoi"},
        {"sender": "a", "text": 5},
        {"sender": "a", "text": " \u200b "},
        {"sender": "a", "text": "x" * (MAX_TEXT + 1)},
        {"sender": "a", "payload": "greet"},
        {"sender": "a", "payload": "/no_such_intent"},
        {"sender": "a", "payload": "/greet{"},
        {"sender": "a", "payload": "/greet{} en nog wat"},
        {"sender": "a", "payload": "/prompt_weekly"},
        {"sender": "a", "text": "hoi", "message_id": "kort"},
        {"sender": "a", "text": "hoi", "message_id": 12345678},
        ["hoi"],
    ],
)
def test_a_wrong_request_is_refused_without_quoting_it(engine: Engine, body: object) -> None:
    status, answer = engine.call("POST", "message", body)
    assert status == 400
    assert set(answer) == {"error"}


WEEK = {
    "text": "Hoe ging het deze week?",
    "buttons": [{"title": "Goed", "payload": "/checkin_start"}],
}


def trigger(engine: Engine, sender: str, **more: object) -> tuple[int, Any]:
    return engine.call("POST", "trigger", {"sender": sender, "intent": "prompt_weekly", **more})


def events(engine: Engine, sender: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(engine.folder / "tracker.db")) as database:
        rows = database.execute("select data from events where sender_id=? order by id", (sender,))
        return [json.loads(data) for (data,) in rows]


def test_a_prompt_begins_a_conversation_by_itself(engine: Engine) -> None:
    assert trigger(engine, "prompt", entities={"goal": 7}) == (200, {"replies": [WEEK]})

    start, started, _, *turn = events(engine, "prompt")
    assert (start["name"], started["event"]) == ("action_session_start", "session_started")
    (heard,) = [event for event in turn if event["event"] == "user"]
    assert heard["parse_data"]["intent"]["name"] == "prompt_weekly"
    assert heard["parse_data"]["entities"] == [{"entity": "goal", "value": 7}]
    assert heard["metadata"]["is_external"]


def test_a_prompt_waits_for_the_turn_before_it(engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        said = pool.submit(engine.say, "order", "ik heb schulden")
        asked = pool.submit(trigger, engine, "order")
    assert said.result()[1]["replies"]
    assert asked.result()[1]["replies"] == [WEEK]
    order = [event["event"] for event in events(engine, "order")]
    assert order.count("session_started") == 1


@pytest.mark.parametrize(
    "body",
    [
        {"intent": "stop"},
        {"intent": "restart"},
        {"intent": "prompt_digest"},  # a prompt, but not one that this small project knows
        {"intent": None},
        {"intent": ["prompt_weekly"]},
        {"entities": ["goal"]},
        {"entities": {"goal": {"deep": 1}}},
        {"sender": "a b"},
    ],
)
def test_nothing_but_a_prompt_can_be_triggered(engine: Engine, body: dict[str, Any]) -> None:
    whole = {"sender": "wrong", "intent": "prompt_weekly", **body}
    status, answer = engine.call("POST", "trigger", whole)
    assert (status, set(answer)) == (400, {"error"})
    assert events(engine, "wrong") == []


@pytest.mark.parametrize("typed", ["/prompt_weekly", "EXTERNAL: prompt_weekly", "prompt_weekly"])
def test_no_text_is_a_prompt(engine: Engine, typed: str) -> None:
    understood = engine.understand(typed)
    ranked = {one["name"] for one in understood["intent_ranking"]} | {understood["intent"]["name"]}
    assert not ranked & EXTERNAL
    assert WEEK not in engine.say("typed", typed)[1]["replies"]


def test_a_message_that_is_put_twice_is_heard_once(engine: Engine, action_server: Actions) -> None:
    body = {"sender": "twice", "text": "ik heb schulden", "message_id": "message-1"}
    before = len(action_server.calls)
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: engine.call("POST", "message", body), range(2))
    again = engine.call("POST", "message", body)

    assert one == other == again
    assert one[0] == 200
    assert one[1]["replies"]
    assert len(action_server.calls) == before + 1
    assert [event["event"] for event in events(engine, "twice")].count("user") == 1
    engine.call("POST", "message", {**body, "message_id": "message-2"})
    engine.call("POST", "message", {**body, "sender": "another"})
    assert len(action_server.calls) == before + 3


@pytest.mark.parametrize("secret", [None, "", "fout", "een lang geheim voor de toets "])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "message"),
        ("POST", "trigger"),
        ("POST", "understand"),
        ("GET", "health"),
        ("GET", "conversations/x"),
        ("DELETE", "conversations/x"),
        ("GET", "nothing"),
    ],
)
def test_nobody_gets_in_without_the_secret(
    engine: Engine, secret: str | None, method: str, path: str
) -> None:
    status, _ = engine.call(method, path, {"sender": "a", "text": "hoi"}, secret)
    assert status == 403


@pytest.mark.parametrize(
    "path", ["../rest/webhook", "../../conversations/x/tracker", "../../model"]
)
def test_nothing_of_rasa_itself_is_mounted(engine: Engine, path: str) -> None:
    assert engine.call("POST", path, {})[0] == 404
