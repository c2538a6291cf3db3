"""Train one variant and measure it: each of the two steps is meant for a process of its own."""

from __future__ import annotations

import contextlib
import io
import statistics
import time
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import logs
import project
from evaluation import figures, phrases
from evaluation.understanding import understand
from evaluation.variants import VARIANTS, compared

MODEL = "variant.tar.gz"
HELD_OUT = project.ROOT / "tests" / "nlu"
DEVELOPMENT = HELD_OUT / "development"


@dataclass(frozen=True)
class Measured:
    """Figures by name, on both halves of the phrases, and what a message costs."""

    development: Mapping[str, float]
    held_out: Mapping[str, float]
    milliseconds: float  # half of the messages take less
    megabytes: float  # of the whole process, Rasa in it


def train(name: str, folder: Path) -> float:
    """Train the variant into `folder`; the seconds it took, Rasa's own start not counted."""
    variant = VARIANTS[name]
    with _quiet():
        from rasa.model_training import train_nlu

        variant.swap()
        config = folder / "config.yml"
        _write(config, variant.pipeline(compared(_ours())))
        started = time.monotonic()
        train_nlu(str(config), str(project.ROOT / "data" / "nlu"), str(folder), MODEL)
        return time.monotonic() - started


def measure(name: str, folder: Path) -> Measured:
    """Load what `train` left in `folder` and let it read every phrase."""
    halves = [phrases.load(DEVELOPMENT), phrases.load(HELD_OUT)]
    with _quiet():
        VARIANTS[name].swap()
        texts = [phrase.text for half in halves for phrase in half]
        understood, cost = understand(folder / MODEL, texts)
    answers = iter(understood)
    gated = [figures.gated([(phrase, next(answers)) for phrase in half]) for half in halves]
    return Measured(
        *gated,
        milliseconds=statistics.median(got.milliseconds for got in understood),
        megabytes=cost.megabytes,
    )


def _ours() -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = phrases.read(project.CONFIG)["pipeline"]
    return parts


def _write(config: Path, pipeline: list[dict[str, Any]]) -> None:
    from rasa.shared.utils.io import write_yaml

    content = {"recipe": "default.v1", "assistant_id": "variant", "language": "nl"}
    write_yaml({**content, "pipeline": pipeline}, config)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Rasa and its libraries say nothing."""
    project.quiet()
    warnings.simplefilter("ignore")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        logs.configure("ERROR")
        yield
