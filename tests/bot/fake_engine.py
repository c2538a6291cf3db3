"""A small engine over real HTTP: it answers what a test tells it to, and remembers what it got."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SECRET = "a secret of sixteen and more"
Reply = dict[str, Any]


@dataclass
class FakeEngine:
    """What the engine got, and what it answers next; without a plan it echoes."""

    url: str = ""
    got: list[dict[str, Any]] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)
    plan: list[list[Reply] | int | float] = field(default_factory=list)
    speechless: bool = False
    """It cannot read a conversation back."""
    busy: int = 0
    most_busy: int = 0

    def answer(self, body: dict[str, Any]) -> tuple[int, Any]:
        """Take a message; a planned int is a status, a planned float a wait in seconds."""
        self.got.append(body)
        planned = self.plan.pop(0) if self.plan else None
        if isinstance(planned, float):
            time.sleep(planned)
            planned = None
        if isinstance(planned, int):
            return planned, {"error": "planned"}
        if planned is None:
            said = next(body[key] for key in ("text", "payload", "intent") if key in body)
            planned = [{"text": f"echo {said}"}]
        return 200, {"replies": planned}

    def said(self, sender: str) -> list[dict[str, str]]:
        """What somebody typed in a conversation."""
        texts = [body["text"] for body in self.got if body["sender"] == sender and "text" in body]
        return [{"by": "person", "text": text, "at": "2026-11-22T12:00:00+00:00"} for text in texts]

    @property
    def senders(self) -> list[str]:
        """The conversation ids, in order."""
        return [body["sender"] for body in self.got]


@contextmanager
def fake_engine(port: int = 0) -> Iterator[FakeEngine]:
    """Run a fake engine on loopback."""
    engine = FakeEngine()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # connections stay open, as those of the real one do

        def do_GET(self) -> None:
            if "/conversations/" in self.path:
                said = engine.said(self.path.rpartition("/")[2])
                return self.reply(503 if engine.speechless else 200, {"said": said})
            return self.reply(200, {"status": "ok", "model": "fake"})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path.endswith("/understand"):
                return self.reply(200, UNDERSTOOD | {"text": body["text"]})
            engine.busy += 1
            engine.most_busy = max(engine.most_busy, engine.busy)
            status, answer = engine.answer(body)
            engine.busy -= 1
            return self.reply(status, answer)

        def do_DELETE(self) -> None:
            engine.erased.append(self.path.rpartition("/")[2])
            return self.reply(200, {})

        def reply(self, status: int, answer: Any) -> None:
            known = self.headers["X-Keuzehulp-Secret"] == SECRET
            content = json.dumps(answer if known else {}).encode()
            self.send_response(status if known else 403)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            try:
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                return  # the gateway did not wait any longer

        def log_message(self, *_arguments: object) -> None:
            """Be silent."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    engine.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield engine
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


UNDERSTOOD = {
    "intent": {"name": "find_instrument", "confidence": 0.9},
    "entities": [
        {"entity": "gemeente", "value": "Tiel", "start": 0, "end": 4},
        {"entity": "doelgroep", "value": "jongeren"},
        {"entity": "doelgroep", "value": "vrouwen"},
        {"entity": "doelgroep", "value": "vrouwen"},
        {"entity": "max_kosten", "value": 0},
    ],
    "kenmerken": [{"code": "3.3", "confidence": 0.8, "span": [0, 4]}],
    "kenmerk_candidates": [
        {"code": "3.3", "confidence": 0.8},
        {"code": "5.2", "confidence": 0.3},
        {"code": "1.2", "confidence": 0.1},
    ],
}
