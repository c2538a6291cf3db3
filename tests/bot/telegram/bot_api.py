"""A small Bot API server over real HTTP, after https://core.telegram.org/bots/api.

It keeps what the bot sent, refuses what Telegram refuses, and delivers updates by long polling.
"""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from telegram import Message, Update, User

TOKEN = "4711:a-token-of-the-local-server"
ME = {"id": 4711, "is_bot": True, "first_name": "Keuzehulp", "username": "keuzehulp_bot"}
DATE = 1_795_338_000
PATIENCE_SECONDS = 60
POLL_SECONDS = 5
PNG = b"\x89PNG\r\n\x1a\n"

DONE = ("sendChatAction", "answerCallbackQuery", "setMyCommands", "setWebhook", "deleteWebhook")
"""What is only noted."""

Answer = tuple[int, dict[str, Any]]


def failed(code: int, description: str, **parameters: int) -> Answer:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return code, body | ({"parameters": parameters} if parameters else {})


TOO_MANY = failed(429, "Too Many Requests: retry after 1", retry_after=1)
FORBIDDEN = failed(403, "Forbidden: bot was blocked by the user")


@dataclass(frozen=True)
class Call:
    """One call of the bot."""

    method: str
    params: dict[str, Any]
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    at: float = field(default_factory=time.monotonic)


class Plain(HTMLParser):
    """The words of a message, and whether its tags are what Telegram knows, opened and closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words, self.open, self.right = "", [], True
        self.feed(text)
        self.close()
        self.right = self.right and not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.right = self.right and tag == "b"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.right = self.right and bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def understood(update: dict[str, Any]) -> bool:
    """Whether the library knows each field and gives back what it read."""
    read = Update.de_json(update, None)
    known = (read, read.effective_message, read.callback_query, read.my_chat_member)
    return within(update, read.to_dict()) and not any(one.api_kwargs for one in known if one)


def within(given: Any, read: Any) -> bool:
    if isinstance(given, dict):
        return all(name in read and within(value, read[name]) for name, value in given.items())
    if isinstance(given, list):
        return len(given) == len(read) and all(map(within, given, read))
    return bool(given == read)


@dataclass
class BotApi:
    """What the server got and what it does next."""

    url: str = ""
    calls: list[Call] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    plan: dict[str, list[Answer | None]] = field(default_factory=dict)
    """For a method what it answers instead; None answers as usual."""
    news: threading.Condition = field(default_factory=threading.Condition)
    closing: bool = False

    def until(self, true: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Wait for something that a call makes true."""
        with self.news:
            assert self.news.wait_for(true, seconds), "it never happened"

    def deliver(self, *updates: dict[str, Any]) -> None:
        for update in updates:
            assert understood(update), "the library reads it otherwise"
        with self.news:
            self.waiting += updates
            self.news.notify_all()

    def of(self, method: str) -> list[Call]:
        return [call for call in list(self.calls) if call.method == method]

    def handle(self, call: Call) -> Answer:
        with self.news:
            planned = self.plan.get(call.method)
            answer = planned.pop(0) if planned else None
            if call.method != "getUpdates":
                self.calls.append(call)
            answer = answer or getattr(self, call.method, self.done)(call)
            self.news.notify_all()
            return answer

    def getMe(self, call: Call) -> Answer:  # noqa: N802
        assert User.de_json(ME, None).to_dict() == ME
        return self.right(ME)

    def getUpdates(self, call: Call) -> Answer:  # noqa: N802
        offset = int(call.params.get("offset", 0))
        self.waiting = [one for one in self.waiting if one["update_id"] >= offset]
        seconds = min(POLL_SECONDS, int(call.params.get("timeout", 0)))
        self.news.wait_for(lambda: self.waiting or self.closing, seconds)
        return self.right(self.waiting[:100])

    def sendMessage(self, call: Call) -> Answer:  # noqa: N802
        return self._sent(call, "text", 4096)

    def sendPhoto(self, call: Call) -> Answer:  # noqa: N802
        if not next(iter(call.files.values()))[1].startswith(PNG):
            return failed(400, "Bad Request: IMAGE_PROCESS_FAILED")
        size = {"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}
        return self._sent(call, "caption", 1024, photo=[size])

    def sendDocument(self, call: Call) -> Answer:  # noqa: N802
        return self._sent(call, "caption", 1024, document={"file_id": "d", "file_unique_id": "d"})

    def _sent(self, call: Call, words: str, limit: int, **more: Any) -> Answer:
        read = Plain(call.params.get(words, ""))
        if not read.right:
            return failed(400, "Bad Request: can't parse entities")
        if len(read.words) > limit or (words == "text" and not read.words.strip()):
            return failed(400, "Bad Request: wrong length")
        markup = call.params.get("reply_markup", {})
        for row in markup.get("inline_keyboard", []):
            for button in row:
                if not 1 <= len(button["callback_data"].encode()) <= 64:
                    return failed(400, "Bad Request: BUTTON_DATA_INVALID")
        chat = int(call.params["chat_id"])
        message = {
            "message_id": len(self.messages) + 1000,
            "date": DATE,
            "chat": {"id": chat, "type": "private"},
            "from": ME,
            **more,
            **({words: read.words} if read.words else {}),
            **({"reply_markup": markup} if markup else {}),
        }
        assert Message.de_json(message, None).message_id == message["message_id"]
        self.messages.append(message)
        return self.right(message)

    def editMessageReplyMarkup(self, call: Call) -> Answer:  # noqa: N802
        number = int(call.params["message_id"])
        message = next(one for one in self.messages if one["message_id"] == number)
        message.pop("reply_markup", None)
        if "reply_markup" in call.params:
            message["reply_markup"] = call.params["reply_markup"]
        return self.right(message)

    def done(self, call: Call) -> Answer:
        assert call.method in DONE, call.method
        return self.right(True)

    @staticmethod
    def right(result: Any) -> Answer:
        return 200, {"ok": True, "result": result}


def _parsed(kind: str, body: bytes) -> tuple[dict[str, Any], dict[str, tuple[str, bytes]]]:
    files: dict[str, tuple[str, bytes]] = {}
    if kind.startswith("multipart/"):
        params: dict[str, str] = {}
        for part in message_from_bytes(b"Content-Type: %s\r\n\r\n" % kind.encode() + body).walk():
            name = part.get_param("name", header="content-disposition")
            content = part.get_payload(decode=True)
            if isinstance(name, str) and isinstance(content, bytes):
                if file := part.get_filename():
                    files[name] = (file, content)
                else:
                    params[name] = content.decode()
    else:
        params = {name: values[-1] for name, values in parse_qs(body.decode()).items()}
    for name in ("reply_markup", "allowed_updates", "commands"):
        if name in params:
            params[name] = json.loads(params[name])
    return params, files


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A bot that was killed closes no connection; that is no fault of this server."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def bot_api(port: int = 0) -> Iterator[BotApi]:
    """Run it on loopback."""
    api = BotApi()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            token, _, method = self.path.removeprefix("/bot").rpartition("/")
            method = "getUpdates" if method.casefold() == "getupdates" else method
            if token != TOKEN:
                return self.reply(*failed(401, "Unauthorized"))
            params, files = _parsed(self.headers.get("Content-Type", ""), body)
            return self.reply(*api.handle(Call(method, params, files)))

        def reply(self, status: int, answer: Any) -> None:
            content = json.dumps(answer).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                return  # the bot did not wait any longer

        def log_message(self, *_arguments: object) -> None:
            """Be silent."""

    server = Server(("127.0.0.1", port), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    api.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield api
    finally:
        api.closing = True
        with api.news:
            api.news.notify_all()
        server.shutdown()
        thread.join()
        server.server_close()
