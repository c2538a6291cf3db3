"""An outside check of the classifier, not of our domain: the Dutch part of the public set xSID."""

from __future__ import annotations

import csv
from pathlib import Path

from rasa.shared.nlu.training_data.message import Message

from components.cleaner import Cleaner
from components.features import Reading, reading
from components.intents import Intents
from components.margins import Margins


def accuracy(folder: Path) -> float:
    """Trained on `xsid_nl_valid.csv`, right on this share of `xsid_nl_test.csv`."""
    cleaner = Cleaner(Cleaner.get_default_config())
    settings = Intents.get_default_config()
    readings, intents = _read(folder / "xsid_nl_valid.csv", cleaner)
    margins = Margins.fit(
        readings,
        [[intent] for intent in intents],
        strength=settings["C"],
        seed=settings["random_state"],
        with_vectors=settings["vectors"],
    )
    readings, intents = _read(folder / "xsid_nl_test.csv", cleaner)
    guesses = [margins.labels[best] for best in margins.of(readings).argmax(axis=1)]
    return sum(guess == intent for guess, intent in zip(guesses, intents, strict=True)) / len(
        intents
    )


def _read(file: Path, cleaner: Cleaner) -> tuple[list[Reading], list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    messages = [Message({"text": row["text"]}) for row in rows]
    for message in messages:
        message.set("text_tokens", cleaner.tokenize(message, "text"))
    return [reading(message) for message in messages], [row["intent"] for row in rows]
