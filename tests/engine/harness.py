"""Running the engine's scripts on a small project."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "engine"
PROJECT = Path(__file__).parent / "project"
SECRET = "een lang geheim voor de toets"
HEADER = "X-Keuzehulp-Secret"
START_SECONDS = 120


def make_project(folder: Path) -> Path:
    """A copy of the small project, with the real pipeline."""
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "config.yml", folder)
    return folder


def run(
    script: str, project: Path, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """One of the engine's scripts on `project`."""
    return subprocess.run(
        [sys.executable, ENGINE / script, *arguments],
        env={**os.environ, "KEUZEHULP_ROOT": str(project), **variables},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@dataclass
class Actions:
    """An action server that does what `mode` says: answer, hang or break."""

    mode: str = "answer"
    calls: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    url: str = ""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Engine:
    """A running engine."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]
    folder: Path

    def call(
        self, method: str, path: str, body: object = None, secret: str | None = SECRET
    ) -> tuple[int, Any]:
        """Status and JSON of one request on our channel."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {HEADER: secret} if secret is not None else {}
        content = json.dumps(body) if body is not None else None
        connection.request(method, f"/webhooks/keuzehulp/{path}", content, headers)
        response = connection.getresponse()
        status, text = response.status, response.read()
        connection.close()
        return status, json.loads(text)

    def say(self, sender: str, text: str) -> tuple[int, Any]:
        """Type `text`."""
        return self.call("POST", "message", {"sender": sender, "text": text})

    def press(self, sender: str, payload: str) -> tuple[int, Any]:
        """Press a button."""
        return self.call("POST", "message", {"sender": sender, "payload": payload})

    def understand(self, text: str) -> Any:
        """What Rasa makes of `text`."""
        status, parsed = self.call("POST", "understand", {"text": text})
        assert status == 200
        return parsed


def serve_environment(project: Path, port: int, folder: Path, actions: str) -> dict[str, str]:
    """The environment of one engine."""
    return {
        **os.environ,
        "KEUZEHULP_ROOT": str(project),
        "KEUZEHULP_SECRET": SECRET,
        "KEUZEHULP_ENGINE_PORT": str(port),
        "KEUZEHULP_ACTIONS_URL": actions,
        "KEUZEHULP_TRACKER_URL": f"sqlite:///{folder}/tracker.db",
        "KEUZEHULP_LOG_LEVEL": "DEBUG",
    }


def wait_until_well(engine: Engine) -> None:
    """Return when the health check answers 200."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert engine.process.poll() is None, engine.log.read_text()
        try:
            if engine.call("GET", "health")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the engine did not get well")
