"""One linear support vector machine a label: how far a text is on the label's side.

Chosen by measurement on phrases not trained on: a point or two better than logistic regression on
the same features, and twenty times as fast to train. Margins are no chances; who uses them turns
them into confidences.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.svm import LinearSVC

from components.features import Features, Reading


@dataclass(frozen=True)
class Margins:
    """Independent yes-or-no models on the same features, one for each label in `labels`."""

    labels: list[str]
    features: Features
    weights: NDArray[np.float32]  # features x labels
    intercepts: NDArray[np.float32]

    @classmethod
    def fit(
        cls,
        readings: list[Reading],
        labels: list[list[str]],
        *,
        strength: float,
        seed: int,
        with_vectors: bool,
    ) -> Margins:
        """Learn which readings have which labels; needs at least two labels somewhere."""
        features, rows = Features.fit(readings, with_vectors)
        names = sorted({label for of_text in labels for label in of_text})
        machines = Parallel(n_jobs=-1)(
            delayed(LinearSVC(C=strength, random_state=seed).fit)(
                rows, [name in of_text for of_text in labels]
            )
            for name in names
        )
        weights = np.stack([machine.coef_[0] for machine in machines], axis=1)
        intercepts = np.array([machine.intercept_[0] for machine in machines])
        return cls(names, features, weights.astype(np.float32), intercepts.astype(np.float32))

    def of(self, readings: list[Reading]) -> NDArray[np.float64]:
        """The margin of each label, readings x labels; positive speaks for the label."""
        return np.asarray(self.features.transform(readings) @ self.weights + self.intercepts)

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        content = {"labels": self.labels, "vocabularies": self.features.names()}
        (folder / "names.json").write_text(json.dumps(content), encoding="utf-8")
        np.savez(
            folder / "numbers.npz",
            weights=self.weights,
            intercepts=self.intercepts,
            **self.features.numbers(),
        )

    @classmethod
    def load(cls, folder: Path) -> Margins:
        """Read what `save` wrote."""
        content = json.loads((folder / "names.json").read_text(encoding="utf-8"))
        with np.load(folder / "numbers.npz", allow_pickle=False) as archive:
            numbers = dict(archive)
        features = Features.load(content["vocabularies"], numbers)
        return cls(content["labels"], features, numbers["weights"], numbers["intercepts"])
