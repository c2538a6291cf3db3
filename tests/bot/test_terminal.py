"""The terminal with a person at it."""

import asyncio
import os
import pty
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from bot.conversation import Conversations, Reply, Visitor
from bot.settings import ROOT
from bot.terminal import Terminal
from bot.texts import say
from caseload.models import Channel
from tests.bot.fake_engine import SECRET, FakeEngine

CTRL_C, CTRL_D = "\x03", "\x04"
ASKED = [
    {
        "text": "Ik hoor **twee** dingen.",
        "buttons": [{"title": "Klopt", "payload": "/affirm"}, {"title": "Nee", "payload": "/no"}],
    }
]


class Keyboard:
    """A terminal of its own with the chat in it."""

    def __init__(self, engine: FakeEngine, var: Path) -> None:
        self._ours, theirs = pty.openpty()
        settings = {"ENGINE_URL": engine.url, "SECRET": SECRET, "VAR": str(var)}
        self.process = subprocess.Popen(
            [ROOT / "keuzehulp", "chat"],
            env=os.environ | {f"KEUZEHULP_{name}": value for name, value in settings.items()},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            preexec_fn=_own_terminal,
            start_new_session=True,
        )
        os.close(theirs)
        self.screen = ""

    def read_screen(self, last: str) -> str:
        before = self.screen
        while last not in before:
            before += os.read(self._ours, 4096).decode()
        self.screen = before.partition(last)[2]
        return before

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def keyboard(engine: FakeEngine, tmp_path: Path) -> Iterator[Keyboard]:
    engine.plan = [ASKED]
    one = Keyboard(engine, tmp_path)
    yield one
    one.close()


PROMPT = say("texts.terminal.prompt")


def test_the_bot_speaks_first_and_a_number_presses_a_button(
    keyboard: Keyboard, engine: FakeEngine
) -> None:
    opening = keyboard.read_screen(PROMPT)
    assert say("texts.terminal.hello") in opening
    assert "\033[1mtwee\033[0m" in opening
    assert "#2 Nee" in opening

    keyboard.type("#2\n")
    assert "echo /no" in keyboard.read_screen(PROMPT)
    keyboard.type(CTRL_D)

    assert keyboard.process.wait(30) == 0
    assert [body["payload"] for body in engine.got] == ["/greet", "/no"]


@pytest.mark.parametrize("stop", ["key", "signal"])
def test_ctrl_c_ends_it_without_noise(keyboard: Keyboard, stop: str) -> None:
    keyboard.read_screen(PROMPT)
    if stop == "key":
        keyboard.type(CTRL_C)
    else:
        keyboard.process.send_signal(signal.SIGTERM)

    assert keyboard.process.wait(30) == 130
    assert "Traceback" not in keyboard.screen


def test_the_file_with_what_is_kept_is_named_without_the_path_of_the_server(tmp_path: Path) -> None:
    class Talks:
        async def say(self, who: Visitor, text: str) -> list[Reply]:
            return [Reply("Dit weet ik.", custom={"file": "everything"})]

        async def everything(self, who: Visitor) -> str:
            return "{}"

    who = Visitor(Channel.TERMINAL, "a" * 64, 1)
    terminal = Terminal(cast(Conversations, Talks()), who, tmp_path / "var" / "gegevens")
    (reply,) = asyncio.run(terminal.turn("wat weet je van mij"))

    assert "Alles staat in var/gegevens/" in reply.text
    assert str(tmp_path) not in reply.text
    assert len(list((tmp_path / "var" / "gegevens").iterdir())) == 1
