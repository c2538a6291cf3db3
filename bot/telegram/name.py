"""The name of our bot, for a process that does not serve it."""

import asyncio

from telegram import Bot
from telegram.error import TelegramError

from bot.settings import Settings

PATIENCE_SECONDS = 3.0


async def bot_name(settings: Settings) -> str | None:
    """Ask Telegram who we are; None without a token, and when there is no answer soon."""
    if settings.telegram_token is None:
        return None
    bot = Bot(settings.telegram_token.get_secret_value(), base_url=f"{settings.telegram_api}/bot")
    try:
        async with asyncio.timeout(PATIENCE_SECONDS), bot:
            return bot.username
    except (TelegramError, TimeoutError):
        return None
