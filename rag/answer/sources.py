"""Articles that may be cited: those whose files still hold what was indexed."""

from __future__ import annotations

from collections.abc import Callable

from rag.index.store import Store
from rag.types import Article

Sources = Callable[[str], Article | None]
"""The article of an id as indexed, None where it may not be cited."""


def sources(store: Store, same: Callable[[str, str], bool]) -> Sources:
    """Each article is looked up once. ``same(article_id, sha256)``: whether it is still what was indexed."""
    seen = dict[str, Article | None]()

    def look_up(article_id: str) -> Article | None:
        if article_id not in seen:
            article = store.article(article_id)
            seen[article_id] = article if article and same(article.id, article.sha256) else None
        return seen[article_id]

    return look_up
