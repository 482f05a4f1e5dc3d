"""How a PDF's lines make paragraphs: their order, their distance, the size of their letters."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median_low
from typing import Any, NamedTuple

from rag.ingest.prose import joint

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LTR = re.compile("[A-Za-z0-9\u00c0-\u058f\u0660-\u0669\u06f0-\u06f9\u0900-\ud7ff]")
_LARGER = 1.15
_LONGEST_HEADLINE = 250
_WIDE_GAP = 1.3


class Line(NamedTuple):
    """One line of print: its text, the height of its letters and its place on the page, growing upwards."""

    text: str
    size: float
    y: float


class _Fragment(NamedTuple):
    text: str
    x: float
    y: float
    size: float


def lines_of(page: Any) -> list[Line]:
    """The lines of a pypdf page that are not blank, in the order in which they are painted."""
    lines: list[Line] = []
    parts: list[_Fragment] = []

    def end_line() -> None:
        text = _in_reading_order(parts).strip()
        if text:
            first = next(part for part in parts if part.text.strip())
            lines.append(Line(text, first.size, first.y))
        parts.clear()

    def collect(text: str, cm: Any, tm: Any, _font: Any, size: Any) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(float(size or 0) * (tm[3] or tm[1]) * (cm[3] or cm[1]))
        first, *more = text.split("\n")
        if first:
            parts.append(_Fragment(first, x, y, height))
        for piece in more:
            end_line()
            if piece:
                parts.append(_Fragment(piece, x, y, height))

    page.extract_text(visitor_text=collect)
    end_line()
    return lines


def _in_reading_order(parts: list[_Fragment]) -> str:
    """The text of one line; if it is written from right to left, its fragments are turned around.

    Fragments (a run of Arabic, a number, a run of Arabic) come in the order in which they are painted, mostly from
    left to right; inside a fragment the letters are in reading order.
    """
    whole = "".join(part.text for part in parts)
    if len(parts) < 2 or len(_RTL.findall(whole)) <= len(_LTR.findall(whole)):
        return whole
    rising = sum(after.x > before.x for before, after in pairwise(parts))
    if rising * 2 < len(parts) - 1:
        return whole
    out: list[str] = []
    foreign: list[str] = []
    for text in (part.text for part in reversed(parts)):
        if _LTR.search(text) and not _RTL.search(text):
            # Runs of Latin or digits keep their order; the space painted on their right comes before them.
            stripped = text.strip()
            lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            foreign.insert(0, trail + stripped + lead)
            continue
        out += [*foreign, text]
        foreign = []
    return "".join([*out, *foreign])


def laid_out(pages: list[list[Line]]) -> tuple[str, str | None]:
    """The text of the pages, and their headline where the print shows one.

    Lines follow each other with ``\\n``; where the distance or the size of the letters changes, a blank line stands
    between them. Running heads and page numbers are left out, and words hyphenated at the end of a line are whole.
    """
    pages = _without_running_heads(pages)
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    gaps = [a.y - b.y for page in pages for a, b in pairwise(page) if _alike(a, b) and a.y > b.y]
    usual = median_low(gaps) if gaps else 0.0
    text = ""
    for page in pages:
        before: Line | None = None
        for line in page:
            text += _break(before, line, usual, body) + line.text if text else line.text
            before = line
    text = re.sub(r"(?<=[^\W\d_])(?:-|\u2010|\xad)\n(?=[^\W\d_])", _hyphen, text)
    return text, _headline(pages[0] if pages else [], body)


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.05 * max(one.size, other.size)


def _break(before: Line | None, line: Line, usual: float, body: float) -> str:
    if before is None:
        return "\n"  # a paragraph may go on over the page
    if not _alike(before, line):
        return "\n\n"
    if line.size > _LARGER * body:
        return joint(before.text, line.text)  # the lines of one headline
    return "\n\n" if usual and before.y - line.y > _WIDE_GAP * usual else "\n"


def _headline(page: list[Line], body: float) -> str | None:
    """The lines in the largest letters of the first page, if they are larger than the body's and together."""
    largest = max((line.size for line in page), default=0.0)
    if largest <= _LARGER * body:
        return None
    chosen = [number for number, line in enumerate(page) if line.size > 0.95 * largest]
    if chosen[-1] - chosen[0] != len(chosen) - 1:
        return None
    headline = ""
    for line in (page[number] for number in chosen):
        headline += (joint(headline, line.text) if headline else "") + line.text
    return headline if len(headline) <= _LONGEST_HEADLINE else None


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without the first and last lines that most of them share but for numbers."""
    edges = Counter(shape for page in pages if page for shape in {_shape(page[0]), _shape(page[-1])})
    repeated = {shape for shape, count in edges.items() if len(pages) > 1 and count >= max(2, 0.6 * len(pages))}
    kept = []
    for page in pages:
        first = 1 if page and _shape(page[0]) in repeated else 0
        last = len(page) - 1 if len(page) > first and _shape(page[-1]) in repeated else len(page)
        kept.append(page[first:last])
    return kept


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _hyphen(match: re.Match[str]) -> str:
    """A hyphen at the end of a line stays before a capital letter, which no syllable begins with."""
    following = match.string[match.end()]
    return "" if following.islower() else match[0][0]
