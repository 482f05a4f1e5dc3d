"""Candidates verified: the sentence that would be quoted for each is read again, alone.

What is asked may be told nowhere, and the reader then points at something like it. Alone, beside nothing that a passage
says besides, a sentence that does not answer is told from one that does more surely (Hu et al. 2019, "Read + Verify",
arXiv:1808.05759, with the reader itself as the verifier); and nothing else is quoted as evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answer.candidates import Candidate
from rag.answer.enumeration import whole
from rag.answer.reader import Reader, Reading, Span
from rag.retrieve.names import Name, asked_of
from rag.types import DateMention

_MOST = 8
"""Sentences that are read again, those of the spans that are likeliest; what stands in others is left out."""
_SAME = 0.5
"""Share of the longer of two spans that both have, from which on they are the same answer."""


def verified(reader: Reader, question: str, names: Sequence[Name], found: Sequence[Candidate]) -> list[Candidate]:
    """The likeliest candidates, in their order, with what the reader says of the sentences that they stand in."""
    quoted: dict[tuple[str, tuple[int, int]], Candidate] = {}
    for one in sorted(found, key=lambda one: -one.answerable * one.share):
        if len(quoted) < _MOST:
            quoted.setdefault(_quote(one), one)
    likely = list(quoted.values())
    readings = reader.read(
        asked_of(question, names, [one.hit for one in likely]),
        [one.article.text[slice(*one.sentence)] for one in likely],
        [one.hit.title for one in likely],
    )
    by_quote = dict(zip(quoted, readings, strict=True))
    return [_with(one, by_quote[_quote(one)]) for one in found if _quote(one) in by_quote]


def _quote(candidate: Candidate) -> tuple[str, tuple[int, int]]:
    return candidate.article.id, candidate.sentence


def _with(candidate: Candidate, reading: Reading) -> Candidate:
    sentence = candidate.article.text[slice(*candidate.sentence)]
    if candidate.mention:
        parts = (reading.share(span) for span in reading.spans if _is_of_date(candidate, candidate.mention, span))
        same = min(sum(parts), 1.0)
    else:
        spans = (*reading.spans, *whole(reading.spans, sentence, candidate.article.lang))
        same = max((reading.share(span) for span in spans if _is_same(candidate, span)), default=0.0)
    return replace(candidate, alone=reading.answerable, alone_share=same)


def _is_of_date(candidate: Candidate, mention: DateMention, span: Span) -> bool:
    """Whether a span of the candidate's sentence is a part of its date."""
    start, end = candidate.sentence[0] + span.start, candidate.sentence[0] + span.end
    return start < max(candidate.end, mention.end) and min(candidate.start, mention.start) < end


def _is_same(candidate: Candidate, span: Span) -> bool:
    """Whether a span of the candidate's sentence is about what the candidate is."""
    start, end = candidate.sentence[0] + span.start, candidate.sentence[0] + span.end
    common = min(end, candidate.end) - max(start, candidate.start)
    return common >= _SAME * max(end - start, candidate.end - candidate.start)
