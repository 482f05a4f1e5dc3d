"""What is quoted of an article: whole sentences."""

from __future__ import annotations

from functools import lru_cache

from rag.ingest.prose import columns
from rag.ingest.sentences import sentences
from rag.types import Article

_MUCH = 10
"""Columns on either side of a sentence's end."""


def quotation(article: Article, start: int, end: int) -> tuple[int, int]:
    """Where the whole sentences that ``start:end`` touches begin and end."""
    touched = _touched(article, start, end)
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def runs_on(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` has much of more than one sentence: an ordinal or an abbreviation may end what is none."""
    return any(
        min(columns(article.text[start:stop]), columns(article.text[stop:end])) >= _MUCH
        for _, stop in _touched(article, start, end)[:-1]
    )


def _touched(article: Article, start: int, end: int) -> list[tuple[int, int]]:
    return [span for span in _sentences(article.text, article.lang) if span[0] < end and start < span[1]]


@lru_cache(maxsize=64)
def _sentences(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text, lang))
