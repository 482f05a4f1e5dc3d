"""Answers that are lists: what the reader finds item by item becomes the one stretch of text that has them all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rag.answer.reader import Span
from rag.ingest.dating import cldr
from rag.ingest.dating.names import around, fold

if TYPE_CHECKING:
    import regex

_PART = 0.25
"""Share of the best span's probability from which on another is an item beside it."""
_MORE = {
    # Words for "and" that CLDR's lists do without.
    **{"de": ("sowie",), "es": ("e",), "hi": ("तथा", "एवं", "व"), "id": ("serta",), "it": ("ed",), "tr": ("ile",)},
    **{"ja": ("と", "や", "および", "及び"), "ko": ("와", "과", "하고"), "zh": ("与", "與", "以及", "跟")},
}
_QUOTES = "\"'«»‹›“”„‘’「」『』《》"
_LISTED = 3
"""Items between which commas alone make a list."""


def whole(spans: Sequence[Span], text: str, lang: str) -> tuple[Span, ...]:
    """``spans`` of ``text``, best first, the best of them together with the items that are listed beside it.

    Items stand beside each other where nothing but commas and "and" (CLDR's, of the language ``lang``) part them; two
    with a comma between them are no list. The whole is as probable as any of its items being the answer.
    """
    if len(spans) < 2:
        return tuple(spans)
    between, folded = _between(lang), fold(text)
    floor = _PART * spans[0].probability
    items, rest, joined = [spans[0]], list(spans[1:]), False
    while True:
        start, end = min(item.start for item in items), max(item.end for item in items)
        gaps = ((item, between.fullmatch(folded, *_gap(start, end, item))) for item in rest)
        item, gap = next(((item, gap) for item, gap in gaps if gap and item.probability >= floor), (None, None))
        if item is None or gap is None:
            break
        items.append(item)
        rest.remove(item)
        joined = joined or gap["joined"] is not None
    if not joined and len(items) < _LISTED:
        return tuple(spans)
    return (Span(start, end, text[start:end], min(1.0, sum(item.probability for item in items))), *rest)


def _gap(start: int, end: int, item: Span) -> tuple[int, int]:
    """Where the text between a stretch and an item that does not overlap it begins and ends."""
    return (end, item.start) if end <= item.start else (item.end, start)


@cache
def _between(lang: str) -> regex.Pattern[str]:
    """What parts two items of a list; ``joined`` is what no sentence has between its clauses."""
    import regex

    primary = lang.split("-")[0]
    patterns = (p for table in cldr.language_tables(lang) for p in cldr.conjunctions(table, ("standard",)))
    words = {word for pattern in patterns for word in around(pattern)}.union(map(fold, _MORE.get(primary, ())))
    known = "|".join(map(regex.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
    quotes = f"[{regex.escape(_QUOTES)}]?"
    joined = rf"(?P<joined>[,،，;；]\s*(?:{known})|{known}|[、/&])"
    return regex.compile(rf"{quotes}\s*(?:{joined}|[,،，;；])\s*{quotes}", regex.IGNORECASE)
