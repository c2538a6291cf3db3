"""The T-score of a client's goals on the GAS scale."""

from collections.abc import Sequence
from math import sqrt

CORRELATION = 0.3
"""Assumed correlation between the scores of one client's goals (Kiresuk & Sherman, 1968)."""

WORST, BEST = -3, 2


def t_score(scores: Sequence[int], weights: Sequence[float] | None = None) -> float:
    """Give T for scores on GAS, with a weight for each goal; without weights all count the same.

    T = 50 + 10·Σ(wᵢxᵢ) / √((1−ρ)·Σwᵢ² + ρ·(Σwᵢ)²), with ρ = 0.3: 50 when every goal is just
    reached (Kiresuk & Sherman, 1968). Their scores go from −2 to +2; −3, decline, came later
    (Dekkers, 2011). It enters as −3 and not as −2, so that a decline lowers T below the T of no
    change. A T with a −3 in it can therefore not be set against published norms.

    Raises ValueError without scores, for a score outside −3 to +2, and for weights that are not
    all above 0 or not as many as the scores.
    """
    weights = [1.0] * len(scores) if weights is None else weights
    if not scores:
        raise ValueError("a T-score needs at least one score")
    if len(weights) != len(scores):
        raise ValueError(f"{len(scores)} scores have {len(weights)} weights")
    if not all(WORST <= score <= BEST for score in scores):
        raise ValueError(f"scores go from {WORST} to {BEST}")
    if not all(weight > 0 for weight in weights):
        raise ValueError("weights are above 0")
    weighted = sum(weight * score for weight, score in zip(weights, scores, strict=True))
    squares = sum(weight**2 for weight in weights)
    spread = (1 - CORRELATION) * squares + CORRELATION * sum(weights) ** 2
    return 50 + 10 * weighted / sqrt(spread)
