"""Candidates verified: the sentence that would be quoted for each is read again, alone.

What is asked may be told nowhere, and the reader then points at something like it. Alone, beside nothing that a passage
says besides, a sentence that does not answer is told from one that does more surely (Hu et al. 2019, "Read + Verify",
arXiv:1808.05759, with the reader itself as the verifier); and nothing else is quoted as evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answer.candidates import Candidate
from rag.answer.reader import Reader, Reading
from rag.retrieve.names import Name, respelled

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
    readings = reader.read(
        [respelled(question, names, f"{one.hit.title}\n{one.hit.passage.text}") for one in quoted.values()],
        [one.article.text[slice(*one.sentence)] for one in quoted.values()],
        [one.hit.title for one in quoted.values()],
    )
    by_quote = dict(zip(quoted, readings, strict=True))
    return [_with(one, by_quote[_quote(one)]) for one in found if _quote(one) in by_quote]


def _quote(candidate: Candidate) -> tuple[str, tuple[int, int]]:
    return candidate.article.id, candidate.sentence


def _with(candidate: Candidate, reading: Reading) -> Candidate:
    begins = candidate.sentence[0]
    same = [span for span in reading.spans if _is_same(candidate, begins + span.start, begins + span.end)]
    likely = max((span.probability for span in same), default=0.0)
    return replace(candidate, alone=reading.answerable, alone_share=likely / max(reading.answerable, 1e-9))


def _is_same(candidate: Candidate, start: int, end: int) -> bool:
    common = min(end, candidate.end) - max(start, candidate.start)
    return common >= _SAME * max(end - start, candidate.end - candidate.start)
