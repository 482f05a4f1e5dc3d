"""What is put into the index of an article: its passages, with what each is found by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rag.index.sentence_vectors import packed
from rag.index.words import Words
from rag.ingest.article_dates import events_of, with_dates
from rag.ingest.sentences import sentences
from rag.types import Article, DateMention, Passage

if TYPE_CHECKING:
    import numpy as np

    from rag.index.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Entry:
    """An article with its passages; and of each a row of ``vectors`` (``[n, d]``), those of its ``sentences``, packed
    (:mod:`rag.index.sentence_vectors`), and its ``words``."""

    article: Article
    passages: Sequence[Passage]
    vectors: np.ndarray
    sentences: Sequence[bytes]
    words: Sequence[Words]


def entries(batch: Sequence[tuple[Article, Sequence[Passage]]], encoder: Encoder) -> list[Entry]:
    """Of articles with their passages. A large batch takes less time: texts of like length are encoded together, and
    what they share (a byline, a notice) once."""
    import numpy as np

    batch = [(with_dates(article), passages) for article, passages in batch]
    texts = list(dict.fromkeys(text for article, passages in batch for text in encoded(article, passages)))
    vectors = dict(zip(texts, encoder.encode(texts, "passage"), strict=True))
    words = iter(encoder.words([f"{article.title}\n{passage.text}" for article, own in batch for passage in own]))
    return [
        Entry(
            article,
            passages,
            np.stack([vectors[in_context(article, passage)] for passage in passages]),
            [packed(np.stack([vectors[text] for text in _sentences(article, passage)])) for passage in passages],
            [replace(next(words), events=days) for days in _days(passages, events_of(article))],
        )
        for article, passages in batch
    ]


def encoded(article: Article, passages: Sequence[Passage]) -> list[str]:
    """What the encoder is given of an article: its passages, each in its context, then the sentences of each, bare."""
    return [
        *(in_context(article, passage) for passage in passages),
        *(sentence for passage in passages for sentence in _sentences(article, passage)),
    ]


def in_context(article: Article, passage: Passage) -> str:
    """What the encoder sees of a passage: its article's title and date come before its text."""
    head = article.title
    if article.published:
        head = f"{head} ({article.published.isoformat()})"
    return f"{head}\n{passage.text}"


def _days(passages: Sequence[Passage], events: Sequence[DateMention]) -> list[tuple[tuple[int, int], ...]]:
    """Of each passage, first and last day of the events that it dates, as ordinals, each once."""
    return [
        tuple(
            sorted(
                {
                    (event.value.toordinal(), event.last.toordinal())
                    for event in events
                    if passage.start <= event.start and event.end <= passage.end
                }
            )
        )
        for passage in passages
    ]


def _sentences(article: Article, passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in sentences(passage.text, article.lang)]
