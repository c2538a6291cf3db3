"""Everything that goes out: one message a second a chat, and never the same one twice."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import httpx
from telegram import Bot, InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.conversation import Conversations
from bot.prompts import NotSentError
from bot.screen import Reply, Visitor
from bot.telegram.formatting import Part, parts
from bot.texts import say
from caseload.models import Channel, ChannelAccount

log = logging.getLogger(__name__)

AGAIN = timedelta(minutes=1)
BEFORE_IT_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
BLOCKED = "blocked"
MOST_CHATS = 1000

Call = Callable[[], Awaitable[object]]


class Pace:
    """Keeps the messages of one chat apart; other chats do not wait for them."""

    def __init__(self, every: float) -> None:
        """Take how many seconds are between two messages."""
        self._every = every
        self._free: dict[int, float] = {}

    async def wait(self, chat_id: int) -> None:
        """Return when this chat may get its next message; who comes first goes first."""
        now = asyncio.get_running_loop().time()
        if len(self._free) > MOST_CHATS:
            self._free = {chat: free for chat, free in self._free.items() if free > now}
        at = max(now, self._free.get(chat_id, now))
        self._free[chat_id] = at + self._every
        await asyncio.sleep(at - now)


class Outbox:
    """Sends replies to chats. It is the sender of prompts, too."""

    def __init__(
        self,
        bot: Bot,
        talks: Conversations,
        on_blocked: Callable[[int], Awaitable[None]],
        *,
        every: float,
        pause: float,
    ) -> None:
        """Take the bot, the conversations for downloads, and whom to tell of a blocked chat.

        `every` is the seconds between two messages of a chat, `pause` those before what did not
        go out is tried again.
        """
        self._bot = bot
        self._talks = talks
        self._on_blocked = on_blocked
        self._pace = Pace(every)
        self._pause = pause

    async def send(self, account: ChannelAccount, replies: Sequence[Reply]) -> None:
        """Deliver a prompt. Raises NotSentError while nothing of it went out, else any error."""
        chat_id = int(account.external_id)
        for before, call in enumerate(await self._calls(chat_id, replies)):
            try:
                await self._once(chat_id, call)
            except NotSentError as error:
                if before:
                    raise RuntimeError("a part was sent") from error
                raise

    async def answer(self, chat_id: int, replies: Sequence[Reply]) -> None:
        """Deliver an answer; what surely did not go out is tried until it does.

        What nobody knows of is reported and not repeated.
        """
        for call in await self._calls(chat_id, replies):
            try:
                await self._until_out(chat_id, call)
            except NotSentError as error:
                log.warning("an answer was not sent: %s", error.why)
                return
            except NetworkError as error:
                log.error("nobody knows whether an answer arrived: %s", type(error).__name__)

    async def _until_out(self, chat_id: int, call: Call) -> None:
        while True:
            try:
                await self._once(chat_id, call)
            except NotSentError as error:
                if error.again is None:
                    raise
                await asyncio.sleep(self._pause)
            else:
                return

    async def _once(self, chat_id: int, call: Call) -> None:
        """Send one message when it may go. Raises NotSentError, or an error of which none knows."""
        await self._pace.wait(chat_id)
        try:
            await call()
        except (RetryAfter, InvalidToken, Forbidden, NetworkError) as error:
            refused = not_sent(error)
            if refused is None:
                raise
            if refused.why == BLOCKED:
                await self._on_blocked(chat_id)
            raise refused from None

    async def _calls(self, chat_id: int, replies: Sequence[Reply]) -> list[Call]:
        calls: list[Call] = []
        for reply in replies:
            calls += [self._call(chat_id, part) for part in parts(reply)]
            if "file" in reply.custom:
                calls += await self._file(chat_id)
        return calls

    def _call(self, chat_id: int, part: Part) -> Call:
        if part.picture is not None:
            return lambda: self._bot.send_photo(
                chat_id,
                part.picture or b"",
                caption=part.text,
                parse_mode=ParseMode.HTML,
                reply_markup=part.buttons,
            )
        return lambda: self._bot.send_message(
            chat_id,
            part.text,
            parse_mode=ParseMode.HTML,
            reply_markup=part.buttons,
            disable_web_page_preview=True,
        )

    async def _file(self, chat_id: int) -> list[Call]:
        """Everything that is kept about somebody, for that person alone."""
        kept = await self._talks.everything(Visitor(Channel.TELEGRAM, str(chat_id)))
        if kept is None:
            return []
        name = say("texts.page.my_data_file")
        return [lambda: self._bot.send_document(chat_id, InputFile(kept.encode(), filename=name))]


def not_sent(error: Exception) -> NotSentError | None:
    """Say why a message surely did not arrive; None when it may have."""
    if isinstance(error, RetryAfter):
        return NotSentError("too many messages", again=AGAIN)
    if isinstance(error, Forbidden):
        return NotSentError(BLOCKED)
    if isinstance(error, BadRequest):
        return NotSentError("refused")
    if isinstance(error, InvalidToken):
        return NotSentError("the token does not work", again=AGAIN)
    if isinstance(error.__cause__, BEFORE_IT_LEFT):
        return NotSentError("no connection", again=AGAIN)
    return None
