"""Somebody who talks with the running product in Telegram: reads on, then taps or types."""

from collections.abc import Callable
from typing import Any

from tests.bot.telegram.bot_api import PATIENCE_SECONDS, BotApi
from tests.bot.telegram.phone import Phone, titles
from tests.conversations.visitor import MORE_ABOUT, MOST_QUESTIONS, UNSURE

Message = dict[str, Any]


class Chatter:
    """Types and taps; `new` are the messages since then."""

    def __init__(self, api: BotApi, chat_id: int) -> None:
        self.phone = Phone(api, chat_id)
        self._read = 0

    def says(self, words: str, *until: str) -> None:
        """Type something, and read on until there is one of these texts or buttons."""
        self.has_read()
        self.phone.says(words)
        self.waits(*until)

    def taps(self, title: str, *until: str) -> None:
        """Tap the newest button that begins so, and read on until one of these is there."""
        self.has_read()
        shown = [title for message in reversed(self.phone.sees) for title in titles(message)]
        self.phone.taps(next((one for one in shown if one.startswith(title)), title))
        self.waits(*until)

    def to_the_list(self) -> None:
        """Answer every question with "I do not know" until the list is there."""
        for _ in range(MOST_QUESTIONS + 1):
            if any(_has(message, MORE_ABOUT) for message in self.new):
                return
            self.taps(UNSURE, UNSURE, MORE_ABOUT)
        raise AssertionError(f"no list after {MOST_QUESTIONS} questions: {self.text}")

    def sees_typing(self) -> None:
        """Wait until the bot is thinking about what was just said."""
        here = str(self.phone.chat["id"])
        calls = len(self.phone.api.calls)
        self.until(
            lambda: any(
                call.method == "sendChatAction" and call.params["chat_id"] == here
                for call in self.phone.api.calls[calls:]
            )
        )

    def has_read(self) -> None:
        """What is there now is not new any more."""
        self._read = len(self.phone.sees)

    def waits(self, *until: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Read on until a message has one of these texts or buttons; without any, a message."""
        self.until(lambda: any(_has(message, *until) for message in self.new), seconds)

    def until(self, true: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Wait for something that the bot does; a failure tells what there is to read."""
        try:
            self.phone.api.until(true, seconds)
        except AssertionError:
            raise AssertionError(f"it never came: {self.text}") from None

    @property
    def new(self) -> list[Message]:
        return self.phone.sees[self._read :]

    @property
    def text(self) -> str:
        return "\n".join(self.phone.reads[self._read :])


def _has(message: Message, *words: str) -> bool:
    text, shown = message.get("text", message.get("caption", "")), titles(message)
    return not words or any(
        word in text or any(title.startswith(word) for title in shown) for word in words
    )
