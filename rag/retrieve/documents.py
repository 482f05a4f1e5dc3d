"""Retrieval as a LangChain part: any chain can take its passages from the archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import Field

from rag.types import Filters, Hit


class PassageRetriever(BaseRetriever):
    """``invoke(question)`` gives the best passages as documents, best first.

    ``page_content`` is the article's own text at ``start:end``; the metadata say the rest of the hit.
    """

    find: Callable[[str, int, Filters], Sequence[Hit]]
    """Question, how many, filters -> hits."""
    k: int = Field(default=20, ge=1)
    filters: Filters = Filters()

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [document(hit) for hit in self.find(query, self.k, self.filters)]


def document(hit: Hit) -> Document:
    passage = hit.passage
    known = {
        "article_id": passage.article_id,
        "start": passage.start,
        "end": passage.end,
        "rank": hit.rank,
        "score": hit.score,
        "title": hit.title,
        "lang": hit.lang,
        "published": hit.published.isoformat() if hit.published else None,
        "source": hit.source,
        "url": hit.url,
        "copies": list(hit.copies),
    }
    return Document(id=passage.id, page_content=passage.text, metadata=known)
