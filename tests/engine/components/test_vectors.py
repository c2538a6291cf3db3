"""Sentence vectors: one a text, in order."""

import numpy as np
from components import vectors


def test_one_vector_of_length_one_for_each_text_in_order() -> None:
    first, other, again = vectors.encode(["ik heb schulden", "hoi", "ik heb schulden"])
    assert np.allclose(first, again, atol=1e-5)
    assert not np.allclose(first, other, atol=0.1)
    assert abs(np.linalg.norm(other) - 1) < 1e-4
