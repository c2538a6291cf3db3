"""Names that no list holds: of an instrument, of a client, of a word to explain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycrfsuite
from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.data import read
from components.intents import likeliest
from components.stored import Stored
from components.text import is_payload

NAMES = frozenset({"client", "instrument", "term"})
FILE = "mentions.crfsuite"
OUTSIDE = "O"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class Mentions(Stored, GraphComponent):
    """Finds names by how they are said: a conditional random field on the words around them.

    Rasa's own extractor keeps its training examples and learns them again at every start.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._settings = config
        self._storage = storage
        self._resource = resource
        self._tagger: pycrfsuite.Tagger | None = None
        self._model = b""  # the tagger reads from these bytes and does not keep them itself

    @classmethod
    def required_components(cls) -> list[type]:
        """The words come from a tokeniser."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Weight of L1 and L2 regularisation, and how long to learn."""
        return {"c1": 0.1, "c2": 0.1, "max_iterations": 60}

    def restore(self, folder: Path) -> None:
        """Take back what training wrote into this folder."""
        self._model = (folder / FILE).read_bytes()
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._model)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the entities marked in the examples."""
        trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
        trainer.set_params({key: self._settings[key] for key in self.get_default_config()})
        for example in training_data.nlu_examples:
            tokens = example.get("text_tokens")
            if tokens:
                labels = _labels(tokens, example.get("entities") or [])
                trainer.append(_features(tokens, example.get("intent") or ""), labels)
        with self._storage.write_to(self._resource) as folder:
            trainer.train(str(folder / FILE))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the names in each message to its entities."""
        for message in messages:
            if not is_payload(message.get("text") or ""):
                entities = [*(message.get("entities") or []), *self._mentions(message)]
                message.set("entities", entities, add_to_output=True)
        return messages

    def _mentions(self, message: Message) -> Iterator[dict[str, Any]]:
        tokens = message.get("text_tokens") or []
        if self._tagger is None or not tokens:
            return
        labels = self._tagger.tag(_features(tokens, likeliest(message)))
        for first, last in _runs(labels):
            name = labels[first][2:]
            start, end = tokens[first].start, tokens[last].end
            sure = [self._tagger.marginal(labels[at], at) for at in range(first, last + 1)]
            yield {
                "entity": name,
                "value": message.get("text")[start:end],
                "start": start,
                "end": end,
                "confidence_entity": min(sure),
                "extractor": "Mentions",
            }


def _runs(labels: list[str]) -> Iterator[tuple[int, int]]:
    """First and last word of each name: a B and the I's of the same name after it."""
    for first, label in enumerate(labels):
        if label.startswith("B-"):
            last = first
            while last + 1 < len(labels) and labels[last + 1] == f"I-{label[2:]}":
                last += 1
            yield first, last


def _labels(tokens: list[Token], entities: list[dict[str, Any]]) -> list[str]:
    labels = [OUTSIDE] * len(tokens)
    for entity in entities:
        inside = [
            at
            for at, token in enumerate(tokens)
            if entity["start"] <= token.start and token.end <= entity["end"]
        ]
        if entity["entity"] in NAMES and inside:
            labels[inside[0]] = f"B-{entity['entity']}"
            for at in inside[1:]:
                labels[at] = f"I-{entity['entity']}"
    return labels


def _features(tokens: list[Token], intent: str) -> list[dict[str, Any]]:
    """What is seen of each word. In a story a course is no name, in a question about it it is."""
    words = [_word(token) for token in tokens]
    return [
        {
            **words[at],
            "intent": intent,
            "intent and head": f"{intent} {bool(words[at]['head'])}",
            **_neighbour("-1", words, at - 1),
            **_neighbour("-2", words, at - 2),
            **_neighbour("+1", words, at + 1),
            **_neighbour("+2", words, at + 2),
        }
        for at in range(len(words))
    ]


def _word(token: Token) -> dict[str, Any]:
    word = token.text.lower()
    return {
        "bias": 1.0,
        "word": word,
        "lemma": token.lemma,
        "start": word[:4],
        "end": word[-4:],
        "end2": word[-2:],
        "capital": token.text[:1].isupper(),
        "digits": word.isdigit(),
        "head": _head(word),
    }


def _head(word: str) -> str:
    """What a compound is, by its last part: a "taalcursus" is a cursus; empty for no help."""
    heads: list[str] = read("hulpwoorden")["heads"]
    return next((head for head in heads if word.endswith(head) and _is_part(word, head)), "")


def _is_part(word: str, head: str) -> bool:
    """Whether something stands before it, or nothing at all: "alles" is no les."""
    return len(word) - len(head) not in (1, 2)


def _neighbour(where: str, words: list[dict[str, Any]], at: int) -> dict[str, Any]:
    if not 0 <= at < len(words):
        return {f"{where}:edge": True}
    return {f"{where}:word": words[at]["word"], f"{where}:capital": words[at]["capital"]}
