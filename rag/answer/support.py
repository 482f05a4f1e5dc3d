"""How likely a candidate is the answer: retrieval, reader and names in one calibrated probability.

A logistic regression. Its weights are fitted together with the reader's (``python -m rag.answer.training.support``), on
archives whose questions the reader was not trained on, and lie beside them in ``reader.json``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from rag.answer.candidates import Candidate
from rag.answer.evidence import Evidence, log_odds, probability

FEATURES = (
    "retrieved",
    "behind",
    "standing_out",
    "answerable",
    "ahead",
    "share",
    "named_here",
    "named_near",
    "fits",
    "alone",
    "alone_share",
)
_FLAT = 0.02
"""Deviation of scores that are all about as good."""


@dataclass(frozen=True, slots=True)
class Support(Evidence):
    """``P(answer) = sigmoid(log-odds)``."""

    FEATURES = FEATURES

    def __call__(self, candidate: Candidate, scores: Sequence[float]) -> float:
        """Probability in (0, 1) that the candidate answers the question; ``scores`` are those of all hits."""
        return probability(self.log_odds(features(candidate, scores)))


def features(candidate: Candidate, scores: Sequence[float]) -> tuple[float, ...]:
    """What :data:`FEATURES` name: the hit's score, how far it is behind the best one, how many deviations it is
    above the mean (where something answers, it stands out: Shtok et al. 2012, "Predicting Query Performance by
    Query-Drift Estimation"), the reader's log-odds of the passage, how far these are ahead of other articles', those of
    the span in it, shares of names, 1 if the span is of the kind that is asked for, the reader's log-odds of the quoted
    sentence alone, those of the span in that."""
    score = candidate.hit.score
    return (
        score,
        max(scores) - score,
        (score - fmean(scores)) / (pstdev(scores) + _FLAT),
        log_odds(candidate.answerable),
        candidate.ahead,
        log_odds(candidate.share),
        candidate.named_here,
        candidate.named_near,
        float(candidate.fits),
        log_odds(candidate.alone),
        log_odds(candidate.alone_share),
    )
