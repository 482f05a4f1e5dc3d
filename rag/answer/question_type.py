"""What kind of thing a question asks for: its own words tell and, where they leave it open, what seems to answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rag.answer.reader import QuestionType, Reading
from rag.ingest.article_dates import datelines_of, dates_of, written_of
from rag.ingest.prose import columns
from rag.retrieve.retriever import Found
from rag.types import Article

_OPEN = 0.2
"""Probability of a question for a date from which on it may be one though another kind is likelier."""
_TIME = 40
"""Columns that a day takes with a time of it ("yesterday at around noon"): more than these tell more than when."""


def type_of(
    likely: Mapping[QuestionType, float],
    found: Found,
    readings: Sequence[Reading],
    article: Callable[[str], Article | None],
) -> QuestionType:
    """The likeliest kind; or a date, if that is likely enough and the likeliest span of all hits has one.

    Args:
        likely: the probability of each kind, by the question alone.
        readings: one a hit, in their order.
        article: the article as indexed, or None where its file has changed since.
    """
    told = max(likely, key=lambda kind: likely[kind])
    if told == "date" or likely["date"] < _OPEN:
        return told
    spans = [(span, hit) for hit, reading in zip(found.hits, readings, strict=True) for span in reading.spans]
    span, hit = max(spans, key=lambda pair: pair[0].probability, default=(None, None))
    source = article(hit.passage.article_id) if hit else None
    if span is None or hit is None or source is None or columns(span.text) > _TIME:
        return told
    start, end = hit.passage.start + span.start, hit.passage.start + span.end
    return "date" if any(first < end and start < last for first, last in _times(source)) else told


def _times(article: Article) -> set[tuple[int, int]]:
    """Where an article tells of days and months, but for its datelines: a year alone is often part of a name."""
    mentions = {(mention.start, mention.end): mention.granularity for mention in dates_of(article)}
    spans = {*mentions, *written_of(article)}.difference(datelines_of(article))
    return {span for span in spans if mentions.get(span) != "year"}
