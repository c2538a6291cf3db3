"""Words and lemmas of a Dutch message."""

from __future__ import annotations

from typing import Any

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from components.text import lower


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class Cleaner(Tokenizer):
    """Cleans a message and cuts it into words with their lemmas.

    The words come from spaCy's Dutch tokeniser, the lemmas from its lookup table
    (spacy-lookups-data): no trained Dutch model is on the package registries.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._spacy = spacy.blank("nl")
        self._spacy.add_pipe("lemmatizer", config={"mode": "lookup"})
        self._spacy.initialize()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Intents are whole names."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @staticmethod
    def required_packages() -> list[str]:
        """The packages to have installed."""
        return ["spacy", "spacy_lookups_data"]

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The words of `attribute`, with the offsets they have in the message as typed."""
        text = message.get(attribute)
        return [
            Token(text[word.idx : word.idx + len(word)], word.idx, lemma=word.lemma_)
            for word in self._spacy(lower(text))
            if not word.is_space
        ]
