"""Which kenmerken a message is about: a message attribute, learned from the examples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.features import Reading, reading
from components.margins import Margins
from components.negation import is_denied
from components.stored import Stored
from components.text import clauses, is_payload, lower

INTENT = "find_instrument"
KENMERKEN = "kenmerken"
CANDIDATES = "kenmerk_candidates"
Span = tuple[int, int]


@dataclass(frozen=True)
class Score:
    """How sure we are of one kenmerk, and the words it was read in."""

    code: str
    confidence: float
    span: Span


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class Kenmerken(Stored, GraphComponent):
    """Sets `kenmerken` and `kenmerk_candidates` on each message.

    One yes-or-no model a kenmerk. Each clause is read apart
    and once together; the surest reading of a kenmerk counts, and its clause is the span. A
    clause that denies a problem ("schulden heb ik niet meer") is left out.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._threshold: float = config["threshold"]
        self._seed: int = config["random_state"]
        self._strength: float = config["C"]
        self._slope: float = config["slope"]
        self._offset: float = config["offset"]
        self._with_vectors: bool = config["vectors"]
        self._storage = storage
        self._resource = resource
        self._model: Margins | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Confidence from which a kenmerk counts, and what makes a margin a confidence.

        `slope` and `offset` are fitted on phrases kept apart, so that 0.5 is as likely as not.
        With `vectors` sentence vectors are used where their package is installed.
        """
        return {
            "threshold": 0.5,
            "random_state": 7,
            "C": 0.3,
            "slope": 7.0,
            "offset": 1.8,
            "vectors": True,
        }

    @staticmethod
    def required_packages() -> list[str]:
        """The packages to have installed."""
        return ["sklearn"]

    def restore(self, folder: Path) -> None:
        """Take back what training wrote into this folder."""
        if any(folder.iterdir()):
            self._model = Margins.load(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples that say which kenmerken they are about."""
        readings, labels = self._examples(training_data)
        with self._storage.write_to(self._resource) as folder:
            if any(labels):
                self._model = Margins.fit(
                    readings,
                    labels,
                    strength=self._strength,
                    seed=self._seed,
                    with_vectors=self._with_vectors,
                )
                self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Say of each message which kenmerken it is about."""
        for message in messages:
            scores = self._scores(message)
            found = [
                {"code": score.code, "confidence": score.confidence, "span": list(score.span)}
                for score in scores
                if score.confidence >= self._threshold
            ]
            candidates = [
                {"code": score.code, "confidence": score.confidence} for score in scores[:3]
            ]
            message.set(KENMERKEN, found, add_to_output=True)
            message.set(CANDIDATES, candidates, add_to_output=True)
        return messages

    def _scores(self, message: Message) -> list[Score]:
        readings = _readings(message)
        if self._model is None or not readings:
            return []
        margins = self._model.of([part for part, _ in readings])
        confidences = 1 / (1 + np.exp(-(self._slope * margins + self._offset)))
        first_clause = 1 if len(readings) > 1 else 0
        spans = confidences[first_clause:].argmax(axis=0) + first_clause
        scores = [
            Score(code, float(confidences[:, column].max()), readings[spans[column]][1])
            for column, code in enumerate(self._model.labels)
        ]
        return sorted(scores, key=lambda score: (-score.confidence, score.code))

    @staticmethod
    def _examples(training_data: TrainingData) -> tuple[list[Reading], list[list[str]]]:
        """Examples and their codes; a message with another intent is about no kenmerk."""
        readings, labels = [], []
        for example in training_data.intent_examples:
            codes = codes_of(example)
            if codes is None and example.get("intent") == INTENT:
                continue
            readings.append(reading(example))
            labels.append(codes or [])
        return readings, labels


def codes_of(example: Message) -> list[str] | None:
    """The kenmerken that a training example says it is about, None when it says nothing.

    Raises RasaException when they are not a list of quoted codes.
    """
    metadata = (example.get("metadata") or {}).get("intent") or {}
    codes = metadata.get(KENMERKEN)
    if codes is None:
        return None
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise RasaException(
            f"kenmerken must be a list of quoted codes, not {codes!r}: {example.get('text')!r}"
        )
    return codes


def _readings(message: Message) -> list[tuple[Reading, Span]]:
    """What to read: the message without what it denies, then each clause by itself."""
    text = lower(message.get("text") or "")
    if is_payload(message.get("text") or "") or not message.get("text_tokens"):
        return []
    spans = [span for span in clauses(text) if not is_denied(text[slice(*span)])]
    parts = [(reading(message, *span), span) for span in spans]
    if len(parts) < 2:
        return parts
    together = Reading(*map(" ".join, zip(*(part for part, _ in parts), strict=True)))
    return [(together, (spans[0][0], spans[-1][1])), *parts]
