"""Retrieval with the reader's word: what is found for a question, ordered by whether it answers."""

from __future__ import annotations

from dataclasses import replace

from rag.answer.answering import read
from rag.answer.reader import Reader
from rag.answer.recency import without_latest
from rag.answer.relevance import Relevance, reranked
from rag.index.encoder import Encoder
from rag.index.store import Store
from rag.retrieve.fair import FairRetriever
from rag.retrieve.retriever import Found
from rag.types import Filters

_READ = 20  # hits that the reader judges


class JudgingRetriever:
    """The fair retriever's hits, the first of them read and ordered anew (:func:`rag.answer.relevance.reranked`).

    Which of several times is the last is no matter of reading: the question is read for any of them, as it is where it
    is answered.
    """

    def __init__(self, store: Store, encoder: Encoder, reader: Reader):
        self._fair, self._reader = FairRetriever(store, encoder), reader
        self._relevance = Relevance.of(reader.evidence["relevance"])

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        question = without_latest(question, lang)
        found = self._fair.retrieve(question, lang, max(k, _READ), filters)
        readings = read(self._reader, question, replace(found, hits=found.hits[:_READ]))
        return replace(found, hits=reranked(found.hits, readings, found.names, self._relevance)[:k])
