"""No word of a message in any log line, at any level."""

import asyncio
import io
import json
import logging
import warnings
from types import SimpleNamespace

import logs
import pytest
import structlog
from harness import Engine
from rasa.core.channels.rest import RestInput
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

PRIVATE = "mijn ex slaat mij"


@pytest.fixture
def log() -> io.StringIO:
    stream = io.StringIO()
    with warnings.catch_warnings():
        logs.configure("DEBUG", stream)
        yield stream
    structlog.reset_defaults()


def test_a_malformed_slash_line_leaves_no_words(log: io.StringIO) -> None:
    YAMLStoryReader.unpack_regex_message(Message({"text": "/{" + PRIVATE}))
    domain = Domain.from_dict({"intents": ["greet"]})
    YAMLStoryReader.unpack_regex_message(Message({"text": f"/greet{{}} {PRIVATE}"}), domain)
    YAMLStoryReader.unpack_regex_message(Message({"text": f"/{PRIVATE}"}), domain)
    assert "message.parsing.failed" in log.getvalue()
    assert '"warning"' in log.getvalue()
    assert PRIVATE not in log.getvalue()


def test_a_timeout_of_the_rest_channel_leaves_no_words(log: io.StringIO) -> None:
    async def never_answers(_message: object) -> None:
        raise asyncio.CancelledError

    routes = RestInput().blueprint(never_answers)._future_routes
    receive = next(route.handler for route in routes if route.uri == "/webhook")
    request = SimpleNamespace(json={"sender": "a", "message": PRIVATE}, args={})
    asyncio.run(receive(request))
    assert "rest.message.received.timeout" in log.getvalue()
    assert PRIVATE not in log.getvalue()


def test_an_error_is_told_by_type_and_place(log: io.StringIO) -> None:
    try:
        raise KeyError(PRIVATE)
    except KeyError:
        structlog.get_logger().exception(f"failed on {PRIVATE}", message=PRIVATE, payload=PRIVATE)
        logging.getLogger("library").exception("failed on %s", PRIVATE)
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [line["level"] for line in lines] == ["error", "error"]
    assert all(line["error"].startswith("KeyError at test_logs.py:") for line in lines)
    assert lines[1]["logger"] == "library"
    assert PRIVATE not in log.getvalue()


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error", "critical"])
def test_every_level(log: io.StringIO, level: str) -> None:
    getattr(logging.getLogger("rasa.core"), level)(PRIVATE)
    getattr(structlog.get_logger(), level)("event.name", text=PRIVATE, user_text=PRIVATE)
    assert len(log.getvalue().splitlines()) == 2
    assert PRIVATE not in log.getvalue()


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="no such log level"):
        logs.configure("LOUD")


def test_a_running_engine_at_debug_writes_no_words(engine: Engine) -> None:
    engine.say("private", f"{PRIVATE} en ik heb schulden")
    engine.say("private", f"/{PRIVATE}")
    engine.press("private", '/find_instrument{"gemeente": "geheime plaats"}')
    engine.understand(PRIVATE)
    written = engine.log.read_text()
    assert "processor.message.parse" in written, "it did log at debug level"
    assert "slaat" not in written
    assert "geheime plaats" not in written
