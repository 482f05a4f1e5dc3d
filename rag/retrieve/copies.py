"""Hits that say the same: syndicated copies become one hit, and no article fills the page with its own passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from rag.ingest.language import primary
from rag.types import Hit

_NEAR = 0.97
"""Cosine from which two passages are compared letter by letter."""
_SAME = 0.8
"""Share of the shorter one's character 5-grams that a copy has (containment, Broder 1997)."""
_GRAM = 5
AGAIN = 0.12
"""What a further passage of an article loses for each that stands before it."""


def collapsed(hits: Sequence[Hit], vectors: Mapping[str, np.ndarray]) -> list[Hit]:
    """The best of each set of copies, with the ids of the other articles in ``copies``.

    Args:
        hits: best first.
        vectors: of each hit by its passage's id, unit length.
    """
    if not hits:
        return []
    stacked = np.stack([vectors[hit.passage.id] for hit in hits])
    grams: dict[int, set[str]] = {}
    kept: dict[int, Hit] = {}
    for i, hit in enumerate(hits):
        near = np.flatnonzero(stacked[:i] @ stacked[i] >= _NEAR).tolist()
        twin = next((j for j in near if j in kept and _is_copy(hits, i, j, grams)), None)
        if twin is None:
            kept[i] = hit
        elif hit.passage.article_id not in kept[twin].copies:
            kept[twin] = replace(kept[twin], copies=(*kept[twin].copies, hit.passage.article_id))
    return list(kept.values())


def enough(vectors: np.ndarray, articles: np.ndarray, k: int) -> int:
    """How many of the passages, best first, to look at for the best ``k``: no more, where none of those has a copy.

    Args:
        vectors: float32 ``[n, d]``, unit length.
        articles: the number of each one's article ``[n]``.
    """
    near = (vectors @ vectors[:k].T >= _NEAR) & (articles[:, None] != articles[:k])
    return len(vectors) if near.any() else k


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """The hits ranked anew, each further passage of an article a little lower."""
    seen: Counter[str] = Counter()
    lowered = []
    for hit in hits:
        lowered.append(replace(hit, score=hit.score - AGAIN * seen[hit.passage.article_id]))
        seen[hit.passage.article_id] += 1
    lowered.sort(key=lambda hit: (-hit.score, hit.passage.id))
    return [replace(hit, rank=rank) for rank, hit in enumerate(lowered, 1)]


def earlier(articles: np.ndarray) -> np.ndarray:
    """Of each passage, how many of the same article stand before it, from the number of each one's article ``[n]``."""
    order = np.argsort(articles, kind="stable")
    ordered = articles[order]
    counts = np.empty(len(articles), np.int64)
    counts[order] = np.arange(len(articles)) - np.searchsorted(ordered, ordered)
    return counts


def _is_copy(hits: Sequence[Hit], i: int, j: int, grams: dict[int, set[str]]) -> bool:
    """Whether two near hits have the same text; ``grams`` remembers those of each."""
    one, other = hits[i], hits[j]
    if one.passage.article_id == other.passage.article_id or primary(one.lang) != primary(other.lang):
        return False
    for number in (i, j):
        if number not in grams:
            grams[number] = _grams(hits[number].passage.text)
    return len(grams[i] & grams[j]) >= _SAME * max(1, min(len(grams[i]), len(grams[j])))


def _grams(text: str) -> set[str]:
    folded = " ".join(text.casefold().split())
    return {folded[i : i + _GRAM] for i in range(max(1, len(folded) - _GRAM + 1))}
