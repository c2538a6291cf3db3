"""The engine as a process: health, erasure, trouble with the action server, starting and ending."""

import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from harness import (
    ENGINE,
    SECRET,
    Actions,
    Engine,
    free_port,
    run,
    serve_environment,
    wait_until_well,
)


@pytest.fixture
def broken(action_server: Actions):
    yield action_server
    action_server.mode = "answer"


def test_health_runs_a_real_action_with_the_secret(engine: Engine, action_server: Actions) -> None:
    status, body = engine.call("GET", "health")
    assert status == 200
    assert body["status"] == "ok"
    assert body["model"]
    assert body["intent"] == "greet", "a first message was heard before anybody said one"
    assert action_server.calls[-1]["next_action"] == "action_health"
    assert action_server.secrets[-1] == SECRET


@pytest.mark.parametrize("mode", ["break", "hang"])
def test_a_sick_action_server_is_told_in_time(engine: Engine, broken: Actions, mode: str) -> None:
    broken.mode = mode
    started = time.monotonic()
    assert engine.call("GET", "health")[0] == 503
    status, body = engine.say(f"sick-{mode}", "ik heb schulden")
    assert status >= 500 or body["replies"] == []
    assert time.monotonic() - started < 15
    assert engine.say(f"sick-{mode}", "hoi")[1]["replies"], "what needs no action still works"


def test_what_was_said_is_given_back(engine: Engine) -> None:
    engine.say("said", "/hoi")
    engine.say("said", "hoi")
    engine.press("said", "/find_instrument")
    engine.call("POST", "trigger", {"sender": "said", "intent": "prompt_weekly"})
    engine.say("other", "ik heb schulden")
    status, body = engine.call("GET", "conversations/said")

    assert status == 200
    lines = [(line["by"], line["text"]) for line in body["said"]]
    assert lines[0] == ("person", "/hoi")
    assert ("person", "hoi") in lines
    assert ("bot", "Hoi!") in lines
    assert ("person", "Zoek hulp") in lines
    assert lines[-1] == ("bot", "Hoe ging het deze week?")
    assert all(line["at"].endswith("+00:00") for line in body["said"])
    assert "schulden" not in str(body)
    assert engine.call("GET", "conversations/nobody") == (200, {"said": []})
    assert engine.call("GET", "conversations/a%20b")[0] == 400


def test_a_conversation_is_erased_whole_and_alone(engine: Engine) -> None:
    engine.say("erase", "hoi tegen de wisser")
    engine.say("keep", "hoi")
    status, body = engine.call("DELETE", "conversations/erase")
    assert status == 200
    assert body["removed"] > 0
    with sqlite3.connect(engine.folder / "tracker.db") as database:
        senders = {row[0] for row in database.execute("select sender_id from events")}
    assert "erase" not in senders
    assert "keep" in senders
    files = b"".join(path.read_bytes() for path in engine.folder.glob("tracker.db*"))
    assert b"de wisser" not in files, "not even in the free pages of the file"


def test_no_secret_no_start(project: Path) -> None:
    result = run("serve.py", project, KEUZEHULP_SECRET="")
    assert (result.returncode, result.stderr) == (1, "engine: KEUZEHULP_SECRET is not set\n")


def test_a_port_in_use(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = run("serve.py", project, KEUZEHULP_SECRET=SECRET, KEUZEHULP_ENGINE_PORT=port)
    assert result.returncode == 1
    assert result.stderr == f"engine: cannot listen on 127.0.0.1:{port}: Address already in use\n"


def test_no_model(tmp_path: Path) -> None:
    port = str(free_port())
    result = run("serve.py", tmp_path, KEUZEHULP_SECRET=SECRET, KEUZEHULP_ENGINE_PORT=port)
    assert result.returncode == 1
    assert result.stderr.startswith("engine: no model at ")
    assert result.stderr.count("\n") == 1


def test_a_broken_model(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "keuzehulp.tar.gz").write_bytes(b"half a download")
    result = run(
        "serve.py",
        tmp_path,
        KEUZEHULP_SECRET=SECRET,
        KEUZEHULP_ENGINE_PORT=str(free_port()),
        KEUZEHULP_TRACKER_URL=f"sqlite:///{tmp_path}/tracker.db",
    )
    assert result.returncode == 1
    assert result.stderr.startswith("engine: cannot load ")
    assert result.stderr.count("\n") == 1


def test_a_tracker_store_that_cannot_be_opened(project: Path) -> None:
    result = run(
        "serve.py",
        project,
        KEUZEHULP_SECRET=SECRET,
        KEUZEHULP_ENGINE_PORT=str(free_port()),
        KEUZEHULP_TRACKER_URL="sqlite:////proc/tracker.db",
    )
    assert result.returncode == 1
    assert result.stderr.startswith("engine: cannot open the tracker store")


def test_ctrl_c_ends_it_and_a_restart_remembers(
    project: Path, action_server: Actions, tmp_path: Path
) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = serve_environment(project, port, tmp_path, action_server.url)
    once = {"sender": "once", "text": "hoi", "message_id": "message-1"}
    answers = []
    for turn in range(2):
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, ENGINE / "serve.py"], env=environment, stdout=output, stderr=output
            )
        engine = Engine(port, log, process, tmp_path)
        wait_until_well(engine)
        engine.say("again", f"hoi {turn}")
        answers.append(engine.call("POST", "message", once))
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0
    engine_events = sqlite3.connect(tmp_path / "tracker.db")
    texts = str(engine_events.execute("select data from events where type_name='user'").fetchall())
    heard = "select count(*) from events where type_name='user' and sender_id='once'"
    times = engine_events.execute(heard).fetchone()
    engine_events.close()
    assert "hoi 0" in texts
    assert "hoi 1" in texts
    assert answers[0][1]["replies"][0]["buttons"]
    assert answers[0] == answers[1]
    assert times == (1,)
