"""Question in, checked answer out: the one place where the parts are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from rag.answer.citations import unchanged
from rag.answer.extractive import compose
from rag.answer.reader import Reader, Reading
from rag.answer.recency import asks_for_latest, without_latest
from rag.answer.relevance import Relevance, reranked
from rag.answer.support import Support
from rag.answer.time import render_date
from rag.answer.words import words
from rag.errors import RagError
from rag.index.encoder import Encoder
from rag.index.fingerprint import fingerprint
from rag.index.library import Library
from rag.index.records import Indexed, primary
from rag.index.store import Store
from rag.index.sync import Progress, SyncReport, sync
from rag.ingest.language import detect
from rag.retrieve.fair import FairRetriever
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
        return max((article.published for article in self.articles if article.published), default=None)

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
        """Built on the embedded model, whichever model retrieves."""
        return Reader.load(self.encoder.base)

    def ask(self, question: str, filters: Filters = Filters(), lang: str | None = None) -> Answer:
        """Answer from the articles that pass ``filters``, in ``lang`` (the question's own by default).

        Raises:
            RagError: an empty question, no index, or an index of other settings.
        """
        started = perf_counter()
        question = cleaned(question)
        with self.library.reading() as store:
            asked_in = detect(question)
            lang = lang or asked_in
            any_time = without_latest(question, asked_in)
            found = FairRetriever(store, self.encoder).retrieve(any_time, asked_in, self.settings.hits, filters)
            readings = self._read(any_time, found.hits)
            answer = compose(
                question,
                lang,
                self.reader.question_type(question),
                found,
                readings,
                self._article_lookup(store),
                Support.of(self.reader.evidence["support"]),
                self.settings.abstain_below,
                asks_for_latest(question, asked_in),
            )
            if answer.abstained:
                answer = replace(answer, text=_abstention(lang, store.languages(), store.newest()))
        return replace(answer, seconds=perf_counter() - started)

    def search(self, question: str, k: int = 20, filters: Filters = Filters(), rerank: bool = True) -> list[Hit]:
        """The best passages; with ``rerank`` the first of them are read, and ordered by whether they answer."""
        with self.library.reading() as store:
            question = cleaned(question)
            found = FairRetriever(store, self.encoder).retrieve(question, detect(question), max(k, _READ), filters)
        if not rerank:
            return list(found.hits[:k])
        readings = self._read(question, found.hits[:_READ])
        relevance = Relevance.of(self.reader.evidence["relevance"])
        return list(reranked(found.hits, readings, found.names, relevance)[:k])

    def _read(self, question: str, hits: Sequence[Hit]) -> list[Reading]:
        return self.reader.read(question, [hit.passage.text for hit in hits], [hit.title for hit in hits])

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

    def sync(
        self, folder: Path | None = None, *, force: bool = False, rebuild: bool = False, progress: Progress
    ) -> SyncReport:
        """Index what changed below ``folder`` (the settings' corpus by default)."""
        place = folder or self.settings.corpus_dir
        return sync(place, self.settings, self.encoder, force=force, rebuild=rebuild, progress=progress)

    def _article_lookup(self, store: Store) -> Callable[[str], Article | None]:
        """The article as indexed, once a question each; None where its file is no longer what was indexed."""
        same, seen = unchanged(store.root()), dict[str, Article | None]()

        def look_up(article_id: str) -> Article | None:
            if article_id not in seen:
                article = store.article(article_id)
                seen[article_id] = article if article and same(article.id, article.sha256) else None
            return seen[article_id]

        return look_up


_JOINERS = "\u200c\u200d"  # Persian and the scripts of India spell with them
_READ = 20  # hits of a search that the reader judges
_LONGEST_QUESTION = 2000  # characters; a pasted article is not a question


def cleaned(question: str) -> str:
    """White space folded, lone surrogates and control characters dropped.

    Raises:
        RagError: nothing is left, or it is far too long.
    """
    text = "".join(char for char in question if char.isprintable() or char.isspace() or char in _JOINERS)
    text = " ".join(text.split())
    if not text:
        raise RagError("The question is empty. Type a question, for example: When did Putin last visit Pyongyang?")
    if len(text) > _LONGEST_QUESTION:
        raise RagError(f"The question has {len(text)} characters, more than {_LONGEST_QUESTION}. Ask a shorter one.")
    return text


def _abstention(lang: str, languages: dict[str, int], newest: date | None) -> str:
    said = words(lang)
    parts = [said.abstain, said.searched.format(articles=sum(languages.values()), languages=len(languages))]
    if newest:
        dated = said.newest.format(date=render_date(newest, "day", lang))
        parts.append(dated.removesuffix("..") + "." if dated.endswith("..") else dated)  # "19 июня 2024 г."
    return " ".join(parts)
