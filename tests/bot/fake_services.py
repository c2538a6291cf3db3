"""Stand-ins for the engine and the action server, and `run` with them in their place.

`python fake_services.py run` is the real command; the two services are this same file.
"""

import functools
import http.server
import json
import os
import subprocess
import sys
from pathlib import Path

WAIT = [sys.executable, "-c", "import time; time.sleep(600)", "keuzehulp-grandchild"]
HOW = os.environ.get("FAKE_ENGINE", "")


class Health(http.server.BaseHTTPRequestHandler):
    """Says that all is well."""

    def do_GET(self) -> None:
        content = json.dumps({"status": "ok"}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Be silent."""


def engine() -> None:
    """Answer health checks until the end; FAKE_ENGINE says what goes wrong."""
    if HOW == "broken":
        sys.exit("engine: cannot load the model")
    if HOW == "slow":
        subprocess.run(WAIT)
    subprocess.Popen(WAIT)
    port = int(os.environ["KEUZEHULP_ENGINE_PORT"])
    server = http.server.HTTPServer(("127.0.0.1", port), Health)
    if HOW == "dies":
        once = Path(os.environ["KEUZEHULP_VAR"]) / "served"
        if not once.exists():
            server.handle_request()
        once.touch()
        sys.exit(3)
    server.serve_forever()


def run() -> None:
    """Run the command line with these services."""
    import bot.cli
    from bot.launch import launch
    from bot.services import Commands

    me = (sys.executable, __file__)
    commands = Commands(engine=(*me, "engine"), actions=(*me, "actions"))
    bot.cli.launch = functools.partial(launch, commands=commands)
    bot.cli.app(["run"])


if __name__ == "__main__":
    {"engine": engine, "actions": lambda: subprocess.run(WAIT), "run": run}[sys.argv[1]]()
