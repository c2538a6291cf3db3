"""What somebody sees who starts and stops it, and what is left behind."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from bot import services
from bot.services import ServiceError
from bot.settings import ROOT, load_settings
from bot.texts import say

FAKE = ROOT / "tests" / "bot" / "fake_services.py"
PATIENCE_SECONDS = 60


def free_ports(count: int) -> list[int]:
    taken = [socket.socket() for _ in range(count)]
    for one in taken:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return ports


def until(true: Callable[[], bool]) -> None:
    """Wait for something to become true; a test that waits in vain fails."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)


class Launch:
    """One `run`, in a folder and on ports of its own."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.ports = dict(zip(("PORT", "ENGINE_PORT", "ACTIONS_PORT"), free_ports(3), strict=True))
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, **env: str) -> "Launch":
        ours = {"VAR": str(self.var), **{name: str(port) for name, port in self.ports.items()}}
        with (self.var / "out").open("w") as out, (self.var / "err").open("w") as err:
            self.process = subprocess.Popen(
                [sys.executable, FAKE, "run"],
                cwd=ROOT,
                env=os.environ
                | {"PYTHONPATH": str(ROOT)}
                | {f"KEUZEHULP_{name}": value for name, value in ours.items()}
                | env,
                stdout=out,
                stderr=err,
            )
        return self

    def started(self, **env: str) -> "Launch":
        self.start(**env)
        until(lambda: f"127.0.0.1:{self.ports['PORT']}" in self.said or self.code is not None)
        assert self.code is None, self.complained
        return self

    def end(self) -> int:
        assert self.process is not None
        return self.process.wait(PATIENCE_SECONDS)

    def signal(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    @property
    def code(self) -> int | None:
        return self.process.poll() if self.process else None

    @property
    def said(self) -> str:
        return (self.var / "out").read_text(encoding="utf-8")

    @property
    def complained(self) -> str:
        return (self.var / "err").read_text(encoding="utf-8")

    def answers(self, name: str) -> bool:
        """Whether somebody answers on one of the ports."""
        with suppress(httpx.TransportError):
            httpx.get(f"http://127.0.0.1:{self.ports[name]}/", trust_env=False)
            return True
        return False

    def processes(self, name: str) -> list[int]:
        """The processes of one of the two services, without their own children."""
        command = f"{FAKE}\0{name}\0".encode()
        found = []
        for number in self.left():
            with suppress(OSError):
                if Path(f"/proc/{number}/cmdline").read_bytes().endswith(command):
                    found.append(number)
        return found

    def left(self) -> list[int]:
        """The processes of this launch that still run, by their own variable."""
        mark = f"KEUZEHULP_VAR={self.var}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if mark in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
        return found


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    one = Launch(tmp_path)
    yield one
    for number in one.left():
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    if one.process is not None:
        one.process.wait()


def test_it_says_where_it_is_and_serves_the_page(launch: Launch) -> None:
    launch.started(KEUZEHULP_DEMO="1")

    page = httpx.get(f"http://127.0.0.1:{launch.ports['PORT']}/", trust_env=False)
    assert page.status_code == 200
    assert launch.said.count("/?t=") == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_leaves_nothing_behind(launch: Launch, number: signal.Signals) -> None:
    launch.started()
    assert len(launch.left()) == 5  # run, engine and actions, and one child of each
    launch.signal(number)

    assert launch.end() == 0
    assert launch.left() == []
    assert not (launch.var / "running.json").exists()
    assert say("cli.run.stopped") in launch.said
    assert launch.complained == ""


def test_stopping_while_it_starts_leaves_nothing_behind(launch: Launch) -> None:
    launch.start(FAKE_ENGINE="slow")
    until(lambda: say("cli.run.starting") in launch.said)
    launch.signal(signal.SIGINT)

    assert launch.end() == 130
    assert launch.left() == []
    assert launch.complained == ""


def test_it_starts_again_after_the_launcher_was_killed(launch: Launch) -> None:
    launch.started()
    launch.signal(signal.SIGKILL)
    launch.end()
    until(lambda: launch.left() == [] or all(_is_grandchild(n) for n in launch.left()))

    launch.started()
    launch.signal(signal.SIGTERM)
    assert launch.end() == 0


def _is_grandchild(number: int) -> bool:
    with suppress(OSError):
        return b"keuzehulp-grandchild" in Path(f"/proc/{number}/cmdline").read_bytes()
    return True


@pytest.mark.parametrize("name", ["PORT", "ENGINE_PORT", "ACTIONS_PORT"])
def test_a_port_in_use_is_one_clear_line(launch: Launch, name: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", launch.ports[name]))
        other.listen()
        code = launch.start().end()

    assert code == 1
    assert launch.complained.splitlines() == [
        say("cli.error.port", port=launch.ports[name], setting=f"KEUZEHULP_{name}")
    ]
    assert launch.left() == []


def test_a_model_that_does_not_load_is_one_clear_line(launch: Launch) -> None:
    assert launch.start(FAKE_ENGINE="broken").end() == 1

    (line,) = launch.complained.splitlines()
    assert "engine: cannot load the model" in line
    assert launch.left() == []


@pytest.mark.parametrize("name", ["engine", "actions"])
def test_a_service_that_dies_is_started_again(launch: Launch, name: str) -> None:
    launch.started()
    (dead,) = launch.processes(name)
    os.kill(dead, signal.SIGKILL)
    until(lambda: launch.processes(name) not in ([], [dead]))

    until(lambda: launch.answers("ENGINE_PORT"))
    assert launch.answers("PORT")
    told = say("cli.run.again", name=say(f"cli.run.{name}"), code=-signal.SIGKILL, seconds=2)
    assert launch.said.count(told) == 1
    assert launch.complained == ""
    launch.signal(signal.SIGTERM)
    assert launch.end() == 0
    assert launch.left() == []


def test_a_service_that_keeps_dying_stops_everything(launch: Launch) -> None:
    assert launch.start(FAKE_ENGINE="dies").end() == 1

    (line,) = launch.complained.splitlines()
    assert line.startswith(say("cli.run.engine"))
    for seconds in (2, 5):
        again = say("cli.run.again", name=say("cli.run.engine"), code=3, seconds=seconds)
        assert launch.said.count(again) == 1
    assert launch.left() == []
    assert not (launch.var / "running.json").exists()


def test_a_full_disk_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEUZEHULP_VAR", str(tmp_path))
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    with pytest.raises(ServiceError) as caught:
        services.prepare(load_settings())

    assert str(caught.value) == say("cli.error.disk", path=tmp_path)


def test_other_commands_find_what_runs(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEUZEHULP_VAR", str(launch.var))
    settings = load_settings()
    assert services.find_running(settings) is None
    launch.started()

    assert services.find_running(settings) == f"http://127.0.0.1:{launch.ports['ENGINE_PORT']}"
    other = settings.model_copy(update={"database_url": "sqlite:////elsewhere.db"})
    assert services.find_running(other) is None


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"engine": "http://127.0.0.1:1"}', "null"])
def test_a_stale_announcement_confuses_nobody(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEUZEHULP_VAR", str(tmp_path))
    (tmp_path / "running.json").write_text(text, encoding="utf-8")

    assert services.find_running(load_settings()) is None
