"""The peer: the echo bot that python-telegram-bot's users begin with, and its limiter.

It keeps nothing and knows nobody: `python -m tests.bench.peer.echo TOKEN API`. To the text
`/wave N` it sends N messages at once, each to another chat, as fast as the limiter allows.
"""

import asyncio
import os
import sys
from typing import Any

os.environ["PTB_TIMEDELTA"] = "true"

from telegram import Update
from telegram.ext import AIORateLimiter, Application, CommandHandler, MessageHandler, filters

FIRST_CHAT = 10_000


async def echo(update: Update, _context: Any) -> None:
    if update.message:
        await update.message.reply_text(f"echo {update.message.text}")


async def wave(update: Update, context: Any) -> None:
    async def begin() -> None:
        chats = range(FIRST_CHAT, FIRST_CHAT + int(context.args[0]))
        await asyncio.gather(*(context.bot.send_message(chat, "Hoe ging het?") for chat in chats))

    context.application.create_task(begin())


def main() -> None:
    token, address = sys.argv[1:]
    made = Application.builder().token(token).base_url(f"{address}/bot")
    application = made.rate_limiter(AIORateLimiter(max_retries=3)).build()
    application.add_handler(CommandHandler("wave", wave))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
