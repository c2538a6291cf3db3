"""The channel: typed text is never a payload, and nobody gets in without the secret."""

import sys

import pytest
from channel import MAX_TEXT, WORD_JOINER, plain_text
from harness import Engine

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
        ["hoi"],
    ],
)
def test_a_wrong_request_is_refused_without_quoting_it(engine: Engine, body: object) -> None:
    status, answer = engine.call("POST", "message", body)
    assert status == 400
    assert set(answer) == {"error"}


@pytest.mark.parametrize("secret", [None, "", "fout", "een lang geheim voor de toets "])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "message"),
        ("POST", "understand"),
        ("GET", "health"),
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
