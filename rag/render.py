"""Answers, timelines, hits and articles as text for a terminal; what articles say can never steer it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rag.answer.time import render_date
from rag.types import Answer, Article, Citation, Hit

if TYPE_CHECKING:
    from rag.answer.timeline import Timeline
    from rag.index.records import Indexed
    from rag.index.sync import SyncReport

# Characters that reorder what stands around them: with them a quote could rewrite the line that it is shown in.
_BIDI = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))
_RTL = {"R", "AL", "AN"}
_ISOLATE, _END = "\u2068", "\u2069"


def plain(text: str) -> str:
    """``text`` without terminal control sequences and direction overrides; line breaks stay."""
    kept = (
        char
        for char in text.translate(_BIDI)
        if char == "\n" or unicodedata.category(char)[0] != "C" or char in "\u200c\u200d"
    )
    return "".join(kept)


def is_rtl(text: str) -> bool:
    """Whether the first strong character runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in _RTL:
            return True
        if direction == "L":
            return False
    return False


def isolated(text: str) -> str:
    """One line of foreign text, whose direction leaves the line around it alone."""
    line = " ".join(plain(text).split())
    return f"{_ISOLATE}{line}{_END}" if is_rtl(line) else line


class Style:
    """Terminal emphasis, or none where nobody sees it."""

    def __init__(self, colours: bool):
        self._colours = colours

    def _wrap(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colours else text

    def bold(self, text: str) -> str:
        return self._wrap("1", text)

    def dim(self, text: str) -> str:
        return self._wrap("2", text)

    def warn(self, text: str) -> str:
        return self._wrap("33", text)

    def error(self, text: str) -> str:
        return self._wrap("31", text)


def answer_text(answer: Answer, style: Style) -> str:
    """The lead, then each quote with where it comes from."""
    if answer.abstained:
        lines = [style.warn(plain(answer.text))]
        if answer.closest:
            lines += ["", style.dim("Closest, but no answer:")]
            lines += [style.dim(f"  {isolated(hit.title)}  ({about(hit)})") for hit in answer.closest]
        return "\n".join(lines)
    lead, *rest = map(plain, answer.paragraphs)
    lines = [_when(style.bold(lead), answer.year_inferred, style), *rest, ""]
    for citation in answer.citations:
        lines += _cited(citation, style)
    return "\n".join(lines)


def timeline_text(timeline: Timeline, style: Style) -> str:
    """Each date, then the quotes that tell of it."""
    if not timeline.events:
        return style.warn(plain(timeline.abstention))
    lines = []
    for event in timeline.events:
        when = style.bold(render_date(event.date, event.granularity, timeline.lang))
        lines += ["", _when(when, event.inferred, style)]
        for citation in event.citations:
            lines += _cited(citation, style)
    return "\n".join(lines[1:])


def _when(date: str, is_inferred: bool, style: Style) -> str:
    return f"{date}  {style.dim('year inferred')}" if is_inferred else date


def _cited(citation: Citation, style: Style) -> list[str]:
    return [
        f"[{citation.n}] {isolated(citation.quote)}",
        style.dim(f"    {isolated(citation.title)}  ({about(citation)})"),
        style.dim(f"    {citation.article_id}, characters {citation.start}-{citation.end}"),
    ]


def about(item: Citation | Hit | Article | Indexed) -> str:
    """Outlet, date (and whether it was inferred) and language, on one line."""
    if item.published:
        when = item.published.isoformat() + (", inferred" if "published" in item.inferred else "")
    else:
        when = "undated"
    return " · ".join(filter(None, (isolated(item.source or ""), when, item.lang)))


def hits_text(hits: list[Hit], style: Style) -> str:
    lines = []
    for hit in hits:
        lines.append(f"{hit.rank:>3}  {style.bold(isolated(hit.title))}  {style.dim(f'{hit.score:.3f}')}")
        lines.append(style.dim(f"     {about(hit)} · {hit.passage.article_id}"))
        lines.append(f"     {isolated(hit.passage.text)[:300]}")
        if hit.copies:
            lines.append(style.dim(f"     also in {', '.join(map(plain, hit.copies))}"))
    return "\n".join(lines) or "No passage passes the filters."


def report_text(report: SyncReport, style: Style) -> str:
    lines = [style.warn(f"Not indexed: {plain(failure.path)}: {plain(failure.error)}") for failure in report.failed]
    lines.append(
        f"{report.added} added, {report.changed} changed, {report.deleted} deleted, {report.unchanged} unchanged, "
        f"{len(report.failed)} failed; {report.passages} passages in the index ({report.seconds:.1f} s)"
    )
    return "\n".join(lines)


def article_text(article: Article, style: Style) -> str:
    head = [style.bold(isolated(article.title)), style.dim(f"{about(article)} · {article.id}")]
    if article.url:
        head.append(style.dim(plain(article.url)))
    return "\n".join([*head, "", plain(article.text)])


def list_text(articles: tuple[Indexed, ...], style: Style) -> str:
    return "\n".join(
        f"{article.id}  {style.dim(about(article))}\n    {isolated(article.title)}" for article in articles
    )
