"""How likely a candidate is the answer: retrieval, reader and names in one calibrated probability.

A logistic regression, fitted on questions about the shipped archive (``tests/data``), most of them not in the language
of the article that answers; see the model card for the figures.
"""

from __future__ import annotations

import math

from rag.answer.candidates import Candidate

_FEATURES = ("retrieved", "answerable", "share", "named_here", "named_near", "fits")
_WEIGHTS = (24.32, 0.333, 0.202, 1.172, -0.433, 0.793)
_BIAS = -5.68
_LEAST, _MOST = 1e-4, 1 - 1e-4


def features(candidate: Candidate) -> tuple[float, ...]:
    """What :data:`_FEATURES` name: the fair score, log-odds of the reader, shares of names, 1 if it fits."""
    return (
        candidate.hit.score,
        _log_odds(candidate.answerable),
        _log_odds(candidate.share),
        candidate.named_here,
        candidate.named_near,
        float(candidate.fits),
    )


def support(candidate: Candidate) -> float:
    """Probability in (0, 1) that the candidate answers the question."""
    value = _BIAS + sum(w * f for w, f in zip(_WEIGHTS, features(candidate), strict=True))
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))


def _log_odds(probability: float) -> float:
    kept = min(max(probability, _LEAST), _MOST)
    return math.log(kept / (1 - kept))
