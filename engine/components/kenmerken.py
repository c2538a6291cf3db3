"""Which kenmerken a message is about: a message attribute, learned from the examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import skops.io
from components.negation import is_denied
from components.text import clauses, is_payload, lower
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.preprocessing import MultiLabelBinarizer

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
class Kenmerken(GraphComponent):
    """Sets `kenmerken` and `kenmerk_candidates` on each message.

    One logistic regression a kenmerk over words and pieces of words. Each clause is read apart
    and once together; the surest reading of a kenmerk counts, and its clause is the span. A
    clause that denies a problem ("schulden heb ik niet meer") is left out.
    """

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource
    ) -> None:
        self._threshold: float = config["threshold"]
        self._seed: int = config["random_state"]
        self._strength: float = config["C"]
        self._storage = storage
        self._resource = resource
        self._codes: list[str] = []
        self._model: Pipeline | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Confidence from which a kenmerk counts, and the settings of the regression."""
        return {"threshold": 0.5, "random_state": 7, "C": 10.0}

    @staticmethod
    def required_packages() -> list[str]:
        """The packages to have installed."""
        return ["sklearn", "skops"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  Rasa passes it by name
    ) -> Kenmerken:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003  Rasa passes it by name
        **kwargs: Any,  # noqa: ARG003
    ) -> Kenmerken:
        """The component as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._codes = (folder / "codes.txt").read_text().split()
            if component._codes:
                path = folder / "model.skops"
                # Only a model of our own training gets here, so its types are ours too.
                component._model = skops.io.load(path, skops.io.get_untrusted_types(file=path))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples that say which kenmerken they are about."""
        texts, labels = self._examples(training_data)
        binarizer = MultiLabelBinarizer()
        targets = binarizer.fit_transform(labels)
        self._codes = list(binarizer.classes_)
        if self._codes:
            self._model = self._untrained().fit(texts, targets)
        self._persist()
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Say of each message which kenmerken it is about."""
        for message in messages:
            scores = self._scores(message.get("text") or "")
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

    def _scores(self, text: str) -> list[Score]:
        if self._model is None or is_payload(text) or not text.strip():
            return []
        readings = _readings(lower(text))
        if not readings:
            return []
        confidences = self._model.predict_proba([reading for reading, _ in readings])
        first_clause = 1 if len(readings) > 1 else 0
        spans = confidences[first_clause:].argmax(axis=0) + first_clause
        scores = [
            Score(code, float(confidences[:, column].max()), readings[spans[column]][1])
            for column, code in enumerate(self._codes)
        ]
        return sorted(scores, key=lambda score: (-score.confidence, score.code))

    def _untrained(self) -> Pipeline:
        words = TfidfVectorizer(
            lowercase=False, token_pattern=r"\w+", ngram_range=(1, 2), sublinear_tf=True
        )
        pieces = TfidfVectorizer(
            lowercase=False, analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True
        )
        regression = LogisticRegression(
            C=self._strength,
            class_weight="balanced",
            solver="liblinear",
            random_state=self._seed,
        )
        return Pipeline(
            [
                ("features", FeatureUnion([("words", words), ("pieces", pieces)])),
                ("regression", OneVsRestClassifier(regression)),
            ]
        )

    def _persist(self) -> None:
        with self._storage.write_to(self._resource) as folder:
            (folder / "codes.txt").write_text("\n".join(self._codes))
            if self._model is not None:
                skops.io.dump(self._model, folder / "model.skops")

    @staticmethod
    def _examples(training_data: TrainingData) -> tuple[list[str], list[list[str]]]:
        """Texts and their codes; a message with another intent is about no kenmerk."""
        texts, labels = [], []
        for example in training_data.intent_examples:
            metadata = (example.get("metadata") or {}).get("intent") or {}
            if example.get("intent") == INTENT and KENMERKEN not in metadata:
                continue
            codes = metadata.get(KENMERKEN, [])
            if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
                raise RasaException(
                    f"kenmerken must be a list of quoted codes, not {codes!r}: "
                    f"{example.get('text')!r}"
                )
            texts.append(lower(example.get("text")))
            labels.append(codes)
        return texts, labels


def _readings(text: str) -> list[tuple[str, Span]]:
    """What to read: the message without what it denies, then each clause by itself."""
    spans = [span for span in clauses(text) if not is_denied(text[slice(*span)])]
    if not spans:
        return []
    parts = [(text[start:end], (start, end)) for start, end in spans]
    if len(parts) == 1:
        return parts
    whole = (spans[0][0], spans[-1][1])
    return [(" ".join(part for part, _ in parts), whole), *parts]
