"""A small trained assistant, an action server and a running engine, made once for all tests."""

import http.server
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import (
    ENGINE,
    HEADER,
    ROOT,
    Actions,
    Engine,
    free_port,
    make_project,
    run,
    serve_environment,
    wait_until_well,
)

# `python -m pytest` puts our root in front, where our catalogue hides the one that spaCy needs.
sys.path[:] = [place for place in sys.path if Path(place).resolve() != ROOT]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, trained."""
    folder = make_project(tmp_path_factory.mktemp("project"))
    result = run("train.py", folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="session")
def action_server() -> Iterator[Actions]:
    """A stand-in for the action server."""
    actions = Actions()
    released = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            call = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            actions.calls.append(call)
            actions.secrets.append(self.headers.get(HEADER))
            if actions.mode == "hang":
                released.wait(30)
            advice = {"text": "Dit past bij jou.\n\nKijk maar.", "image": "/beeld.svg"}
            advised = call["next_action"] == "action_advise"
            body = json.dumps({"events": [], "responses": [advice] if advised else []}).encode()
            self.send_response(500 if actions.mode == "break" else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    actions.url = f"http://127.0.0.1:{server.server_port}/webhook"
    yield actions
    released.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def engine(
    project: Path, action_server: Actions, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """The engine on the small project, that logs all there is to log."""
    folder = tmp_path_factory.mktemp("engine")
    log, port = folder / "log", free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, ENGINE / "serve.py"],
            env=serve_environment(project, port, folder, action_server.url),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    running = Engine(port, log, process, folder)
    wait_until_well(running)
    yield running
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
