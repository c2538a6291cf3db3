"""Train the model into `models/`, when its inputs changed.

    engine/.venv/bin/python engine/train.py [--force]

Two trainings on the same inputs give the same predictions.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import project

PROGRESS = "rasa.engine.training.hooks"


def main() -> int:
    """Exit code 0 when the model on disk is up to date, 1 and one line on stderr otherwise."""
    parser = argparse.ArgumentParser(description="Train the model, when its inputs changed.")
    parser.add_argument("--force", action="store_true", help="train even when nothing changed")
    force = parser.parse_args().force
    if not force and project.is_trained():
        print("model is up to date")
        return 0
    started = time.monotonic()
    printed = io.StringIO()
    try:
        with _progress(printed):
            train()
    except (Exception, SystemExit) as error:  # Rasa reports wrong data as any of these
        print(f"training failed: {_one_line(error, printed.getvalue())}", file=sys.stderr)
        return 1
    print(f"training: done in {time.monotonic() - started:.0f} s")
    return 0


def train() -> None:
    """Train, and put the model and its fingerprint in place once it is whole.

    Raises whatever Rasa raises on wrong data, SystemExit among it.
    """
    project.quiet()
    from rasa.model_training import train as rasa_train

    inputs = project.fingerprint()
    project.MODELS.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".training-", dir=project.MODELS))
    try:
        result = rasa_train(
            domain=project.domain_paths(),  # type: ignore[arg-type]  # a list works as well
            config=str(project.CONFIG),
            training_files=project.training_paths(),
            output=str(folder),
            fixed_model_name=project.MODEL.name,
            force_training=True,
        )
        if not result.model:
            raise RuntimeError("there is nothing to train on")
        project.FINGERPRINT.unlink(missing_ok=True)
        Path(result.model).replace(project.MODEL)
        project.FINGERPRINT.write_text(inputs)
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def _progress(printed: io.StringIO) -> Iterator[None]:
    """One line a step on stdout; all that Rasa and its libraries print goes to `printed`."""
    console = sys.stdout

    class Steps(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.getMessage().startswith("Starting"):
                print("training:", record.getMessage().split("'")[1], file=console, flush=True)

    print("training: loading Rasa and the data", flush=True)
    logger = logging.getLogger(PROGRESS)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(Steps())
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        yield


def _one_line(error: BaseException, printed: str) -> str:
    """The gist of `error`; SystemExit says nothing itself, Rasa printed why just before it.

    Rasa wraps an error of a component in one that only names the component.
    """
    if isinstance(error, SystemExit):
        return " ".join(printed.split())[-300:]
    while error.__cause__ is not None:
        error = error.__cause__
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


if __name__ == "__main__":
    sys.exit(main())
