"""Article -> Passages: whole sentences, together as long as the model can read, cut at paragraphs where possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rag.ingest.sentences import sentences
from rag.types import Article, Passage

__all__ = ["sentences", "split"]

CountTokens = Callable[[list[str]], list[int]]

_WORST_CUT = 0.3
"""Cost of cutting inside a paragraph, where a passage costs 1: one more passage is worth about three such cuts."""
_LONGEST_RUN = 64
"""Sentences in one passage; bounds the search where sentences count for nothing."""


class Unit(NamedTuple):
    """A sentence, or a part of one that is too long for a passage."""

    start: int
    end: int
    tokens: int
    opens_paragraph: bool


def split(article: Article, count_tokens: CountTokens, budget: int = 160) -> list[Passage]:
    """The passages of ``article``, in order: ``article.text[p.start:p.end] == p.text``.

    They do not overlap, and what lies between them is white space. Each counts at most ``budget`` tokens; only a
    single character may exceed it. ``count_tokens`` takes a batch of texts and is called a few times an article.
    """
    text = article.text
    units = _units(text, article.lang, count_tokens, budget)
    spans = [(units[first].start, units[last - 1].end) for first, last in _packed(units, budget)]
    spans = _fitting(text, spans, units, count_tokens, budget)
    return [Passage(article.id, start, end, text[start:end]) for start, end in spans]


def _units(text: str, lang: str, count_tokens: CountTokens, budget: int) -> list[Unit]:
    """Sentences with their token counts; one beyond ``budget`` is cut, as often as it takes, into parts within it."""
    spans = sentences(text, lang)
    counts = count_tokens([text[start:end] for start, end in spans]) if spans else []
    todo = list(zip(spans, counts, strict=True))
    done: list[tuple[tuple[int, int], int]] = []
    while todo:
        long = [item for item in todo if item[1] > budget and _divisible(text, item[0])]
        done += [item for item in todo if item not in long]
        parts = [part for span, tokens in long for part in _parts(text, span, -(-tokens * 10 // (budget * 9)))]
        counts = count_tokens([text[start:end] for start, end in parts]) if parts else []
        todo = list(zip(parts, counts, strict=True))
    done.sort()
    units: list[Unit] = []
    previous = 0
    for (start, end), tokens in done:
        units.append(Unit(start, end, tokens, "\n" in text[previous:start]))
        previous = end
    return units


def _divisible(text: str, span: tuple[int, int]) -> bool:
    return span[1] - span[0] > 1


def _parts(text: str, span: tuple[int, int], pieces: int) -> list[tuple[int, int]]:
    """``span`` in about ``pieces`` parts of like length, at the best place near each cut: after a clause's mark, at a
    space, between two graphemes; in this order."""
    start, end = span
    pieces = max(2, min(pieces, end - start))
    step = (end - start) / pieces
    bounds = [start]
    for number in range(1, pieces):
        ideal = start + round(number * step)
        if ideal > bounds[-1]:
            bounds.append(_best_cut(text, max(bounds[-1] + 1, round(ideal - 0.4 * step)), ideal, end))
    bounds.append(end)
    parts = []
    for first, last in pairwise(bounds):
        piece = text[first:last]
        if stripped := piece.strip():
            begin = first + len(piece) - len(piece.lstrip())
            parts.append((begin, begin + len(stripped)))
    return parts


def _best_cut(text: str, low: int, ideal: int, end: int) -> int:
    """A cut in ``low..ideal``, as far right as its kind allows, at least ``low`` and below ``end``."""
    clause, grapheme = _cuts()
    window = text[low : min(end, ideal + 1)]
    after_clause = [low + match.end() for match in clause.finditer(window) if low + match.end() <= ideal]
    if after_clause:
        return after_clause[-1]
    spaces = [low + offset for offset, char in enumerate(window) if char.isspace() and low + offset <= ideal]
    if spaces:
        return spaces[-1]
    # Graphemes are found from a little before, so that the first one seen is whole.
    begin = max(0, low - 40)
    between = [begin + match.start() for match in grapheme.finditer(text[begin : ideal + 40]) if match.start()]
    return max((cut for cut in between if low <= cut <= ideal), default=ideal)


@cache
def _cuts() -> tuple:
    import regex

    # A comma or colon between digits is part of a number or a time.
    clause = regex.compile(r"[,;:،؛၊、，；：…–—·፣፤](?![\p{Nd}\p{Pe}\p{Pf}\p{M}])[\"']?")
    return clause, regex.compile(r"\X")


def _packed(units: Sequence[Unit], budget: int) -> list[tuple[int, int]]:
    """Runs ``(first, last + 1)`` of units that fit ``budget``, at the least cost by dynamic programming.

    A passage costs 1, plus the square of the share of the budget that it leaves empty, plus a little if it begins
    inside a paragraph. So there are few, none is a mere tail, and paragraphs stay together where that costs nothing.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for last in range(1, len(units) + 1):
        options: list[tuple[float, int]] = []
        tokens = 0
        for first in range(last - 1, max(-1, last - 1 - _LONGEST_RUN), -1):
            tokens += units[first].tokens
            if tokens > budget and first < last - 1:
                break
            empty = max(0.0, 1 - tokens / budget)
            torn = 0.0 if first == 0 or units[first].opens_paragraph else _WORST_CUT
            options.append((best[first][0] + 1 + empty * empty + torn, first))
        best.append(min(options))
    runs: list[tuple[int, int]] = []
    last = len(units)
    while last:
        first = best[last][1]
        runs.append((first, last))
        last = first
    return runs[::-1]


def _fitting(
    text: str, spans: list[tuple[int, int]], units: Sequence[Unit], count_tokens: CountTokens, budget: int
) -> list[tuple[int, int]]:
    """``spans`` with those halved, at the end of a unit, that count more together than their units did alone."""
    ends = [unit.end for unit in units]
    starts = {unit.end: following.start for unit, following in pairwise(units)}
    fitting: list[tuple[int, int]] = []
    while spans:
        counts = count_tokens([text[start:end] for start, end in spans])
        again: list[tuple[int, int]] = []
        for (start, end), tokens in zip(spans, counts, strict=True):
            inner = [inside for inside in _between(ends, start, end) if inside < end]
            if tokens <= budget or not inner:
                fitting.append((start, end))
                continue
            middle = inner[len(inner) // 2]
            again += [(start, middle), (starts[middle], end)]
        spans = again
    return sorted(fitting)


def _between(ends: Sequence[int], start: int, end: int) -> Sequence[int]:
    from bisect import bisect_right

    return ends[bisect_right(ends, start) : bisect_right(ends, end)]
