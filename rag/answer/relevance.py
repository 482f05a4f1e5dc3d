"""The reader's word on hits: whether a passage answers says more than how near it is, in whatever language."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rag.answer.reader import Reading
from rag.errors import ModelError
from rag.retrieve.names import Name, named
from rag.types import Hit

FEATURES = ("retrieved", "behind", "answerable", "named")
_LEAST, _MOST = 1e-4, 1 - 1e-4


@dataclass(frozen=True, slots=True)
class Relevance:
    """``log-odds(relevant) = bias + sum of weight x feature``; fitted with the reader, like its ``Support``."""

    weights: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0

    @classmethod
    def of(cls, fitted: Mapping[str, float]) -> Relevance:
        """From what stands in the reader's card: a weight a feature, and ``bias``.

        Raises:
            ModelError: one of them is missing.
        """
        try:
            return cls({name: fitted[name] for name in FEATURES}, fitted["bias"])
        except KeyError as error:
            raise ModelError(
                f"The reader's reader.json says nothing of {error} for relevance. "
                "Fit it: python -m rag.answer.training.support FOLDER"
            ) from error

    def log_odds(self, values: Sequence[float]) -> float:
        """``values`` are those of :data:`FEATURES`."""
        found = zip(FEATURES, values, strict=True)
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in found)


def features(hit: Hit, reading: Reading, names: Sequence[Name], best: float) -> tuple[float, ...]:
    """What :data:`FEATURES` name: the hit's score, how far it is behind the ``best`` one, the reader's log-odds of the
    passage having an answer, the share of names that it has."""
    kept = min(max(reading.answerable, _LEAST), _MOST)
    named_near = named(names, f"{hit.title}\n{hit.passage.text}")
    return hit.score, best - hit.score, math.log(kept / (1 - kept)), named_near


def reranked(
    hits: Sequence[Hit], readings: Sequence[Reading], names: Sequence[Name], relevance: Relevance
) -> tuple[Hit, ...]:
    """The hits in the order of their relevance, their ``score`` its log-odds; those without a reading follow as they
    were, below the others."""
    best = max((hit.score for hit in hits), default=0.0)
    read = [
        replace(hit, score=relevance.log_odds(features(hit, reading, names, best)))
        for hit, reading in zip(hits, readings, strict=False)
    ]
    read.sort(key=lambda hit: (-hit.score, hit.passage.id))
    rest = hits[len(read) :]
    floor = min((hit.score for hit in read), default=0.0)
    rest = [replace(hit, score=floor - (best - hit.score)) for hit in rest]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate([*read, *rest], 1))
