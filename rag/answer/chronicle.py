"""The whole path of a timeline over one open index: subject -> hits -> checked events."""

from __future__ import annotations

from collections.abc import Callable

from rag.answer.abstention import abstention
from rag.answer.citations import unchanged
from rag.answer.period import happened
from rag.answer.question import cleaned
from rag.answer.recency import without_latest
from rag.answer.sources import Sources
from rag.answer.timeline import Timeline, events
from rag.index.encoder import Encoder
from rag.index.store import Store
from rag.ingest.language import detect
from rag.retrieve.fair import FairRetriever
from rag.types import Filters


class Chronicle:
    """Tells from the articles of one store what they date about a subject. Needs no reader."""

    def __init__(self, store: Store, encoder: Encoder, same: Callable[[str, str], bool] | None = None):
        """``same(article_id, sha256)``: whether an article is still what was indexed; by default, its file is."""
        self._store, self._retriever = store, FairRetriever(store, encoder)
        self._same = same or unchanged(store.root())

    def timeline(self, subject: str, filters: Filters = Filters(), k: int = 30, lang: str | None = None) -> Timeline:
        """From the best ``k`` passages; a question is a subject, too: of all the times, not the last one.

        Raises:
            RagError: the subject is empty or far too long.
        """
        subject = cleaned(subject)
        spoken = detect(subject)
        found = self._retriever.retrieve(without_latest(subject, spoken), spoken, k, filters)
        source, lang = Sources(self._store, self._same), lang or spoken
        told = events(found, source, happened(filters))
        silence = "" if told else abstention(lang, self._store.searched(filters), source.changed)
        return Timeline(subject, lang, told, silence)
