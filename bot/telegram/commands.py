"""The commands in Telegram's menu, and what somebody says with one."""

from telegram import BotCommand

from bot.texts import say

START = "start"
INTENTS = {"help": "help", "doel": "goals_list", "stop": "stop", "privacy": "privacy_question"}
"""Each command is an intent. Anything else that begins with a slash is only text."""


def menu() -> list[BotCommand]:
    """Give the commands with their descriptions."""
    return [BotCommand(name, say(f"telegram.commands.{name}")) for name in (START, *INTENTS)]
