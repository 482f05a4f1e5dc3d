"""How long a question takes: finding passages for it, and answering it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from rag.answer.period import period_of
from rag.assistant import Assistant
from rag.evaluate.dataset import Question
from rag.evaluate.progress import Progress
from rag.evaluate.speed.comparison import Comparison
from rag.evaluate.speed.timing import interleaved
from rag.evaluate.systems import SYSTEMS
from rag.index.store import Store
from rag.ingest.dates import read_dates
from rag.retrieve.retriever import Found, Retriever
from rag.types import Article

_HITS = 20
_BASELINE = "as-is"
_VARIANTS = ("no-words", "no-names")
"""They come after the product: what it remembers of a question's names spares work to them, not to it."""


def retrieval(
    assistant: Assistant, warm: Sequence[Question], asked: Sequence[Question], progress: Progress
) -> Comparison:
    """Everything from the question's text to its hits: the nearest passages as Chroma gives them, the product, and the
    product with a part left out. ``warm`` are asked beforehand."""
    with assistant.library.reading() as store:
        systems = {name: _finding(name, store, assistant) for name in (_BASELINE, "rujukan", *_VARIANTS)}
        for question in warm:
            for find in systems.values():
                find(question)
        timings = interleaved(systems, asked, lambda done, total: progress("retrieving", done, total))
    return Comparison("retrieval, a question", timings)


def answering(
    assistant: Assistant, warm: Sequence[Question], asked: Sequence[Question], progress: Progress
) -> Comparison:
    """A whole answer beside the least that any reader of passages must do: find them as the baseline does, and put each
    through the network once; and reading the dates of all articles that are found, of which an answer reads some."""
    with assistant.library.reading() as store:
        retriever = SYSTEMS[_BASELINE](store, assistant.encoder)
        find = _finding("rujukan", store, assistant, assistant.settings.hits)
        sought = {question.id: _articles(find(question), store) for question in (*warm, *asked)}

        def embed(question: Question) -> None:
            found = retriever.retrieve(question.text, question.lang, assistant.settings.hits)
            assistant.encoder.encode([hit.passage.text for hit in found.hits], "passage")

        def date(question: Question) -> None:
            period_of(question.text, question.lang, datetime.date.today())
            for article in sought[question.id]:
                read_dates(article.text, article.lang, article.published)

        ways = {
            "as-is, and embed the hits": embed,
            "ask": lambda question: assistant.ask(question.text),
            "read the dates": date,
        }
        for question in warm:
            for way in ways.values():
                way(question)
        timings = interleaved(ways, asked, lambda done, total: progress("answering", done, total))
    return Comparison("answering, a question", timings)


def _articles(found: Found, store: Store) -> list[Article]:
    """Those that an answer is sought in."""
    ids = sorted({hit.passage.article_id for hit in found.hits})
    return [article for article_id in ids if (article := store.article(article_id))]


def _finding(name: str, store: Store, assistant: Assistant, hits: int = _HITS) -> Callable[[Question], Found]:
    retriever: Retriever = SYSTEMS[name](store, assistant.encoder)
    return lambda question: retriever.retrieve(question.text, question.lang, hits)
