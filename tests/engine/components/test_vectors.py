"""Sentence vectors: one a text, in order, whatever was asked before."""

import numpy as np
from components import vectors


def test_one_vector_of_length_one_for_each_text_in_order() -> None:
    first, other, again = vectors.encode(["ik heb schulden", "hoi", "ik heb schulden"])
    assert np.array_equal(first, again)
    assert not np.allclose(first, other, atol=0.1)
    assert abs(np.linalg.norm(other) - 1) < 1e-4


def test_what_was_asked_in_between_changes_nothing() -> None:
    before = vectors.encode(["ik heb schulden"])
    vectors.encode([f"zin {number}" for number in range(150)])
    assert np.allclose(vectors.encode(["hoi", "ik heb schulden"])[1], before[0], atol=1e-5)
