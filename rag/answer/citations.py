"""Citations are checked against the article and its file, by code: what does not hold is not shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rag.ingest.content import current_sha256
from rag.types import Article, Citation


def cite(article: Article, start: int, end: int, n: int) -> Citation:
    """A citation of ``article.text[start:end]``."""
    return Citation(
        n=n,
        article_id=article.id,
        title=article.title,
        source=article.source,
        published=article.published,
        lang=article.lang,
        quote=article.text[start:end],
        start=start,
        end=end,
        inferred=article.inferred,
        url=article.url,
    )


def holds(citation: Citation, article: Article) -> bool:
    """Whether the quote is the article's own text at those offsets, and not empty."""
    inside = 0 <= citation.start < citation.end <= len(article.text)
    return (
        inside
        and citation.article_id == article.id
        and article.text[citation.start : citation.end] == citation.quote
        and bool(citation.quote.strip())
    )


def unchanged(root: Path | None) -> Callable[[str, str], bool]:
    """A test ``(article_id, sha256) -> bool``: does the file below ``root`` still hold the article that was indexed?

    Without a root (an index whose articles lie elsewhere) there is nothing to compare with, and nothing is cited.
    """

    def test(article_id: str, sha256: str) -> bool:
        return root is not None and current_sha256(root, article_id) == sha256

    return test
