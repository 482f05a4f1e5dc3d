"""What an article says of time: the dates that it writes, as it means them."""

from __future__ import annotations

from dataclasses import replace

from rag.ingest.dateline import datelines
from rag.ingest.dates import read_dates
from rag.types import Article, DateMention, Dates


def with_dates(article: Article) -> Article:
    """The article with its dates read."""
    return replace(article, dates=_dates(article))


def dates_of(article: Article) -> tuple[DateMention, ...]:
    """The dates that an article writes, as it means them."""
    return _dates(article).mentions


def written_of(article: Article) -> tuple[tuple[int, int], ...]:
    """Where dates stand in an article, also those of which nothing tells the year."""
    return _dates(article).written


def datelines_of(article: Article) -> tuple[tuple[int, int], ...]:
    """Where an article says when it was written: of no event's date."""
    return _dates(article).datelines


def events_of(article: Article) -> tuple[DateMention, ...]:
    """The dates of events: those that do not say when the article was written."""
    lines = datelines_of(article)
    return tuple(m for m in dates_of(article) if not any(a < m.end and m.start < b for a, b in lines))


def names_year(year: int, article: Article, start: int, end: int) -> bool:
    """Whether a date between ``start`` and ``end`` names ``year`` itself: of others it is inferred."""
    within = (m for m in dates_of(article) if start <= m.start and m.end <= end)
    return any(m.value.year == year and not m.year_inferred for m in within)


def _dates(article: Article) -> Dates:
    if article.dates is not None:
        return article.dates
    mentions, written = read_dates(article.text, article.lang, article.published)
    lines = datelines(article.text, article.lang, article.published, mentions)
    return Dates(tuple(mentions), tuple(written), tuple(lines))
