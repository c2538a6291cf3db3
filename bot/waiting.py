"""Waiting for a line on a terminal so that no signal is missed."""

import os
import select
import signal
import sys


def ask(prompt: str) -> str:
    """Read one line after this prompt. Raises EOFError at the end, KeyboardInterrupt when told.

    A signal between the prompt and the wait of `input` is only noticed at the next line. Here a
    signal ends the wait itself, whenever it comes.
    """
    print(prompt, end="", flush=True)
    _wait_for_a_line()
    return input()


def _wait_for_a_line() -> None:
    """Return when a line can be read; a signal is handled first, however early it came."""
    told, tell = os.pipe()
    os.set_blocking(tell, False)
    before = signal.set_wakeup_fd(tell)
    try:
        while sys.stdin not in select.select([sys.stdin, told], [], [])[0]:
            os.read(told, 64)  # the handler of the signal runs before the next wait
    finally:
        signal.set_wakeup_fd(before)
        os.close(told)
        os.close(tell)
