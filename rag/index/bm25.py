"""BM25 (Robertson and Walker, SIGIR 1994) over occurrences of terms, with the constants and idf of SQLite's FTS5."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

_K1, _B = 1.2, 0.75
_LEAST_IDF = 1e-6


def bm25(occurrences: Iterable[np.ndarray], sizes: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of the passages in which any term occurs, sorted, and their scores, float32.

    Args:
        occurrences: of each term, the number of its passage for each time that it occurs.
        sizes: by passage number, how many terms it has.
        count: passages in all.
    """
    scores = np.zeros(len(sizes))
    longer = _K1 * (1 - _B + _B * sizes * (count / max(1, sizes.sum())))
    for occurring in occurrences:
        found, times = np.unique(occurring, return_counts=True)
        idf = max(_LEAST_IDF, math.log((count - len(found) + 0.5) / (len(found) + 0.5)))
        scores[found] += idf * (_K1 + 1) * times / (times + longer[found])
    numbers = np.flatnonzero(scores)
    return numbers, scores[numbers].astype(np.float32)
