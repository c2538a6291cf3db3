"""The Telegram door: updates in, each once and in order; replies and prompts out, paced."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's times as they will be; or it warns
