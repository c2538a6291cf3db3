"""What the classifiers see of a text: its words, the sound of its letters, and its meaning.

Kept without pickle: vocabularies as JSON, numbers as a numpy archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from components import vectors
from components.spelling import sounds
from components.text import lower

_WORDS: dict[str, Any] = {"token_pattern": r"\S+", "ngram_range": (1, 3)}
_PIECES: dict[str, Any] = {"analyzer": "char_wb", "ngram_range": (2, 5)}
_SHARED: dict[str, Any] = {
    "lowercase": False,
    "sublinear_tf": True,
    "min_df": 3,  # 2 gave twice the features and 45 MB, and no better figures
    "dtype": np.float32,
}
_DIMENSIONS = 64  # more cost time and gained nothing (measured at 64, 128 and all 512)


class Reading(NamedTuple):
    """A text to judge: as lemmas with spaces between them, and as typed in lower case."""

    lemmas: str
    letters: str


def reading(message: Message, start: int = 0, end: int | None = None) -> Reading:
    """The part of `message` from `start` to `end`; it must have been cut into words before."""
    letters = lower(message.get("text"))[start:end]
    end = start + len(letters)
    words = [token.lemma for token in message.get("text_tokens") if start <= token.start < end]
    return Reading(" ".join(words), letters)


@dataclass(frozen=True)
class Axes:
    """The directions in which the vectors of the examples differ most."""

    mean: NDArray[np.float32]
    directions: NDArray[np.float32]

    @classmethod
    def fit(cls, texts: Sequence[str]) -> tuple[Axes, NDArray[np.float32]]:
        """The axes of `texts`, and their coordinates."""
        encoded = vectors.encode(texts)
        mean = encoded.mean(axis=0)
        spread = (encoded - mean).astype(np.float64)
        _, directions = np.linalg.eigh(spread.T @ spread)
        axes = cls(mean, directions[:, : -_DIMENSIONS - 1 : -1].astype(np.float32))
        return axes, axes.project(encoded)

    def project(self, encoded: NDArray[np.float32]) -> NDArray[np.float32]:
        """Coordinates on the axes."""
        return (encoded - self.mean) @ self.directions


@dataclass(frozen=True)
class Features:
    """How readings become rows of numbers; `axes` is None when no vectors are used."""

    words: TfidfVectorizer
    pieces: TfidfVectorizer
    axes: Axes | None

    @classmethod
    def fit(cls, readings: list[Reading], with_vectors: bool) -> tuple[Features, csr_matrix]:
        """The features of `readings`, and their rows."""
        lemmas, letters = zip(*readings, strict=True)
        words, pieces = TfidfVectorizer(**_SHARED, **_WORDS), TfidfVectorizer(**_SHARED, **_PIECES)
        columns = [words.fit_transform(lemmas), pieces.fit_transform(map(sounds, letters))]
        axes = None
        if with_vectors and vectors.available():
            axes, coordinates = Axes.fit(letters)
            columns.append(csr_matrix(coordinates))
        rows = hstack(columns, format="csr", dtype=np.float32)
        rows.sort_indices()  # now: who learns from them in several processes cannot
        return cls(words, pieces, axes), rows

    def transform(self, readings: list[Reading]) -> csr_matrix:
        """The rows of `readings`."""
        lemmas, letters = zip(*readings, strict=True)
        columns = [self.words.transform(lemmas), self.pieces.transform(map(sounds, letters))]
        if self.axes:
            columns.append(csr_matrix(self.axes.project(vectors.encode(letters))))
        return hstack(columns, format="csr", dtype=np.float32)

    def names(self) -> list[list[str]]:
        """The vocabularies."""
        return [list(part.get_feature_names_out()) for part in (self.words, self.pieces)]

    def numbers(self) -> dict[str, NDArray[np.float32]]:
        """The weights of the vocabularies, and the axes."""
        numbers = {"words": self.words.idf_, "pieces": self.pieces.idf_}
        if self.axes:
            numbers.update(mean=self.axes.mean, directions=self.axes.directions)
        return numbers

    @classmethod
    def load(cls, names: list[list[str]], numbers: Any) -> Features:
        """What `names` and `numbers` gave; RasaException when the vectors' package is gone."""
        axes = None
        if "mean" in numbers:
            if not vectors.available():
                raise RasaException(f"the model needs the package {vectors.PACKAGE}: train again")
            vectors.encode(["warm"])
            axes = Axes(numbers["mean"], numbers["directions"])
        words, pieces = names
        return cls(
            _vectorizer(_WORDS, words, numbers["words"]),
            _vectorizer(_PIECES, pieces, numbers["pieces"]),
            axes,
        )


def _vectorizer(
    settings: dict[str, Any], vocabulary: list[str], idf: NDArray[np.float32]
) -> TfidfVectorizer:
    vectorizer = TfidfVectorizer(vocabulary=vocabulary, **_SHARED, **settings)
    vectorizer.idf_ = idf
    return vectorizer
