import contextlib
import inspect
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from actions import asides, conversation
from actions.base import House, HouseAction
from actions.serve import ACTIONS, SECRET_HEADER, executor
from tests.actions.responses import ROOT, read_yaml

SECRET = "the engine and the actions share this"
START = [sys.executable, "-m", "actions.serve"]


def call(action: str) -> dict[str, object]:
    """What the engine posts for an action."""
    tracker = {
        "sender_id": "talk",
        "slots": {},
        "latest_message": {},
        "events": [],
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": "action_listen",
    }
    return {"next_action": action, "sender_id": "talk", "tracker": tracker, "domain": {}}


@pytest.fixture(scope="module")
def server(filled_file: Path) -> Iterator[httpx.Client]:
    """The server as it really runs: a process of its own on a free port of loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "KEUZEHULP_SECRET": SECRET,
        "KEUZEHULP_DATABASE_URL": f"sqlite:///{filled_file}",
        "KEUZEHULP_ACTIONS_PORT": str(port),
    }
    process = subprocess.Popen(START, cwd=ROOT, env={**os.environ, **settings})
    try:
        wait_until_open(port, process)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            yield client
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert process.poll() is None, "the action server did not start"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError("the action server does not listen")


def test_every_action_of_the_domain_is_served(house: House) -> None:
    named = set(read_yaml(ROOT / "domain.yml")["actions"])

    assert set(executor(house).actions) == named


def test_every_action_that_is_written_is_served() -> None:
    written = {
        found
        for module in (asides, conversation)
        for _, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, HouseAction) and found is not HouseAction
    }

    assert written == set(ACTIONS)


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "guess"}, {SECRET_HEADER: ""}])
def test_without_the_secret_nothing_is_done(server: httpx.Client, headers: dict[str, str]) -> None:
    for path in ("/webhook", "/actions", "/health"):
        answer = server.post(path, json=call("action_health"), headers=headers)
        assert (answer.status_code, answer.json()) == (403, {"error": "forbidden"})


def test_with_the_secret_an_action_runs(server: httpx.Client) -> None:
    answer = server.post(
        "/webhook", content=json.dumps(call("action_ask_answer")), headers={SECRET_HEADER: SECRET}
    )

    assert answer.status_code == 200
    assert "utter_ask_open" in [said["response"] for said in answer.json()["responses"]]


def test_the_health_check_says_and_changes_nothing(server: httpx.Client) -> None:
    answer = server.post("/webhook", json=call("action_health"), headers={SECRET_HEADER: SECRET})

    assert answer.json() == {"events": [], "responses": []}


def test_without_a_secret_it_does_not_start() -> None:
    bare = {name: value for name, value in os.environ.items() if name != "KEUZEHULP_SECRET"}
    done = subprocess.run(START, cwd=ROOT, env=bare, capture_output=True, timeout=60, check=False)

    assert done.returncode != 0
    assert b"secret" in done.stderr
