"""An answer without a chat model: the reader's span first, then the sentences it stands in, quoted exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rag.answer.candidates import Candidate, candidates
from rag.answer.citations import checked, cite
from rag.answer.reader import QuestionType, Reading
from rag.answer.support import Support
from rag.answer.time import render_date
from rag.retrieve.retriever import Found
from rag.types import Answer, Article, Citation

_MOST_CITATIONS = 3
_CLOSEST = 3
_RIVAL = 0.5
"""Share of the best candidate's probability from which on a later date is the last one."""
_RIVAL_NAMED = 0.75
"""Share of the names that its passage has, likewise."""


def compose(
    question: str,
    lang: str,
    question_type: QuestionType,
    found: Found,
    readings: Sequence[Reading],
    article: Callable[[str], Article | None],
    support: Support,
    threshold: float,
    latest: bool = False,
) -> Answer:
    """The answer that ``readings`` of the hits support, or an abstention.

    Args:
        article: the article as indexed, or None where its file has changed since (then it is not cited).
        support: how likely each candidate is the answer.
        threshold: least probability with which an answer is given.
        latest: the question asks for the last of several times.
    """
    abstention = Answer(question=question, lang=lang, text="", abstained=True, closest=found.hits[:_CLOSEST])
    top = max((hit.score for hit in found.hits), default=0.0)
    ranked = sorted(
        ((support(candidate, top), candidate) for candidate in candidates(question_type, found, readings, article)),
        key=lambda pair: (-pair[0], pair[1].article.id, pair[1].start),
    )
    if not ranked:
        return abstention
    confidence = ranked[0][0]
    abstention = replace(abstention, confidence=confidence)
    if confidence < threshold:
        return abstention
    likelihood, best = _latest(ranked) if latest else ranked[0]
    agreeing = [other for p, other in ranked if other is best or (p >= likelihood / 4 and _agrees(other, best))]
    lead = _lead(best, lang)
    citations = _citations(agreeing, lead, lang)
    if not citations:
        return abstention
    when = best.mention.value if best.mention and best.mention.granularity == "day" else None
    return Answer(
        question=question,
        lang=lang,
        text=_text(lead, citations),
        abstained=False,
        short=best.text,
        date=when,
        citations=citations,
        confidence=confidence,
    )


def lead_of(answer: Answer) -> str:
    """What an extractive answer claims, without its marks; "" of an abstention."""
    return answer.text.partition(f" {_marks(answer.citations)}\n")[0] if answer.citations else ""


def _latest(ranked: Sequence[tuple[float, Candidate]]) -> tuple[float, Candidate]:
    """Of the dates that have about as much support as the best candidate, and are about what the question names as much
    as it, the latest; of one time the most exact."""
    best = ranked[0]
    if best[1].mention is None:
        return best
    named = _RIVAL_NAMED * best[1].named_near
    rivals = [
        pair for pair in ranked if pair[1].mention and pair[0] >= _RIVAL * best[0] and pair[1].named_near >= named
    ]
    return max(rivals, key=lambda pair: (pair[1].mention.value, pair[0]))  # type: ignore[union-attr]


def _agrees(candidate: Candidate, best: Candidate) -> bool:
    if best.mention:
        same = candidate.mention is not None and candidate.mention.value == best.mention.value
        return same and candidate.mention.granularity == best.mention.granularity  # type: ignore[union-attr]
    return candidate.text.casefold() == best.text.casefold()


def _citations(candidates: Iterable[Candidate], lead: str, lang: str) -> tuple[Citation, ...]:
    """One an article, checked against what is said; numbered from 1 in the order of their support."""
    cited: dict[str, Citation] = {}
    for candidate in candidates:
        if candidate.article.id in cited or len(cited) == _MOST_CITATIONS:
            continue
        start, end = candidate.sentence
        citation = cite(candidate.article, start, end, len(cited) + 1)
        inside = start <= candidate.start and candidate.end <= end
        if inside and checked(lead, lang, citation, candidate.article):
            cited[candidate.article.id] = citation
    return tuple(cited.values())


def _lead(best: Candidate, lang: str) -> str:
    if best.mention:
        return render_date(best.mention.value, best.mention.granularity, lang)
    return best.text


def _text(lead: str, citations: Sequence[Citation]) -> str:
    """``lead [1][2]`` on the first line, then each quote on its own."""
    quotes = [f"“{' '.join(citation.quote.split())}” [{citation.n}]" for citation in citations]
    return "\n".join([f"{lead} {_marks(citations)}", *quotes])


def _marks(citations: Sequence[Citation]) -> str:
    return "".join(f"[{citation.n}]" for citation in citations)
