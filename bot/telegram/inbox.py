"""Updates on their way to an answer: kept first, then taken one at a time a chat, in order."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, Update
from telegram.constants import ChatType

from bot.database import Store
from bot.engine import EngineError
from bot.telegram import updates
from bot.telegram.updates import LostError, Waiting

log = logging.getLogger(__name__)

WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]
STOP_SECONDS = 5.0

Handle = Callable[[Update], Awaitable[None]]


class Inbox:
    """Keeps what Telegram delivers and lets each chat have its turn."""

    def __init__(
        self, bot: Bot, store: Store, handle: Handle, tell: Handle, *, pause: float, beat: float
    ) -> None:
        """Take who handles an update, and who tells its sender that it takes a moment.

        `handle` raises EngineError or SQLAlchemyError for what has to wait; it is tried again
        after `pause` seconds. Every `beat` seconds other gateways see that we are there, and we
        see who waits for one that is not.
        """
        self._bot = bot
        self._store = store
        self._handle = handle
        self._tell = tell
        self._pause = pause
        self._beat = beat
        self._name = secrets.token_hex(8)
        self._stopping = asyncio.Event()
        self._news: set[int] = set()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._looking: asyncio.Task[None] | None = None

    async def put(self, number: int, content: dict[str, Any]) -> None:
        """Keep an update, as it came, under its number.

        One that came before, or that no private chat sent, is let go; so is one that cannot be
        read. Returns only when it is kept: Telegram delivers again what was not taken.
        """
        try:
            update = Update.de_json(dict(content), self._bot)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            log.error("update %d cannot be read: %s", number, type(error).__name__)
            return
        if update.effective_chat is None or not wanted(update):
            return
        chat_id = update.effective_chat.id
        while True:
            try:
                await self._store(updates.keep, self._bot.id, number, chat_id, content)
                break
            except SQLAlchemyError as error:
                log.error("update %d could not be kept: %s", number, type(error).__name__)
                await asyncio.sleep(self._pause)
        self._wake(chat_id)

    async def start(self) -> None:
        """Go on where another gateway ended, now and from now on. Raises SQLAlchemyError."""
        await self._look()
        self._looking = asyncio.create_task(self._keep_looking())

    async def answering(self, chat_id: int, update_id: int) -> None:
        """Note that an answer goes out now. Raises LostError, SQLAlchemyError."""
        chat = (self._bot.id, chat_id, self._name)
        await self._store(updates.mark_answering, *chat, update_id)

    async def stop(self) -> None:
        """Begin nothing new, and wait a little for what is being answered."""
        self._stopping.set()
        tasks = list(self._tasks.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=STOP_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if self._looking is not None:
            await self._looking
        with suppress(SQLAlchemyError):  # then another gateway waits a little longer
            await self._store(updates.give_back, self._bot.id, self._name)

    async def _look(self) -> None:
        for chat_id in await self._store(updates.look, self._bot.id, self._name):
            self._wake(chat_id)

    async def _keep_looking(self) -> None:
        while not self._stopping.is_set():
            await self._rest(self._beat)
            try:
                await self._look()
            except SQLAlchemyError as error:
                log.error("the database failed: %s", type(error).__name__)

    def _wake(self, chat_id: int) -> None:
        self._news.add(chat_id)
        if chat_id not in self._tasks and not self._stopping.is_set():
            self._tasks[chat_id] = asyncio.create_task(self._serve(chat_id))

    async def _serve(self, chat_id: int) -> None:
        """Answer one chat until nothing is left."""
        try:
            while chat_id in self._news and not self._stopping.is_set():
                self._news.discard(chat_id)
                try:
                    await self._drain(chat_id)
                except SQLAlchemyError as error:
                    log.error("the database failed: %s", type(error).__name__)
                    self._news.add(chat_id)
                    await self._rest(self._pause)
        finally:
            del self._tasks[chat_id]

    async def _drain(self, chat_id: int) -> None:
        chat = (self._bot.id, chat_id, self._name)
        row = await self._store(updates.take, *chat)
        while row is not None and not self._stopping.is_set():
            answered = await self._answered(row)
            if not answered:
                await self._rest(self._pause)
            row = await self._store(updates.take, *chat, done=row.update_id if answered else None)

    async def _answered(self, row: Waiting) -> bool:
        """Handle one update; False when it has to wait, and then its sender is told, once."""
        if row.answering:  # and then the database failed, or a gateway died
            log.error("update %d: nobody knows whether its answer arrived", row.update_id)
            return True
        update = Update.de_json(row.content, self._bot)
        try:
            await self._handle(update)
        except LostError:
            log.info("update %d went to another gateway", row.update_id)
            return False
        except (EngineError, SQLAlchemyError) as error:
            log.warning("update %d waits: %s", row.update_id, type(error).__name__)
            if not row.told:
                await self._store(updates.mark_told, self._bot.id, row.update_id)
                await self._tell(update)
            return False
        except Exception as error:  # its message may hold what somebody said
            log.error("update %d failed: %s", row.update_id, type(error).__name__)
        return True

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def wanted(update: Update) -> bool:
    """Whether somebody in a private chat waits for something."""
    chat = update.effective_chat
    return (
        chat is not None
        and chat.type == ChatType.PRIVATE
        and any(getattr(update, kind) is not None for kind in WANTED)
    )
