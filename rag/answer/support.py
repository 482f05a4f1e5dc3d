"""How likely a candidate is the answer: retrieval, reader and names in one calibrated probability.

A logistic regression. Its weights are fitted together with the reader's (``python -m rag.answer.training.support``), on
stories that the reader was not trained on, and lie beside them in ``reader.json``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from rag.answer.candidates import Candidate
from rag.errors import ModelError

FEATURES = ("retrieved", "behind", "answerable", "share", "named_here", "named_near", "fits")
_LEAST, _MOST = 1e-4, 1 - 1e-4


@dataclass(frozen=True, slots=True)
class Support:
    """``P(answer) = sigmoid(bias + sum of weight x feature)``; a feature without a weight counts nothing."""

    weights: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0

    @classmethod
    def of(cls, fitted: Mapping[str, float]) -> Support:
        """From what stands in the reader's card: a weight a feature, and ``bias``.

        Raises:
            ModelError: one of them is missing.
        """
        try:
            return cls({name: fitted[name] for name in FEATURES}, fitted["bias"])
        except KeyError as error:
            raise ModelError(
                f"The reader's reader.json says nothing of {error} for support. "
                "Fit it: python -m rag.answer.training.support FOLDER"
            ) from error

    def __call__(self, candidate: Candidate, best: float) -> float:
        """Probability in (0, 1) that the candidate answers the question; ``best`` is the best hit's score."""
        found = zip(FEATURES, features(candidate, best), strict=True)
        value = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in found)
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))


def features(candidate: Candidate, best: float) -> tuple[float, ...]:
    """What :data:`FEATURES` name: the hit's score, how far it is behind the best one, the reader's log-odds of the
    passage and of the span in it, shares of names, 1 if the span is the kind of thing that is asked for."""
    return (
        candidate.hit.score,
        best - candidate.hit.score,
        _log_odds(candidate.answerable),
        _log_odds(candidate.share),
        candidate.named_here,
        candidate.named_near,
        float(candidate.fits),
    )


def _log_odds(probability: float) -> float:
    kept = min(max(probability, _LEAST), _MOST)
    return math.log(kept / (1 - kept))
