"""The reader's word on hits: whether a passage answers says more than how near it is, in whatever language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answer.evidence import LEAST, Evidence, either, log_odds
from rag.answer.reader import Reading
from rag.retrieve.names import Name, named
from rag.types import Hit

FEATURES = ("retrieved", "answerable", "ahead", "named")


@dataclass(frozen=True, slots=True)
class Relevance(Evidence):
    """Whether a passage answers; fitted with the reader, like its ``Support``."""

    FEATURES = FEATURES


def leads(hits: Sequence[Hit], readings: Sequence[Reading]) -> list[float]:
    """By how much the log-odds of each hit's passage answering exceed those of the best passage of another article."""
    odds = [(hit.passage.article_id, log_odds(reading.answerable)) for hit, reading in zip(hits, readings, strict=True)]
    return [own - max((p for other, p in odds if other != article), default=LEAST) for article, own in odds]


def features(hits: Sequence[Hit], readings: Sequence[Reading], names: Sequence[Name]) -> list[tuple[float, ...]]:
    """Of each hit, what :data:`FEATURES` name: its score, the reader's log-odds of the passage having an answer, how
    far these are ahead of other articles', the share of names that it has."""
    return [
        (hit.score, log_odds(reading.answerable), lead, named(names, f"{hit.title}\n{hit.passage.text}"))
        for hit, reading, lead in zip(hits, readings, leads(hits, readings), strict=True)
    ]


def reranked(
    hits: Sequence[Hit], readings: Sequence[Reading], names: Sequence[Name], relevance: Relevance
) -> tuple[Hit, ...]:
    """The hits in the order of their relevance, their ``score`` its log-odds; those without a reading follow as they
    were, below the others.

    An article is relevant if any of its passages is: the best of them stands for all (noisy or).
    """
    front = hits[: len(readings)]
    values = [relevance.log_odds(row) for row in features(front, readings, names)]
    own: dict[str, list[int]] = {}  # by article, numbers of its hits, best first
    for number in sorted(range(len(front)), key=lambda number: (-values[number], front[number].passage.id)):
        own.setdefault(front[number].passage.article_id, []).append(number)
    for numbers in own.values():
        values[numbers[0]] = either(values[number] for number in numbers)
    read = [replace(hit, score=value) for hit, value in zip(front, values, strict=True)]
    read.sort(key=lambda hit: (-hit.score, hit.passage.id))
    top = max((hit.score for hit in hits), default=0.0)
    floor = min((hit.score for hit in read), default=0.0)
    rest = [replace(hit, score=floor - (top - hit.score)) for hit in hits[len(readings) :]]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate([*read, *rest], 1))
