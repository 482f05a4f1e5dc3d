"""Articles that may be cited: those whose files still hold what was indexed."""

from __future__ import annotations

from collections.abc import Callable

from rag.index.store import Store
from rag.types import Article


class Sources:
    """``sources(article_id)`` is the article as indexed, None where it may not be cited; each is looked up once."""

    def __init__(self, store: Store, same: Callable[[str, str], bool]):
        """``same(article_id, sha256)``: whether an article is still what was indexed."""
        self._store, self._same = store, same
        self._seen: dict[str, Article | None] = {}
        self.changed = 0
        """Articles that were looked up and may not be cited."""

    def __call__(self, article_id: str) -> Article | None:
        if article_id not in self._seen:
            article = self._store.article(article_id)
            is_same = article is not None and self._same(article.id, article.sha256)
            self.changed += article is not None and not is_same
            self._seen[article_id] = article if is_same else None
        return self._seen[article_id]
