"""Answers that are lists: what the reader finds item by item becomes the one stretch of text that has them all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rag.answer.reader import Span
from rag.ingest.dating.names import calendar_names

if TYPE_CHECKING:
    import regex

_PART = 0.25
"""Share of the best span's probability from which on another is an item beside it."""

_MORE = {"ja": ("と", "や", "および", "及び"), "ko": ("와", "과", "하고")}
"""Words for "and" that CLDR's lists do without."""


def whole(spans: Sequence[Span], text: str, lang: str) -> tuple[Span, ...]:
    """``spans`` of ``text``, best first, the best of them together with the items that are listed beside it.

    Items stand beside each other where nothing but commas and "and" (CLDR's, of the language ``lang``) part them. The
    whole is as probable as any of its items being the answer.
    """
    if len(spans) < 2:
        return tuple(spans)
    best, rest = spans[0], list(spans[1:])
    floor = _PART * best.probability
    while item := next((s for s in rest if s.probability >= floor and _beside(best, s, text, lang)), None):
        start, end = min(best.start, item.start), max(best.end, item.end)
        best = Span(start, end, text[start:end], best.probability + item.probability)
        rest.remove(item)
    return (best, *rest)


def _beside(one: Span, other: Span, text: str, lang: str) -> bool:
    first, last = sorted((one, other), key=lambda span: span.start)
    return first.end <= last.start and _between(lang).fullmatch(text, first.end, last.start) is not None


@cache
def _between(lang: str) -> regex.Pattern[str]:
    import regex

    known = calendar_names(lang).conjunctions.union(_MORE.get(lang.split("-")[0], ()))
    words = sorted(known, key=lambda word: (-len(word), word))
    joined = "|".join(map(regex.escape, words)) or "(?!)"
    return regex.compile(rf"\s*(?:[,،、，;；/&]\s*(?:{joined})?|{joined})\s*", regex.IGNORECASE)
