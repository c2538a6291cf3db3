"""What each kind of update means, in a private chat; every other chat is ignored."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import Bot, ChatMember, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.conversation import Conversations
from bot.database import Store
from bot.entrance import come_in
from bot.screen import Reply, Visitor
from bot.telegram import commands
from bot.telegram.blocked import blocked, has_weekly
from bot.telegram.formatting import CHOSEN, chosen, title_of
from bot.telegram.outbox import Outbox
from bot.texts import say
from caseload.models import Channel

log = logging.getLogger(__name__)

TYPING_AFTER = 0.2
"""Seconds: an answer that comes sooner needs none, and each counts as a message."""
TYPING_SECONDS = 4.0
"""Telegram shows it for five."""
AT_ONCE = 32
"""Messages that the engine hears at a time; the others wait here, where no patience runs out."""
PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE

Answering = Callable[[int, int], Awaitable[None]]
Thought = Callable[[], Awaitable[list[Reply]]]


class Door:
    """Answers updates. What cannot be answered now raises EngineError or SQLAlchemyError."""

    def __init__(
        self, bot: Bot, talks: Conversations, store: Store, outbox: Outbox, answering: Answering
    ) -> None:
        """Take the bot, the conversations, our database and the way out.

        `answering` notes, by chat and update number, that an answer goes out now.
        """
        self._bot = bot
        self._talks = talks
        self._store = store
        self._outbox = outbox
        self._answering = answering
        self._room = asyncio.Semaphore(AT_ONCE)

    def open(self, application: "Application[Any, Any, Any, Any, Any, Any]") -> None:
        """Let an application hand its updates to this door."""
        application.add_handlers(
            [
                CommandHandler(commands.START, self._start, PRIVATE),
                CommandHandler(list(commands.INTENTS), self._command, PRIVATE),
                MessageHandler(PRIVATE & filters.TEXT, self._heard),
                MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, self._not_text),
                MessageHandler(filters.UpdateType.EDITED_MESSAGE, self._edited),
                CallbackQueryHandler(self._pressed),
                ChatMemberHandler(self._member, ChatMemberHandler.MY_CHAT_MEMBER),
            ]
        )

    async def _start(self, update: Update, _context: object) -> None:
        secret = _words(update).partition(" ")[2].strip()
        visitor = _visitor(update)
        if secret:
            refused = await self._store(come_in, visitor.channel, visitor.external_id, secret)
            if refused is not None:
                await self._answer(update, [Reply(say(f"telegram.refused.{refused.value}"))])
                return
        await self._think(update, lambda: self._talks.open(visitor, _number(update), later=True))

    async def _command(self, update: Update, _context: object) -> None:
        name = _words(update).removeprefix("/").partition(" ")[0].partition("@")[0].casefold()
        visitor, intent = _visitor(update), commands.INTENTS[name]
        await self._think(update, lambda: self._talks.ask(visitor, intent, _number(update)))

    async def _heard(self, update: Update, _context: object) -> None:
        visitor, words = _visitor(update), _words(update)
        await self._think(
            update, lambda: self._talks.say(visitor, words, _number(update), later=True)
        )

    async def _not_text(self, update: Update, _context: object) -> None:
        await self._answer(update, [Reply(say("telegram.only_text"))])

    async def _edited(self, update: Update, _context: object) -> None:
        await self._answer(update, [Reply(say("telegram.edited"))])

    async def _pressed(self, update: Update, _context: object) -> None:
        """Press a button; its message then shows the choice, and an old one loses its buttons."""
        query = update.callback_query
        reference = query.data or "" if query else ""
        if query is None:
            return
        with suppress(TelegramError):
            await query.answer(say("telegram.chosen_before") if reference == CHOSEN else None)
        if reference == CHOSEN:
            return
        visitor = _visitor(update)
        works = await self._talks.works(visitor, reference)
        replies = await self._thought(
            update, lambda: self._talks.press(visitor, reference, _number(update), later=True)
        )
        await self._answering(_chat(update), update.update_id)
        if isinstance(query.message, Message):
            title = title_of(query.message.reply_markup, reference)
            await self._rewrite(query.message, chosen(title) if works and title else None)
        await self._outbox.answer(_chat(update), replies)

    async def _rewrite(self, message: Message, buttons: InlineKeyboardMarkup | None) -> None:
        try:
            await message.edit_reply_markup(buttons)
        except TelegramError as error:  # it was removed, or is too old; the press counted
            log.info("a message kept its buttons: %s", type(error).__name__)

    async def _member(self, update: Update, _context: object) -> None:
        change = update.my_chat_member
        if change is None:
            return
        before, after = change.old_chat_member.status, change.new_chat_member.status
        if after == ChatMember.BANNED:
            await self._store(blocked, _chat(update))
        elif before == ChatMember.BANNED and await self._store(has_weekly, _chat(update)):
            await self._answer(update, [Reply(say("telegram.unblocked"))])

    async def _think(self, update: Update, thought: Thought) -> None:
        await self._answer(update, await self._thought(update, thought))

    async def _thought(self, update: Update, thought: Thought) -> list[Reply]:
        """Wait for the answer; "typing" shows meanwhile."""
        async with self._typing(_chat(update)), self._room:
            return await thought()

    async def _answer(self, update: Update, replies: list[Reply]) -> None:
        await self._answering(_chat(update), update.update_id)
        await self._outbox.answer(_chat(update), replies)

    @asynccontextmanager
    async def _typing(self, chat_id: int) -> AsyncIterator[None]:
        async def show() -> None:
            await asyncio.sleep(TYPING_AFTER)
            while True:
                with suppress(TelegramError):
                    await self._bot.send_chat_action(chat_id, ChatAction.TYPING)
                await asyncio.sleep(TYPING_SECONDS)

        showing = asyncio.create_task(show())
        try:
            yield
        finally:
            showing.cancel()


def _chat(update: Update) -> int:
    if update.effective_chat is None:
        raise ValueError("an update without a chat")
    return update.effective_chat.id


def _visitor(update: Update) -> Visitor:
    return Visitor(Channel.TELEGRAM, str(_chat(update)))


def _words(update: Update) -> str:
    return (update.message.text or "") if update.message else ""


def _number(update: Update) -> str:
    """Under which the engine hears this message once, however often it is put."""
    return f"telegram-{update.update_id}"
