"""What Chroma remembers of a passage or an article: ids and metadata, to and from the nouns of :mod:`rag.types`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rag.ingest.language import primary
from rag.types import Article, DateMention, Dates, Filters, Hit, Passage


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index knows of an article, without its text."""

    id: str
    sha256: str
    title: str
    lang: str
    published: date | None
    source: str | None
    url: str | None
    author: str | None
    inferred: frozenset[str]
    passages: int
    indexed_at: str
    """UTC, ISO 8601."""


def newest(articles: Iterable[Indexed]) -> date | None:
    """The latest publication date."""
    return max((article.published for article in articles if article.published), default=None)


def passage_id(article: Article, passage: Passage) -> str:
    # With the article's hash: the passages of an article's old and new text never share an id.
    return f"{article.id}@{article.sha256[:8]}:{passage.start}-{passage.end}"


def version(passage_id: str) -> str:
    """The beginning of the article's hash that a passage's id has."""
    return passage_id.rpartition("@")[2].partition(":")[0]


def article_of(passage_id: str) -> str:
    return passage_id.rpartition("@")[0]


def of_passage(article: Article, passage: Passage, events: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """``events``: first and last day of each event that the passage dates, as ordinals."""
    known = _shared(article) | {"article_id": article.id, "start": passage.start, "end": passage.end}
    if not events:
        return known
    first, last = (pick(day for days in events for day in days) for pick in (min, max))
    return known | {
        "events": ",".join(f"{begins}-{ends}" for begins, ends in events),
        "event_first": _number(date.fromordinal(first)),
        "event_last": _number(date.fromordinal(last)),
    }


def events(metadata: dict[str, Any]) -> tuple[tuple[int, int], ...]:
    """As :func:`of_passage` was given them."""
    pairs = (days.split("-") for days in metadata.get("events", "").split(",") if days)
    return tuple((int(first), int(last)) for first, last in pairs)


def _number(day: date) -> int:
    return int(day.strftime("%Y%m%d"))


def of_article(article: Article, passages: int, indexed_at: str) -> dict[str, Any]:
    known = _shared(article) | {"passages": passages, "indexed_at": indexed_at}
    return known | {"dates": _packed(article.dates)} if article.dates else known


def _packed(dates: Dates) -> str:
    mentions = [(m.start, m.end, m.value.isoformat(), m.granularity, m.year_inferred) for m in dates.mentions]
    return json.dumps([mentions, dates.written, dates.datelines], separators=(",", ":"))


def _unpacked(packed: str, text: str) -> Dates:
    mentions, written, datelines = json.loads(packed)
    return Dates(
        tuple(
            DateMention(start, end, text[start:end], date.fromisoformat(value), granularity, inferred)
            for start, end, value, granularity, inferred in mentions
        ),
        tuple(map(tuple, written)),
        tuple(map(tuple, datelines)),
    )


def _shared(article: Article) -> dict[str, Any]:
    return _known(
        {
            "title": article.title,
            "lang": article.lang,
            "language": primary(article.lang),
            "source": article.source,
            "url": article.url,
            "author": article.author,
            "inferred": ",".join(sorted(article.inferred)),
            "sha256": article.sha256,
            "day": _number(article.published) if article.published else None,
        }
    )


def _known(metadata: dict[str, Any]) -> dict[str, Any]:
    """Chroma takes no None."""
    return {key: value for key, value in metadata.items() if value is not None}


def _day(metadata: dict[str, Any]) -> date | None:
    return date.fromisoformat(str(metadata["day"]).zfill(8)) if "day" in metadata else None


def _inferred(metadata: dict[str, Any]) -> frozenset[str]:
    return frozenset(filter(None, metadata.get("inferred", "").split(",")))


def indexed(article_id: str, metadata: dict[str, Any]) -> Indexed:
    return Indexed(
        id=article_id,
        sha256=metadata["sha256"],
        title=metadata["title"],
        lang=metadata["lang"],
        published=_day(metadata),
        source=metadata.get("source"),
        url=metadata.get("url"),
        author=metadata.get("author"),
        inferred=_inferred(metadata),
        passages=metadata["passages"],
        indexed_at=metadata["indexed_at"],
    )


def article(article_id: str, metadata: dict[str, Any], text: str) -> Article:
    """As it was indexed."""
    known = indexed(article_id, metadata)
    return Article(
        id=article_id,
        sha256=known.sha256,
        text=text,
        title=known.title,
        lang=known.lang,
        published=known.published,
        source=known.source,
        url=known.url,
        author=known.author,
        inferred=known.inferred,
        dates=_unpacked(metadata["dates"], text) if "dates" in metadata else None,
    )


def hit(rank: int, score: float, text: str, metadata: dict[str, Any]) -> Hit:
    return Hit(
        rank=rank,
        score=score,
        passage=Passage(metadata["article_id"], metadata["start"], metadata["end"], text),
        title=metadata["title"],
        lang=metadata["lang"],
        published=_day(metadata),
        source=metadata.get("source"),
        url=metadata.get("url"),
        author=metadata.get("author"),
        inferred=_inferred(metadata),
        sha256=metadata["sha256"],
    )


def passes(article: Indexed, filters: Filters) -> bool:
    """What :func:`where` asks of Chroma of whole articles, of one that is known."""
    if filters.langs and primary(article.lang) not in {primary(lang) for lang in filters.langs}:
        return False
    if filters.sources and article.source not in filters.sources:
        return False
    day = article.published
    if filters.after and (day is None or day < filters.after):
        return False
    return not (filters.before and (day is None or day > filters.before))


def where(filters: Filters) -> dict[str, Any] | None:
    """For Chroma, which knows the first and the last event of a passage; :meth:`WordIndex.happened` knows each."""
    parts: list[dict[str, Any]] = []
    if filters.langs:
        parts.append({"language": {"$in": sorted({primary(lang) for lang in filters.langs})}})
    if filters.after:
        parts.append({"day": {"$gte": _number(filters.after)}})
    if filters.before:
        parts.append({"day": {"$lte": _number(filters.before)}})
    if filters.sources:
        parts.append({"source": {"$in": sorted(set(filters.sources))}})
    if filters.happened_after:
        parts.append({"event_last": {"$gte": _number(filters.happened_after)}})
    if filters.happened_before:
        parts.append({"event_first": {"$lte": _number(filters.happened_before)}})
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else {"$and": parts}
