"""What is quoted of an article: whole sentences."""

from __future__ import annotations

from functools import lru_cache

from rag.ingest.sentences import sentences
from rag.types import Article


def quotation(article: Article, start: int, end: int) -> tuple[int, int]:
    """Where the whole sentences that ``start:end`` touches begin and end."""
    touched = [span for span in _sentences(article.text, article.lang) if span[0] < end and start < span[1]]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


@lru_cache(maxsize=64)
def _sentences(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text, lang))
