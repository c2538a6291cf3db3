"""Which intent a message has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.features import reading
from components.kenmerken import INTENT, codes_of
from components.margins import Margins
from components.stored import Stored

RANKING = 10
SEPARATOR = "/"
MARGINS = "intent_margins"
"""Message attribute, inside the pipeline only: what the model thinks of each intent by itself."""
STORY = "a story"
"""Among those margins: how much it is a story with any kenmerk or none; no intent of its own."""


def likeliest(message: Message) -> str:
    """Give the likeliest intent, also where it was not sure enough to act on."""
    ranking = _ranking(message)
    return ranking[0][0] if ranking else (message.get("intent") or {}).get("name") or ""


def runner_up(message: Message, least: float) -> str | None:
    """Give the second intent, where its confidence is at least `least`."""
    second = _ranking(message)[1:2]
    return second[0][0] if second and second[0][1] >= least else None


def _ranking(message: Message) -> list[tuple[str, float]]:
    return [
        (str(one["name"]), float(one["confidence"]))
        for one in message.get("intent_ranking") or []
        if one["name"] != DEFAULT_NLU_FALLBACK_INTENT_NAME
    ]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Intents(Stored, IntentClassifier, GraphComponent):
    """Sets `intent` and `intent_ranking`, with confidences that add up to one.

    Stories with a kenmerk are many and unlike each other, so each kenmerk is learned as a meaning
    of its own; which of them it is does not matter here. One big class instead drew whatever was
    unclear to it (measured: 0.89 against 0.92 right). It is learned beside them for who weighs
    danger: a life can be heavy in words that are near no single kenmerk.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._seed: int = config["random_state"]
        self._strength: float = config["C"]
        self._sharpness: float = config["sharpness"]
        self._with_vectors: bool = config["vectors"]
        self._storage = storage
        self._resource = resource
        self._model: Margins | None = None

    @classmethod
    def required_components(cls) -> list[type]:
        """The words come from a tokeniser."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How much to trust the examples, and what makes a margin a confidence.

        `sharpness` is where the confidences of phrases that were kept apart were right as often
        as they said. With `vectors` sentence vectors are used where their package is installed.
        """
        return {"random_state": 7, "C": 1.0, "sharpness": 6.0, "vectors": True}

    def restore(self, folder: Path) -> None:
        """Take back what training wrote into this folder."""
        self._model = Margins.load(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from all examples that have an intent."""
        examples = [one for one in training_data.intent_examples if one.get("text")]
        readings = [reading(example) for example in examples]
        self._model = Margins.fit(
            readings,
            [_labels(example) for example in examples],
            strength=self._strength,
            seed=self._seed,
            with_vectors=self._with_vectors,
        )
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message its intent."""
        for message in messages:
            margins = self._margins(message)
            ranking = self._ranking({name: of for name, of in margins.items() if name != STORY})
            message.set(MARGINS, margins)
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[:RANKING], add_to_output=True)
        return messages

    def _margins(self, message: Message) -> dict[str, float]:
        """Of an intent with several meanings the nearest one."""
        margins: dict[str, float] = {}
        if self._model is None or not message.get("text_tokens"):
            return margins
        of_meanings = self._model.of([reading(message)])[0].tolist()
        for meaning, margin in zip(self._model.labels, of_meanings, strict=True):
            intent = meaning.split(SEPARATOR)[0]
            margins[intent] = max(margin, margins.get(intent, margin))
        return margins

    def _ranking(self, margins: dict[str, float]) -> list[dict[str, Any]]:
        if not margins:
            return [{"name": None, "confidence": 0.0}]
        shares = np.exp(self._sharpness * np.array(list(margins.values())))
        ranking = sorted(
            zip(margins, (shares / shares.sum()).tolist(), strict=True),
            key=lambda one: (-one[1], one[0]),
        )
        return [{"name": name, "confidence": share} for name, share in ranking]


def _labels(example: Message) -> list[str]:
    """The intent, and for a story the first of its kenmerken, and that it is one."""
    intent: str = example.get("intent")
    codes = codes_of(example) or ["none"]
    return [f"{intent}{SEPARATOR}{codes[0]}", STORY] if intent == INTENT else [intent]
