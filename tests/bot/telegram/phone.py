"""Somebody with Telegram on a phone: taps, types, and looks at the chat."""

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

from tests.bot.telegram.bot_api import DATE, ME, BotApi

numbers = itertools.count(7000)


class Phone:
    """One private chat with the bot."""

    def __init__(self, api: BotApi, chat_id: int = 1001) -> None:
        self.api = api
        self.chat = {"id": chat_id, "type": "private", "first_name": "Rafiq"}
        self.who = {"id": chat_id, "is_bot": False, "first_name": "Rafiq", "language_code": "nl"}

    def update(self, **what: Any) -> dict[str, Any]:
        return {"update_id": next(numbers), **what}

    def message(self, **what: Any) -> dict[str, Any]:
        number = next(numbers)
        return {"message_id": number, "date": DATE, "chat": self.chat, "from": self.who, **what}

    def text(self, words: str) -> dict[str, Any]:
        """An update with typed text."""
        entities = {}
        if words.startswith("/"):
            length = len(words.partition(" ")[0])
            entities = {"entities": [{"type": "bot_command", "offset": 0, "length": length}]}
        return self.update(message=self.message(text=words, **entities))

    def says(self, words: str) -> None:
        self.api.deliver(self.text(words))

    def press(self, data: str, message: dict[str, Any] | None = None) -> dict[str, Any]:
        """An update with a press on a button, by what is behind it."""
        shown = dict(message or self.sees[-1])
        query = {"id": str(next(numbers)), "chat_instance": "1", "data": data, "from": self.who}
        return self.update(callback_query=query | {"message": shown})

    def taps(self, title: str) -> None:
        """Press the newest button with this title."""
        for message in reversed(self.sees):
            for shown, data in buttons(message):
                if shown == title:
                    self.api.deliver(self.press(data, message))
                    return
        raise AssertionError(f"no button {title}")

    def member(self, before: str, after: str) -> dict[str, Any]:
        """An update that the bot was blocked (kicked) or unblocked (member)."""
        change = {
            "chat": self.chat,
            "from": self.who,
            "date": DATE,
            "old_chat_member": _member(before),
            "new_chat_member": _member(after),
        }
        return self.update(my_chat_member=change)

    @property
    def sees(self) -> list[dict[str, Any]]:
        """What the bot sent to this chat, as it looks now."""
        return [one for one in list(self.api.messages) if one["chat"]["id"] == self.chat["id"]]

    @property
    def reads(self) -> list[str]:
        return [one.get("text", one.get("caption", "")) for one in self.sees]

    async def until(self, true: Callable[[], bool]) -> None:
        await asyncio.to_thread(self.api.until, true)

    async def gets(self, count: int) -> list[str]:
        """Wait until the bot has sent so many messages in all, and give their words."""
        await self.until(lambda: len(self.sees) >= count)
        return self.reads


def _member(status: str) -> dict[str, Any]:
    return {"user": ME, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def buttons(message: dict[str, Any]) -> list[tuple[str, str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [(button["text"], button["callback_data"]) for row in rows for button in row]


def titles(message: dict[str, Any]) -> list[str]:
    return [title for title, _ in buttons(message)]
