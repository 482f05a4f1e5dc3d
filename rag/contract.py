"""Results as JSON, one object a line: what other programs build on."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from rag.types import Answer, Article, Citation, Hit

if TYPE_CHECKING:
    from rag.answer.timeline import Timeline
    from rag.index.records import Indexed
    from rag.index.sync import SyncReport


def dumps(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def answer_json(answer: Answer, question_id: str | int | None = None) -> dict[str, Any]:
    return {
        "id": question_id,
        "question": answer.question,
        "lang": answer.lang,
        "answer": answer.text,
        "short_answer": answer.short,
        "abstained": answer.abstained,
        "mode": answer.mode,
        "citations": [_citation_json(citation) for citation in answer.citations],
        "answer_date": _iso(answer.date),
        "answer_date_granularity": answer.granularity,
        "answer_year_inferred": answer.year_inferred,
        "seconds": round(answer.seconds, 3),
        "confidence": round(answer.confidence, 4),
    }


def _citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "n": citation.n,
        "article_id": citation.article_id,
        "title": citation.title,
        "source": citation.source,
        "published": _iso(citation.published),
        "lang": citation.lang,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }


def hits_json(question: str, hits: list[Hit], question_id: str | int | None = None) -> dict[str, Any]:
    return {
        "id": question_id,
        "question": question,
        "hits": [
            {
                "rank": hit.rank,
                "article_id": hit.passage.article_id,
                "passage_id": hit.passage.id,
                "score": round(hit.score, 6),
                "title": hit.title,
                "published": _iso(hit.published),
                "lang": hit.lang,
                "start": hit.passage.start,
                "end": hit.passage.end,
                "text": hit.passage.text,
                "copies": list(hit.copies),
            }
            for hit in hits
        ],
    }


def timeline_json(timeline: Timeline) -> dict[str, Any]:
    return {
        "subject": timeline.subject,
        "events": [
            {
                "date": event.date.isoformat(),
                "granularity": event.granularity,
                "inferred": event.inferred,
                "citations": [_citation_json(citation) for citation in event.citations],
            }
            for event in timeline.events
        ],
        "seconds": round(timeline.seconds, 3),
    }


def report_json(report: SyncReport) -> dict[str, Any]:
    return {
        "added": report.added,
        "changed": report.changed,
        "deleted": report.deleted,
        "unchanged": report.unchanged,
        "failed": [{"path": failure.path, "error": failure.error} for failure in report.failed],
        "passages": report.passages,
        "seconds": round(report.seconds, 2),
    }


def _head_json(article: Article | Indexed) -> dict[str, Any]:
    """What is known of an article besides its text."""
    return {
        "article_id": article.id,
        "title": article.title,
        "published": _iso(article.published),
        "source": article.source,
        "url": article.url,
        "author": article.author,
        "lang": article.lang,
        "inferred": sorted(article.inferred),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def indexed_json(article: Indexed) -> dict[str, Any]:
    return {
        **_head_json(article),
        "passages": article.passages,
        "indexed_at": article.indexed_at,
    }


def article_json(article: Article) -> dict[str, Any]:
    return {
        **_head_json(article),
        "sha256": article.sha256,
        "text": article.text,
    }
