"""An answer without a chat model: the reader's span first, then the sentences it stands in, quoted exactly."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answer.citations import cite, holds
from rag.answer.reader import QuestionType, Reading, Span
from rag.answer.time import mention_at, render_date
from rag.ingest.dates import find_dates
from rag.ingest.sentences import sentences
from rag.types import Answer, Article, Citation, DateMention, Hit

_MOST_CITATIONS = 3
_CLOSEST = 3
_RETRIEVAL_WEIGHT = 40.0
_READER_WEIGHT = 0.3
_UNDATED = 0.5  # a span that means no date is half as likely to say when


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of one article that may be the answer. Offsets are the article's."""

    article: Article
    hit: Hit
    start: int
    end: int
    sentence: tuple[int, int]
    """The whole sentences that the span touches: what is quoted."""
    probability: float
    mention: DateMention | None
    """For a question about a date: the date that the span means."""

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]


def compose(
    question: str,
    lang: str,
    question_type: QuestionType,
    hits: Sequence[Hit],
    readings: Sequence[Reading],
    article: Callable[[str], Article | None],
    threshold: float,
) -> Answer:
    """The answer that ``readings`` of ``hits`` support, or an abstention.

    Args:
        article: the article as indexed, or None where its file has changed since (then it is not cited).
        threshold: least probability, by the reader, with which an answer is given.
    """
    candidates = _candidates(question_type, hits, readings, article, threshold)
    best = next((candidate for candidate in candidates if candidate.probability >= threshold), None)
    if best is None:
        return Answer(question=question, lang=lang, text="", abstained=True, closest=tuple(hits[:_CLOSEST]))
    agreeing = [candidate for candidate in candidates if candidate is best or _agrees(candidate, best)]
    citations = _citations(agreeing)
    if not citations:
        return Answer(question=question, lang=lang, text="", abstained=True, closest=tuple(hits[:_CLOSEST]))
    when = best.mention.value if best.mention and best.mention.granularity == "day" else None
    return Answer(
        question=question,
        lang=lang,
        text=_text(_lead(best, lang), citations),
        abstained=False,
        short=best.text,
        date=when,
        citations=citations,
    )


def _candidates(
    question_type: QuestionType,
    hits: Sequence[Hit],
    readings: Sequence[Reading],
    article: Callable[[str], Article | None],
    threshold: float,
) -> list[Candidate]:
    """Best first. Spans far below the threshold are not looked at: they cost an article's look-up each."""
    spans = [
        (span, hit)
        for hit, reading in zip(hits, readings, strict=True)
        for span in reading.spans
        if span.probability >= threshold / 4
    ]
    found = []
    for span, hit in spans:
        source = article(hit.passage.article_id)
        if source is None or source.text[hit.passage.start : hit.passage.end] != hit.passage.text:
            continue
        found.append(_candidate(question_type, span, hit, source))
    return sorted(found, key=lambda candidate: (-_support(candidate), candidate.article.id, candidate.start))


def _support(candidate: Candidate) -> float:
    """Retrieval and reader together: the reader alone prefers passages in the question's own language.

    The weights are a round choice on the shipped archive's questions, where they found the right article for 0.53 of
    them, against 0.39 by the reader's probability alone.
    """
    odds = candidate.probability / max(1 - candidate.probability, 1e-6)
    return _RETRIEVAL_WEIGHT * candidate.hit.score + _READER_WEIGHT * math.log(max(odds, 1e-6))


def _candidate(question_type: QuestionType, span: Span, hit: Hit, article: Article) -> Candidate:
    start, end = hit.passage.start + span.start, hit.passage.start + span.end
    quoted = _sentence(article, start, end)
    mention, probability = None, span.probability
    if question_type == "date":
        mention = mention_at([m for m in _mentions(article) if quoted[0] <= m.start and m.end <= quoted[1]], start, end)
        if mention is None:
            probability *= _UNDATED
    return Candidate(article, hit, start, end, quoted, probability, mention)


@lru_cache(maxsize=64)
def _mentions(article: Article) -> tuple[DateMention, ...]:
    return tuple(find_dates(article.text, article.lang, article.published))


def _agrees(candidate: Candidate, best: Candidate) -> bool:
    if candidate.probability < best.probability / 4:
        return False
    if best.mention:
        same = candidate.mention is not None and candidate.mention.value == best.mention.value
        return same and candidate.mention.granularity == best.mention.granularity  # type: ignore[union-attr]
    return candidate.text.casefold() == best.text.casefold()


def _citations(candidates: Iterable[Candidate]) -> tuple[Citation, ...]:
    """One an article, checked; numbered from 1 in the order of their support."""
    cited: dict[str, Citation] = {}
    for candidate in candidates:
        if candidate.article.id in cited or len(cited) == _MOST_CITATIONS:
            continue
        start, end = candidate.sentence
        citation = cite(candidate.article, start, end, len(cited) + 1)
        if holds(citation, candidate.article) and start <= candidate.start and candidate.end <= end:
            cited[candidate.article.id] = citation
    return tuple(cited.values())


def _sentence(article: Article, start: int, end: int) -> tuple[int, int]:
    """The whole sentences that ``start:end`` touches."""
    touched = [span for span in sentences(article.text, article.lang) if span[0] < end and start < span[1]]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def _lead(best: Candidate, lang: str) -> str:
    if best.mention:
        return render_date(best.mention.value, best.mention.granularity, lang)
    return best.text


def _text(lead: str, citations: Sequence[Citation]) -> str:
    """``lead [1][2]`` on the first line, then each quote on its own."""
    marks = "".join(f"[{citation.n}]" for citation in citations)
    quotes = [f"“{' '.join(citation.quote.split())}” [{citation.n}]" for citation in citations]
    return "\n".join([f"{lead} {marks}", *quotes])
