"""BM25 (Robertson and Walker, SIGIR 1994) over an inverted index, with the constants and idf of SQLite's FTS5."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from rag.index.postings import Posting

_K1, _B = 1.2, 0.75
_LEAST_IDF = 1e-6


def bm25(postings: Iterable[Posting], sizes: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of the passages in which any term occurs, sorted, and their scores, float32.

    Args:
        postings: of each term.
        sizes: by passage number, how many terms it has.
        count: passages in all.
    """
    scores = np.zeros(len(sizes))
    longer = _K1 * (1 - _B + _B * sizes * (count / max(1, sizes.sum())))
    for posting in postings:
        found, times, having = posting.numbers, posting.times, len(posting.numbers)
        idf = max(_LEAST_IDF, math.log((count - having + 0.5) / (having + 0.5)))
        scores[found] += idf * (_K1 + 1) * times / (times + longer[found])
    numbers = np.flatnonzero(scores)
    return numbers, scores[numbers].astype(np.float32)
