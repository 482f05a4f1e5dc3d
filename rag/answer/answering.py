"""The whole path over one open index: question -> hits -> readings -> candidates -> checked answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from rag.answer.abstention import abstention
from rag.answer.candidates import candidates
from rag.answer.citations import unchanged
from rag.answer.extractive import compose
from rag.answer.period import common, happened, period_of
from rag.answer.primacy import asks_for_first
from rag.answer.question import cleaned
from rag.answer.question_type import type_of
from rag.answer.reader import Reader, Reading
from rag.answer.recency import asks_for_latest, without_latest
from rag.answer.sources import Sources
from rag.answer.study import Study
from rag.answer.support import Support
from rag.answer.verification import verified
from rag.index.encoder import Encoder
from rag.index.records import newest
from rag.index.store import Store
from rag.ingest.language import detect
from rag.retrieve.fair import FairRetriever
from rag.retrieve.names import asked_of
from rag.retrieve.retriever import Found
from rag.settings import Settings
from rag.types import Answer, Filters


class Answering:
    """Answers from the articles of one store, for as long as that is open."""

    def __init__(
        self,
        store: Store,
        encoder: Encoder,
        reader: Reader,
        settings: Settings,
        same: Callable[[str, str], bool] | None = None,
    ):
        """``same(article_id, sha256)``: whether an article is still what was indexed; by default, its file is."""
        self._store, self._reader, self._settings = store, reader, settings
        self._retriever = FairRetriever(store, encoder)
        self._same = same or unchanged(store.root())

    def ask(
        self, question: str, filters: Filters = Filters(), lang: str | None = None, today: date | None = None
    ) -> Answer:
        """``today`` is the day from which "last year" is told (by default, today).

        Raises:
            RagError: the question is empty or far too long.
        """
        return self.answer(self.study(question, filters), lang, today=today)

    def study(self, question: str, filters: Filters = Filters()) -> Study:
        """Find and read, from the articles that pass ``filters``.

        Raises:
            RagError: the question is empty or far too long.
        """
        question = cleaned(question)
        lang = detect(question)
        any_time = without_latest(question, lang)
        found = self._retriever.retrieve(any_time, lang, self._settings.hits, filters)
        is_for_latest = asks_for_latest(question, lang)
        is_for_first = not is_for_latest and asks_for_first(question, lang)
        readings, source = read(self._reader, any_time, found), Sources(self._store, self._same)
        kind = type_of(self._reader.question_types(question), found, readings, source)
        spans = candidates(kind, found, readings, source)
        spans = verified(self._reader, any_time, found.names, spans)
        return Study(question, lang, kind, is_for_latest, is_for_first, found, readings, tuple(spans), filters)

    def answer(
        self, study: Study, lang: str | None = None, threshold: float | None = None, today: date | None = None
    ) -> Answer:
        """In ``lang`` (the question's own by default), or an abstention below ``threshold`` (the settings')."""
        lang = lang or study.lang
        searched, source = self._store.searched(study.filters), Sources(self._store, self._same)
        answer = compose(
            study,
            lang,
            source,
            Support.of(self._reader.evidence["support"]),
            self._settings.abstain_below if threshold is None else threshold,
            common(happened(study.filters), period_of(study.question, study.lang, today or date.today())),
            newest(searched),
        )
        if not answer.abstained:
            return answer
        for hit in study.found.hits:
            source(hit.passage.article_id)  # so that all that changed are counted
        return replace(answer, text=abstention(lang, searched, source.changed))


def read(reader: Reader, question: str, found: Found) -> tuple[Reading, ...]:
    """What each hit says about the question, in their order."""
    passages, titles = [hit.passage.text for hit in found.hits], [hit.title for hit in found.hits]
    return tuple(reader.read(asked_of(question, found.names, found.hits), passages, titles))
