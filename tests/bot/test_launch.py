"""What somebody sees who starts and stops it, and what is left behind."""

import os
import shutil
import signal
import socket
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from bot import services
from bot.services import ServiceError
from bot.settings import load_settings
from bot.texts import say
from tests.bot.launching import Launch, until


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
