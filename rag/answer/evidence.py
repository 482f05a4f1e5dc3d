"""Kinds of evidence weighed together: the logistic regression that answers and hits share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Self

from rag.errors import ModelError

_LEAST, _MOST = 1e-4, 1 - 1e-4
_FARTHEST = 60.0
"""Log-odds beyond which exp() tells no more."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """``log-odds = bias + sum of weight x feature``; a feature without a weight counts nothing."""

    FEATURES: ClassVar[tuple[str, ...]] = ()

    weights: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0

    @classmethod
    def of(cls, fitted: Mapping[str, float]) -> Self:
        """From what stands in the reader's card: a weight a feature, and ``bias``.

        Raises:
            ModelError: one of them is missing.
        """
        try:
            return cls({name: fitted[name] for name in cls.FEATURES}, fitted["bias"])
        except KeyError as error:
            raise ModelError(
                f"The reader's reader.json says nothing of {error} for {cls.__name__.lower()}. "
                "Fit it: python -m rag.answer.training.support DATA_DIR --weights FOLDER"
            ) from error

    def log_odds(self, values: Sequence[float]) -> float:
        """``values`` are those of :attr:`FEATURES`."""
        found = zip(self.FEATURES, values, strict=True)
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in found)


def log_odds(probability: float) -> float:
    kept = min(max(probability, _LEAST), _MOST)
    return math.log(kept / (1 - kept))


def probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-_within(log_odds)))


def either(log_odds: Iterable[float]) -> float:
    """Log-odds of at least one of several independent events (noisy or), from those of each; there must be one."""
    unlikely = sum(math.log1p(math.exp(_within(value))) for value in log_odds)  # -log P(none)
    return math.log(math.expm1(unlikely)) if unlikely < _FARTHEST else unlikely


def _within(log_odds: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, log_odds))


LEAST = log_odds(0.0)
"""Log-odds of what is as good as impossible."""
