"""`python -m bot`: the command line. Loading takes a moment, in which Ctrl-C ends it too."""

import sys

INTERRUPTED = 130

try:
    from bot.cli import app

    app(prog_name="keuzehulp")
except KeyboardInterrupt:
    sys.exit(INTERRUPTED)
