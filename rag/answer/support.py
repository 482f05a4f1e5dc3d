"""How likely a candidate is the answer: retrieval, reader and names in one calibrated probability.

A logistic regression. Its weights are fitted together with the reader's (``python -m rag.answer.training.support``), on
stories that the reader was not trained on, and lie beside them in ``reader.json``.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.answer.candidates import Candidate
from rag.answer.evidence import Evidence, log_odds, probability

FEATURES = ("retrieved", "behind", "answerable", "ahead", "share", "named_here", "named_near", "fits")


@dataclass(frozen=True, slots=True)
class Support(Evidence):
    """``P(answer) = sigmoid(log-odds)``."""

    FEATURES = FEATURES

    def __call__(self, candidate: Candidate, best: float) -> float:
        """Probability in (0, 1) that the candidate answers the question; ``best`` is the best hit's score."""
        return probability(self.log_odds(features(candidate, best)))


def features(candidate: Candidate, best: float) -> tuple[float, ...]:
    """What :data:`FEATURES` name: the hit's score, how far it is behind the best one, the reader's log-odds of the
    passage, how far these are ahead of other articles', those of the span in it, shares of names, 1 if the span is the
    kind of thing that is asked for."""
    return (
        candidate.hit.score,
        best - candidate.hit.score,
        log_odds(candidate.answerable),
        candidate.ahead,
        log_odds(candidate.share),
        candidate.named_here,
        candidate.named_near,
        float(candidate.fits),
    )
