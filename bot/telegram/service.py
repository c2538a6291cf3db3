"""Telegram beside the page: started, kept going, and stopped with the gateway."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, suppress
from typing import Any

from fastapi import APIRouter
from telegram import Update
from telegram.error import (
    BadRequest,
    EndPointNotFound,
    InvalidToken,
    NetworkError,
    TelegramError,
)
from telegram.ext import AIORateLimiter, Application, ExtBot

from bot.conversation import Conversations
from bot.database import Store
from bot.prompts import NotSentError
from bot.screen import Reply
from bot.settings import Settings, shared_secret
from bot.telegram import commands, webhook
from bot.telegram.blocked import blocked
from bot.telegram.door import Door
from bot.telegram.inbox import WANTED, Inbox
from bot.telegram.outbox import AGAIN, Outbox
from bot.texts import say
from caseload.models import ChannelAccount

log = logging.getLogger(__name__)

RETRIES = 3
"""How often a message that came too soon is sent again, after the time that Telegram names."""
BURST, BURST_SECONDS = 1.5, 0.05
"""Thirty messages a second, evenly. By itself the limiter sends sixty in the first second; the half
makes up for a wait that ended late."""
POLL_SECONDS = 10
PATIENCE_SECONDS = 5


class Telegram:
    """One bot. It is also the sender of prompts to who talks with it."""

    def __init__(
        self,
        settings: Settings,
        talks: Conversations,
        store: Store,
        tell: Callable[[str], None],
        *,
        every: float = 1.0,
        pause: float = 2.0,
        beat: float = 10.0,
    ) -> None:
        """Take who reads the lines about it; `every` and `pause` as in `Outbox`.

        `beat` as in `Inbox`, several times within a lease of `updates`.
        """
        token = settings.telegram_token
        if token is None:
            raise ValueError("a bot needs a token")
        self._settings = settings
        self._talks = talks
        self._token = token.get_secret_value()
        self._tell = tell
        self._pause = pause
        self._ready = False
        self._stop = asyncio.Event()
        self._failed: dict[int, Exception] = {}
        self._bot: ExtBot[Any] = ExtBot(
            self._token,
            base_url=f"{settings.telegram_api}/bot",
            base_file_url=f"{settings.telegram_api}/file/bot",
            rate_limiter=AIORateLimiter(BURST, BURST_SECONDS, max_retries=RETRIES),
        )
        self._outbox = Outbox(
            self._bot,
            talks,
            lambda chat_id: store(blocked, chat_id),
            every=every,
            pause=pause,
        )
        self._inbox = Inbox(self._bot, store, self._handle, self._a_moment, pause=pause, beat=beat)
        self._application = Application.builder().bot(self._bot).updater(None).build()
        Door(self._bot, talks, store, self._outbox, self._inbox.answering).open(self._application)
        self._application.add_error_handler(self._note)
        for name in ("httpx", "telegram"):  # addresses hold the token, and updates hold people
            logging.getLogger(name).setLevel(logging.WARNING)

    @property
    def ready(self) -> bool:
        """Whether Telegram could be reached."""
        return self._ready

    async def send(self, account: ChannelAccount, replies: Sequence[Reply]) -> None:
        """Deliver a prompt, as `Outbox.send`; while the bot is not there, nothing goes out."""
        if not self._ready:
            raise NotSentError("not connected", again=AGAIN)
        await self._outbox.send(account, replies)

    def routes(self) -> APIRouter:
        """Give the address where Telegram delivers."""
        return webhook.routes(shared_secret(self._settings), self._token, self._deliver)

    def stop(self) -> None:
        """Begin nothing new; `run` returns when what is being answered was answered."""
        self._stop.set()

    async def run(self) -> None:
        """Serve until `stop`. What goes wrong is told in one line and harms nothing else."""
        try:
            async with AsyncExitStack() as stack:
                stack.push_async_callback(self._bot.shutdown)  # also of one that never got through
                if await self._connected():
                    stack.push_async_callback(self._application.shutdown)
                    await self._serve(stack)
        except InvalidToken:
            self._tell(say("cli.telegram.bad_token"))
        except Exception as error:  # its message may hold the token
            log.error("telegram failed: %s", type(error).__name__)
            self._tell(say("cli.telegram.failed", error=type(error).__name__))
        finally:
            self._ready = False

    async def _connected(self) -> bool:
        """Ask who we are until Telegram answers; False when told to stop. Raises InvalidToken."""
        told = False
        while not self._stop.is_set():
            try:
                await self._application.initialize()
            except NetworkError:
                if not told:
                    self._tell(say("cli.telegram.no_connection"))
                told = True
                await self._rest()
            else:
                return True
        return False

    async def _serve(self, stack: AsyncExitStack) -> None:
        with suppress(TelegramError):  # the menu is no more than a help
            await self._bot.set_my_commands(commands.menu())
        stack.push_async_callback(self._inbox.stop)
        await self._inbox.start()
        self._ready = True
        if self._settings.telegram_webhook:
            await self._listen()
        else:
            await self._patiently(self._bot.delete_webhook)
        self._talks.reached_by(self._bot.username)
        self._tell(say("cli.telegram.on", name=self._bot.username))
        stopped = asyncio.create_task(self._stop.wait())
        if self._settings.telegram_webhook:
            await stopped
            return
        polling = asyncio.create_task(self._poll())
        await asyncio.wait({stopped, polling}, return_when=asyncio.FIRST_COMPLETED)
        for task in (stopped, polling):
            task.cancel()
        with suppress(asyncio.CancelledError):
            await polling

    async def _poll(self) -> None:
        """Fetch updates as they come; fetching the next ones tells that these are kept.

        Not by the library's `get_updates`: one update that it cannot read holds up all others,
        and goes into the log as a whole. The name in small letters means the same to Telegram.
        Raises InvalidToken.
        """
        wanted = {"timeout": POLL_SECONDS, "allowed_updates": WANTED}
        offset = 0
        while True:
            try:
                found: Any = await self._bot.do_api_request(
                    "getupdates",
                    {**wanted, "offset": offset},
                    read_timeout=POLL_SECONDS + PATIENCE_SECONDS,
                )
            except EndPointNotFound:
                raise InvalidToken from None
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("no updates: %s", type(error).__name__)
                self._ready = False
                await self._rest()
                continue
            self._ready = True
            for content in found:
                await self._inbox.put(content["update_id"], content)
                offset = content["update_id"] + 1

    async def _listen(self) -> None:
        """Tell Telegram where to deliver."""
        secret = shared_secret(self._settings)
        await self._patiently(
            lambda: self._bot.set_webhook(
                self._settings.site + webhook.path_for(secret, self._token),
                secret_token=webhook.secret_for(secret, self._token, "header"),
                allowed_updates=WANTED,
            )
        )

    async def _patiently(self, call: Callable[[], Awaitable[object]]) -> None:
        """Do something again until there was a connection. Raises TelegramError."""
        while not self._stop.is_set():
            try:
                await call()
            except NetworkError as error:
                if isinstance(error, BadRequest):
                    raise
                log.warning("no connection: %s", type(error).__name__)
                await self._rest()
            else:
                return

    async def _deliver(self, content: dict[str, Any]) -> bool:
        if not self._ready or self._stop.is_set():
            return False
        await self._inbox.put(content["update_id"], content)
        return True

    async def _handle(self, update: Update) -> None:
        """Let the application answer, and raise what its handlers raised."""
        await self._application.process_update(update)
        error = self._failed.pop(update.update_id, None)
        if error is not None:
            raise error

    async def _note(self, update: object, context: Any) -> None:
        if isinstance(update, Update):
            self._failed[update.update_id] = context.error

    async def _a_moment(self, update: Update) -> None:
        if update.effective_chat is not None:
            await self._outbox.answer(update.effective_chat.id, [Reply(say("telegram.a_moment"))])

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stop.wait(), self._pause)
