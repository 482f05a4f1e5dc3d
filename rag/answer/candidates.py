"""Spans of articles that may be the answer, with what speaks for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import regex

from rag.answer.enumeration import whole
from rag.answer.quotation import quotation, runs_on
from rag.answer.reader import QuestionType, Reading, Span
from rag.answer.relevance import leads
from rag.answer.time import mention_at
from rag.ingest.article_dates import datelines_of, dates_of, written_of
from rag.retrieve.names import Name, named
from rag.retrieve.retriever import Found
from rag.types import Article, DateMention, Hit

_SAID = {"day": 0.5, "month": 0.6}
"""Share of a span that makes it a date."""
_LIKELY = 0.02
"""Spans that the reader thinks less likely, given that the passage answers, are not looked at."""


_BESIDE = regex.compile(r"\W{0,2}(?:[^\W\d]{1,5}\W{1,2})?")
"""What stands between a day and a time of it: hardly more than a preposition."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of one article that may be the answer. Offsets are the article's."""

    article: Article
    hit: Hit
    start: int
    end: int
    sentence: tuple[int, int]
    """The whole sentences that the span touches: what is quoted."""
    answerable: float
    """Probability, by the reader, that the passage answers."""
    share: float
    """Probability, by the reader, that the answer is this span, given that the passage has it."""
    ahead: float
    """By how much its passage's log-odds of answering exceed those of the best passage of another article."""
    named_here: float
    """Share of what the question names, by weight, that the quoted sentence or the title names."""
    named_near: float
    """The same for the whole passage and the title."""
    mention: DateMention | None = None
    """For a question about a date: the date that the span means."""
    fits: bool = True
    """Whether it is the kind of thing that is asked for."""
    alone: float = 0.0
    """Probability, by the reader, that the quoted sentence answers, alone (:mod:`rag.answer.verification`) ..."""
    alone_share: float = 0.0
    """... and that the answer is this span, given that it does."""

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]


def candidates(
    question_type: QuestionType,
    found: Found,
    readings: Sequence[Reading],
    article: Callable[[str], Article | None],
) -> list[Candidate]:
    """Of every hit the reader's likely spans, in the hits' order.

    Args:
        readings: one a hit, in their order.
        article: the article as indexed, or None where its file has changed since (then it is not cited).
    """
    made = []
    for hit, reading, ahead in zip(found.hits, readings, leads(found.hits, readings), strict=True):
        source = article(hit.passage.article_id) if reading.spans else None
        if source is None or source.text[hit.passage.start : hit.passage.end] != hit.passage.text:
            continue
        near = named(found.names, f"{hit.title}\n{hit.passage.text}")
        begins = hit.passage.start
        reading = _only(reading, [s for s in reading.spans if not runs_on(source, begins + s.start, begins + s.end)])
        if question_type == "date":
            reading = _only(reading, _without_dateline(reading, source, begins))
            reading = replace(reading, spans=_by_date(reading.spans, source, begins))
        elif question_type == "other":
            reading = replace(reading, spans=whole(reading.spans, hit.passage.text, source.lang))
        for span in reading.spans:
            if span.probability >= _LIKELY * reading.answerable:
                made.append(_candidate(question_type, span, reading, hit, source, found.names, near, ahead))
    return made


def _candidate(
    question_type: QuestionType,
    span: Span,
    reading: Reading,
    hit: Hit,
    article: Article,
    names: Sequence[Name],
    near: float,
    ahead: float,
) -> Candidate:
    start, end = hit.passage.start + span.start, hit.passage.start + span.end
    mention, fits = None, True
    if question_type == "date":
        mention = _mention(article, start, end)
        fits = mention is not None or any(a < end and start < b for a, b in written_of(article))
        if not fits:
            mention = _day_around(article, start, end)
            fits = mention is not None
    else:
        mention = _said_by(article, start, end)
        kind = str.isnumeric if question_type == "number" else str.isalpha
        fits = any(map(kind, span.text))
    # A date is quoted whole, where a full stop within it ends a sentence ("19. Juni").
    first, last = (min(start, mention.start), max(end, mention.end)) if mention else (start, end)
    quoted = quotation(article, first, last)
    here = named(names, f"{hit.title}\n{article.text[quoted[0] : quoted[1]]}")
    share = min(reading.share(span), 1.0)  # parts of a date, each with some of the other's
    return Candidate(article, hit, start, end, quoted, reading.answerable, share, ahead, here, near, mention, fits)


def _day_around(article: Article, start: int, end: int) -> DateMention | None:
    """The day right beside a span that is a time of it ("Yesterday, at nine"), where the sentence tells no other."""
    first, last = quotation(article, start, end)
    within = [(a, b) for a, b in written_of(article) if first <= a and b <= last]
    beside = [
        mention
        for mention in dates_of(article)
        if (mention.start, mention.end) in within
        and _BESIDE.fullmatch(article.text, *sorted((mention.start, mention.end, start, end))[1:3])
    ]
    return beside[0] if len(within) == len(beside) == 1 and beside[0].granularity == "day" else None


def _said_by(article: Article, start: int, end: int) -> DateMention | None:
    """The day or month that makes up a span: that answers when, whatever kind of question it seemed to be."""
    for mention in dates_of(article):
        shared = min(end, mention.end) - max(start, mention.start)
        if shared > 0 and shared >= _SAID.get(mention.granularity, 2.0) * (end - start):
            return mention
    return None


def _without_dateline(reading: Reading, article: Article, begins: int) -> list[Span]:
    """The spans that are not when the article was written."""
    lines = datelines_of(article)
    return [s for s in reading.spans if not any(a < begins + s.end and begins + s.start < b for a, b in lines)]


def _by_date(spans: Sequence[Span], article: Article, begins: int) -> tuple[Span, ...]:
    """Spans that are parts of one date as one: the likeliest of them, with what all of them have; best first."""
    made: dict[DateMention | Span, Span] = {}
    for span in spans:
        one = _mention(article, begins + span.start, begins + span.end) or span
        known = made.get(one)
        made[one] = replace(known, probability=known.probability + span.probability) if known else span
    return tuple(sorted(made.values(), key=lambda span: -span.probability))


def _mention(article: Article, start: int, end: int) -> DateMention | None:
    """The date that a span overlaps."""
    return mention_at([m for m in dates_of(article) if m.start < end and start < m.end], start, end)


def _only(reading: Reading, spans: Sequence[Span]) -> Reading:
    """The reading with these of its spans, which share what the others had."""
    left, had = sum(s.probability for s in spans), sum(s.probability for s in reading.spans)
    if len(spans) == len(reading.spans) or not left:
        return replace(reading, spans=tuple(spans))
    return replace(reading, spans=tuple(replace(s, probability=s.probability * had / left) for s in spans))
