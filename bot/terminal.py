"""The terminal door: for a person at the keyboard, and for scripts one JSON line a turn."""

import asyncio
import json
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TextIO

from sqlalchemy.orm import Session, sessionmaker

from bot.conversation import Conversations, Reply, Visitor
from bot.engine import Engine
from bot.texts import say
from bot.waiting import ask
from caseload.buttons import Shown
from caseload.conversations import hashed
from caseload.demo import demo_people
from caseload.models import Channel, Role
from store.session import writing

PRESS = re.compile(r"#(\d{1,3})")
BOLD, PLAIN = "\033[1m", "\033[0m"
NO_BUTTON = "-"  # no reference looks like this, so the press is answered as an outdated one


def visitor(
    sessions: sessionmaker[Session], role: Role, session_name: str | None, now: datetime
) -> Visitor:
    """Be the demo person with this role, in a conversation of this name or in a new one."""
    with writing(sessions) as session:
        people = demo_people(
            session,
            coach_name=say("texts.demo.coach"),
            client_name=say("texts.demo.client"),
            now=now,
        )
        person_id = people.of(role).id
    name = secrets.token_hex() if session_name is None else f"{role.value} {session_name}"
    return Visitor(Channel.TERMINAL, hashed(name), person_id)


class Terminal:
    """One conversation in a terminal."""

    def __init__(self, conversations: Conversations, who: Visitor, folder: Path) -> None:
        """Take the conversations, who is talking, and where files for them go."""
        self._conversations = conversations
        self._who = who
        self._folder = folder
        self._buttons: list[Shown] = []

    async def turn(self, line: str) -> list[Reply]:
        """Answer one line: `#2` presses the second of all buttons of the last turn."""
        if press := PRESS.fullmatch(line.strip()):
            place = int(press[1]) - 1
            known = 0 <= place < len(self._buttons)
            reference = self._buttons[place].reference if known else NO_BUTTON
            return await self._keep(await self._conversations.press(self._who, reference))
        return await self._keep(await self._conversations.say(self._who, line))

    async def open(self) -> list[Reply]:
        """Let the bot speak first."""
        return await self._keep(await self._conversations.open(self._who))

    async def _keep(self, replies: list[Reply]) -> list[Reply]:
        self._buttons = [button for reply in replies for button in reply.buttons]
        return [await self._with_file(reply) for reply in replies if reply.visible]

    async def _with_file(self, reply: Reply) -> Reply:
        """Write what is kept about somebody to a file that only they can read, and say where."""
        kept = await self._conversations.everything(self._who) if "file" in reply.custom else None
        if kept is None:
            return reply
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{self._who.external_id[:16]}.json"
        path.touch(mode=0o600)
        path.write_text(kept, encoding="utf-8")
        shown = path.relative_to(self._folder.parent.parent)  # where the server keeps it is no news
        return replace(reply, text=f"{reply.text}\n{say('texts.terminal.file', path=shown)}")


def chat(
    engine: Callable[[], Engine],
    sessions: sessionmaker[Session],
    clock: Callable[[], datetime],
    who: Visitor,
    *,
    folder: Path,
    site: str,
    bot: str | None,
    source: BinaryIO,
    out: TextIO,
) -> None:
    """Talk until the input ends: with a person, or line by line with a script.

    `folder` is where files for the person go, `site` where links begin, `bot` the name of our bot
    in Telegram, where there is one.
    """
    with asyncio.Runner() as runner:
        started = engine()
        conversations = Conversations(started, sessions, clock, site=site)
        if bot:
            conversations.reached_by(bot)
        terminal = Terminal(conversations, who, folder)
        try:
            if source.isatty():
                _with_person(runner, terminal, out)
            else:
                _with_script(runner, terminal, source, out)
        finally:
            runner.run(started.aclose())


def lines(source: BinaryIO) -> Iterator[str]:
    """Read lines as they come; bytes that are no UTF-8 do not end the reading."""
    for line in source:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _with_script(runner: asyncio.Runner, terminal: Terminal, source: BinaryIO, out: TextIO) -> None:
    for line in lines(source):
        replies = [
            {
                "text": reply.text,
                "buttons": [button.title for button in reply.buttons],
                "image": reply.image,
            }
            for reply in runner.run(terminal.turn(line))
        ]
        out.write(json.dumps({"you": line, "replies": replies}, ensure_ascii=False) + "\n")
        out.flush()


def _with_person(runner: asyncio.Runner, terminal: Terminal, out: TextIO) -> None:
    out.write(say("texts.terminal.hello") + "\n")
    _print(runner.run(terminal.open()), out)
    while True:
        try:
            line = ask(say("texts.terminal.prompt") + " ")
        except EOFError:
            out.write("\n")
            return
        _print(runner.run(terminal.turn(line)), out)


def _print(replies: list[Reply], out: TextIO) -> None:
    place = 0
    for reply in replies:
        out.write(f"\n{_bold(reply.text)}\n")
        if reply.image:
            out.write(f"{reply.custom.get('alt', reply.image)}\n")
        for button in reply.buttons:
            place += 1
            out.write(f"  #{place} {button.title}\n")
    out.write("\n")
    out.flush()


def _bold(text: str) -> str:
    """Show `**bold**` as the terminal does."""
    return re.sub(r"\*\*(.+?)\*\*", rf"{BOLD}\1{PLAIN}", text)
