"""The classifier: with and without sentence vectors, and the same after it was saved."""

from pathlib import Path

import numpy as np
import pytest
from components import vectors
from components.features import Reading
from components.margins import Margins
from rasa.shared.exceptions import RasaException

TEXTS = [
    *("ik heb schulden", "veel schulden en zorgen", "mijn schulden", "schulden en deurwaarders"),
    *("ik slaap slecht", "slecht slapen, elke nacht", "slecht geslapen", "weer slecht slapen"),
]
LABELS = [["geld"]] * 4 + [["slaap"]] * 4
READINGS = [Reading(text, text) for text in TEXTS]


def fit(with_vectors: bool) -> Margins:
    return Margins.fit(READINGS, LABELS, strength=1.0, seed=7, with_vectors=with_vectors)


@pytest.mark.parametrize("with_vectors", [True, False])
def test_it_learns_and_survives_the_disk(with_vectors: bool, tmp_path: Path) -> None:
    margins = fit(with_vectors)
    margins.save(tmp_path)
    again = Margins.load(tmp_path)
    new = [Reading("die schulden", "die schulden")]
    assert margins.labels[margins.of(new)[0].argmax()] == "geld"
    assert again.of(new) == pytest.approx(margins.of(new), abs=1e-6)
    assert np.allclose(fit(with_vectors).of(new), margins.of(new), atol=1e-6)


def test_without_the_package_it_learns_from_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "available", lambda: False)
    assert fit(with_vectors=True).features.axes is None


def test_a_model_with_vectors_says_what_it_misses(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fit(with_vectors=True).save(tmp_path)
    monkeypatch.setattr(vectors, "available", lambda: False)
    with pytest.raises(RasaException, match="train again"):
        Margins.load(tmp_path)
