"""All that an answer is made of: a question, what was found for it, and what the reader makes of that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rag.answer.candidates import Candidate
from rag.answer.reader import QuestionType, Reading
from rag.answer.relevance import leads
from rag.retrieve.retriever import Found
from rag.types import Filters


@dataclass(frozen=True, slots=True)
class Study:
    question: str
    lang: str
    """The question's."""
    kind: QuestionType
    is_for_latest: bool
    """Whether it asks for the last of several times ..."""
    is_for_first: bool
    """... or for the first."""
    found: Found
    readings: tuple[Reading, ...]
    """One a hit, in their order."""
    candidates: tuple[Candidate, ...]
    """What may be the answer, from the hits."""
    filters: Filters = Filters()
    """What the articles and passages that were searched had to pass."""

    def without(self, article_id: str) -> Study:
        """The same as if an article were not there: neither its hits nor what the others look like beside them."""
        told = zip(self.found.hits, self.readings, strict=True)
        rest = [pair for pair in told if pair[0].passage.article_id != article_id]
        hits, readings = tuple(hit for hit, _ in rest), tuple(reading for _, reading in rest)
        ahead = dict(zip((hit.passage.id for hit in hits), leads(hits, readings), strict=True))
        others = (one for one in self.candidates if one.article.id != article_id)
        candidates = tuple(replace(one, ahead=ahead[one.hit.passage.id]) for one in others)
        return replace(self, found=replace(self.found, hits=hits), readings=readings, candidates=candidates)
