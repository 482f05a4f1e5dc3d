"""BM25 scores made comparable between languages."""

from __future__ import annotations

import numpy as np

_PRIOR = 5
"""Passages of the whole archive that the figures of a language are mixed with."""
_USUAL = 3.0
"""Standard deviations that the best of many passages reaches by chance ..."""
_RIVALS = 3
"""... and the rank in its language whose passage says what this question's words reach there without answering it."""


def standardised(numbers: np.ndarray, scores: np.ndarray, codes: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """How far each passage stands out in its own language: standard deviations above the mean, beyond the usual ones.

    A question shares many words with any passage of its own language and few with those of others, so that scores say
    something within a language only. There a right passage stands out from the next best ones, in either case; the
    best of passages that are all wrong hardly does.

    Args:
        numbers, scores: passages with a BM25 score, ``[m]``; all others have none.
        codes: ``[n]``, a number for the language of each passage.
        counts: ``[languages]``, passages of each.

    Returns:
        ``[n]`` float32, 0 where a passage does not stand out.
    """
    worth = np.zeros(len(codes), np.float32)
    if not len(numbers):
        return worth
    own = codes[numbers]
    sums = np.bincount(own, scores, minlength=len(counts))
    squares = np.bincount(own, scores.astype(np.float64) ** 2, minlength=len(counts))
    total = max(1.0, counts.sum())
    prior_mean, prior_square = sums.sum() / total, squares.sum() / total
    means = (sums + _PRIOR * prior_mean) / (counts + _PRIOR)
    spreads = np.sqrt(np.maximum((squares + _PRIOR * prior_square) / (counts + _PRIOR) - means**2, 1e-9))
    heights = (scores - means[own]) / spreads[own]
    usual = np.full(len(counts), _USUAL)
    order = np.lexsort((-heights, own))
    first = np.searchsorted(own[order], np.arange(len(counts)))
    for code in np.unique(own):
        third = first[code] + _RIVALS - 1
        if third < len(order) and own[order[third]] == code:
            usual[code] = max(_USUAL, heights[order[third]])
    worth[numbers] = np.maximum(0.0, heights - usual[own])
    return worth
