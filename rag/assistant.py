"""Question in, checked answer out: the one place where the parts are put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from rag.answer.answering import Answering
from rag.answer.chronicle import Chronicle
from rag.answer.hub_reader import HubReader
from rag.answer.judging import JudgingRetriever
from rag.answer.question import cleaned
from rag.answer.reader import Reader
from rag.answer.timeline import Timeline
from rag.errors import RagError
from rag.index.encoder import Encoder
from rag.index.fingerprint import fingerprint
from rag.index.library import Library
from rag.index.records import Indexed, newest
from rag.index.store import Store
from rag.index.sync import Progress, SyncReport, sync
from rag.ingest.content import is_current
from rag.ingest.language import detect, primary
from rag.retrieve.fair import FairRetriever
from rag.retrieve.retriever import Retriever
from rag.settings import Settings
from rag.types import Answer, Article, Filters, Hit

if TYPE_CHECKING:
    from rag.retrieve.documents import PassageRetriever


@dataclass(frozen=True, slots=True)
class Archive:
    """What is in the index."""

    articles: tuple[Indexed, ...]
    passages: int

    @property
    def languages(self) -> dict[str, int]:
        """Articles of each language, most first."""
        return dict(
            sorted(Counter(primary(article.lang) for article in self.articles).items(), key=lambda p: (-p[1], p[0]))
        )

    @property
    def newest(self) -> date | None:
        return newest(self.articles)

    @property
    def oldest(self) -> date | None:
        return min((article.published for article in self.articles if article.published), default=None)


class Assistant:
    """Safe to share between threads. Models load at the first question; the index is followed as it moves."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self.encoder = Encoder(settings)
        self.library = Library(
            settings.index_dir, settings.chroma_url, fingerprint(settings, self.encoder), self.encoder.words
        )

    @cached_property
    def reader(self) -> Reader:
        """Built on the embedded model, whichever model retrieves, unless the settings name another."""
        embedded = Reader.load(self.encoder.base)
        return embedded if self.settings.reader == "embedded" else HubReader(embedded, self.settings.reader)

    def ask(
        self, question: str, filters: Filters = Filters(), lang: str | None = None, today: date | None = None
    ) -> Answer:
        """Answer from the articles that pass ``filters``, in ``lang`` (the question's own by default).

        ``today`` is the day from which a question tells time ("last year"), by default today.

        Raises:
            RagError: an empty question, no index, or an index of other settings.
        """
        started = perf_counter()
        question = cleaned(question)
        with self.library.reading() as store:
            answer = Answering(store, self.encoder, self.reader, self.settings).ask(question, filters, lang, today)
        return replace(answer, seconds=perf_counter() - started)

    def search(self, question: str, k: int = 20, filters: Filters = Filters(), rerank: bool = True) -> list[Hit]:
        """The best passages; with ``rerank`` the first of them are read, and ordered by whether they answer."""
        question = cleaned(question)
        with self.library.reading() as store:
            found = self._finder(store, rerank).retrieve(question, detect(question), k, filters)
        return list(found.hits)

    def _finder(self, store: Store, rerank: bool) -> Retriever:
        return JudgingRetriever(store, self.encoder, self.reader) if rerank else FairRetriever(store, self.encoder)

    def timeline(self, subject: str, filters: Filters = Filters(), k: int = 30, lang: str | None = None) -> Timeline:
        """The dated events that the best ``k`` passages about ``subject`` tell, from articles that pass ``filters``.

        Raises:
            RagError: an empty subject, no index, or an index of other settings.
        """
        started = perf_counter()
        subject = cleaned(subject)
        with self.library.reading() as store:
            timeline = Chronicle(store, self.encoder).timeline(subject, filters, k, lang)
        return replace(timeline, seconds=perf_counter() - started)

    def retriever(self, k: int = 20, filters: Filters = Filters()) -> PassageRetriever:
        """:meth:`search` as a LangChain retriever."""
        from rag.retrieve.documents import PassageRetriever

        return PassageRetriever(find=self.search, k=k, filters=filters)

    def archive(self) -> Archive:
        with self.library.reading() as store:
            return Archive(tuple(store.articles()), store.passage_count())

    def article(self, article_id: str) -> Article:
        """The article as indexed.

        Raises:
            RagError: there is none of that id.
        """
        with self.library.reading() as store:
            found = store.article(article_id)
        if found is None:
            raise RagError(f"No article {article_id!r} in the index. List them with `python -m rag list`.")
        return found

    def is_current(self, article: Article) -> bool:
        """Whether the article's file still holds what was indexed."""
        with self.library.reading() as store:
            return is_current(store.root(), article.id, article.sha256)

    def sync(
        self,
        folder: Path | None = None,
        *,
        force: bool = False,
        at_most: int | None = None,
        rebuild: bool = False,
        progress: Progress,
    ) -> SyncReport:
        """Index what changed below ``folder`` (by default the settings' corpus), see :func:`rag.index.sync.sync`."""
        place = folder or self.settings.corpus_dir
        return sync(
            place, self.settings, self.encoder, force=force, at_most=at_most, rebuild=rebuild, progress=progress
        )
