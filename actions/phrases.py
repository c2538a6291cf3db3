"""The short texts that actions put together: titles of buttons and parts of a sentence."""

from __future__ import annotations

import string
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from store.datafile import load_data_file

TEXTS = Path(__file__).parents[1] / "data" / "texts"


class PhraseFile(BaseModel):
    """The file: topic -> name -> text with `{variables}`."""

    model_config = ConfigDict(extra="forbid")

    buttons: dict[str, str]
    reasons: dict[str, str]
    facts: dict[str, str]
    conditions: dict[str, str]
    groups: dict[str, str]
    meanings: dict[str, str]
    meanings_of_a_coach: dict[str, str]
    screen: dict[str, str]
    glossary: dict[str, str]


class AnswerFile(BaseModel):
    """The words that people use: name -> words, or regular expressions."""

    model_config = ConfigDict(extra="forbid")

    answers: dict[str, list[str]]


class Phrases:
    """Texts by "topic.name"; an unknown name or a missing variable raises KeyError."""

    def __init__(self, texts: PhraseFile, words: AnswerFile) -> None:
        """Keep the texts flat; answers (words people use) stay apart."""
        topics: Mapping[str, Mapping[str, str]] = {
            "buttons": texts.buttons,
            "reasons": texts.reasons,
            "facts": texts.facts,
            "conditions": texts.conditions,
            "groups": texts.groups,
            "meanings": texts.meanings,
            "meanings_of_a_coach": texts.meanings_of_a_coach,
            "screen": texts.screen,
        }
        self._texts = {
            f"{topic}.{name}": text
            for topic, group in topics.items()
            for name, text in group.items()
        }
        self._answers = words.answers
        self.glossary: Mapping[str, str] = texts.glossary

    def __call__(self, name: str, /, **variables: object) -> str:
        """The text with its variables filled in."""
        return self._texts[name].format_map(variables)

    def has(self, name: str) -> bool:
        """Whether there is a text of this name."""
        return name in self._texts

    def words(self, name: str) -> tuple[str, ...]:
        """Words that people use for an answer, in lower case."""
        return tuple(self._answers[name])

    def variables(self, name: str) -> frozenset[str]:
        """The variables that a text wants."""
        return frozenset(
            field for _, field, _, _ in string.Formatter().parse(self._texts[name]) if field
        )


def load_phrases(folder: Path = TEXTS) -> Phrases:
    """Read and check both files; DataFileError names file, line and mend."""
    return Phrases(
        load_data_file(folder / "phrases.yml", PhraseFile),
        load_data_file(folder / "answers.yml", AnswerFile),
    )
