"""The reader's word on hits: whether a passage answers says more than how near it is, in whatever language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answer.evidence import Evidence, log_odds
from rag.answer.reader import Reading
from rag.retrieve.names import Name, named
from rag.types import Hit

FEATURES = ("retrieved", "behind", "answerable", "named")


@dataclass(frozen=True, slots=True)
class Relevance(Evidence):
    """Whether a passage answers; fitted with the reader, like its ``Support``."""

    FEATURES = FEATURES


def features(hit: Hit, reading: Reading, names: Sequence[Name], best: float) -> tuple[float, ...]:
    """What :data:`FEATURES` name: the hit's score, how far it is behind the ``best`` one, the reader's log-odds of the
    passage having an answer, the share of names that it has."""
    named_near = named(names, f"{hit.title}\n{hit.passage.text}")
    return hit.score, best - hit.score, log_odds(reading.answerable), named_near


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
