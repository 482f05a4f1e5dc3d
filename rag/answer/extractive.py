"""An answer without a chat model: the reader's span first, then the sentences it stands in, quoted exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice

from rag.answer.candidates import Candidate
from rag.answer.citations import checked, cite
from rag.answer.occasions import Ranked, agrees, as_articles, disagreement, earliest, is_to_come, latest
from rag.answer.period import Period
from rag.answer.study import Study
from rag.answer.support import Support
from rag.answer.time import render_date
from rag.answer.wording import worded
from rag.answer.words import dated, words
from rag.ingest.article_dates import names_year
from rag.types import Answer, Article, Citation

_MOST_CITATIONS = 3
_CLOSEST = 3
_UNTIMELY = 0.3
"""Share that a date keeps outside of the time that the question names: that may belong to a name ("the 2020 Games")."""
_NAMED = 0.5
"""Share of the names that another candidate's passage has, of which a passage with less is about something else:
"arrived in Beijing", where Pyongyang is asked about ..."""
_UNNAMED = 0.5
"""... and what a candidate of it keeps of its probability."""
_ELSEWHERE = 0.25
"""What a candidate keeps where none names anything of the question, though the archive has most of that elsewhere."""
_KNOWN = 0.5
"""Share of the names that is most of them."""
_FITS = 0.5
"""Share of the best candidate's probability from which on one that fits is better."""
_AGREES = 0.25
"""Share of a candidate's probability from which on another that says the same is cited with it."""


def compose(
    study: Study,
    lang: str,
    article: Callable[[str], Article | None],
    support: Support,
    threshold: float,
    period: Period | None = None,
    newest: date | None = None,
) -> Answer:
    """The best of what was found to answer, or an abstention.

    Args:
        lang: the answer's language.
        article: the article as indexed, or None where its file has changed since (then it is not shown).
        support: how likely each candidate is the answer.
        threshold: least probability with which an answer is given.
        period: the time that the question names.
        newest: the latest day of publication in the archive: the last time is the last that is known of then.
    """
    abstention = partial(_abstention, study, lang, article)
    if study.is_for_latest:
        told = as_articles([one for one in study.candidates if not is_to_come(one, newest)])
        study = replace(study, candidates=tuple(told))
    ranked = _ranked(study, support, period)
    confidence = ranked[0][0] if ranked else 0.0
    if not ranked or confidence < threshold:
        return abstention(confidence)
    ranked = _fitting_first(ranked)
    without = study.without(ranked[0][1].article.id)
    ranked = _side_by_side(ranked, _ranked(without, support, period))
    is_for_latest = study.is_for_latest and (study.kind == "date" or ranked[0][1].mention is not None)
    if is_for_latest:
        occasions = latest(ranked)
    elif study.is_for_first:
        occasions = earliest(ranked)
    else:
        occasions = disagreement(ranked, threshold)
    best = occasions.best[1]
    agreeing = _agreeing(occasions.best, ranked)
    others = occasions.others if study.found.names else ()  # without names nothing tells an event from its like
    claims: list[tuple[str, tuple[Citation, ...]]] = []
    for said in (agreeing, *(_agreeing(pair, ranked) for pair in others)):
        lead = _lead(said[0], lang)
        citations = _citations(said, lead, lang, sum(len(cited) for _, cited in claims))
        if not citations and not claims:
            return abstention(confidence)
        if citations:
            claims.append((lead, citations))
    return Answer(
        question=study.question,
        lang=lang,
        text=_text(claims, lang, is_for_latest, newest),
        abstained=False,
        short=best.text,
        span=(best.start, best.end) if claims[0][1][0].article_id == best.article.id else None,
        date=best.mention.value if best.mention else None,
        granularity=best.mention.granularity if best.mention else None,
        year_inferred=(is_for_latest or len(claims) == 1)  # two dates that differ are told as they stand
        and _is_year_inferred(best, agreeing, claims[0][1]),
        citations=tuple(citation for _, citations in claims for citation in citations),
        confidence=confidence,
    )


def _ranked(study: Study, support: Support, period: Period | None) -> Ranked:
    """The candidates with their probability, best first."""
    scores = [hit.score for hit in study.found.hits]
    most = max((one.named_near for one in study.candidates), default=0.0)
    known = study.found.known
    return sorted(
        (
            (support(one, scores) * _timely(one, period) * _on_subject(one, most, known), one)
            for one in study.candidates
        ),
        key=lambda pair: (-pair[0], pair[1].article.id, pair[1].start),
    )


def _abstention(study: Study, lang: str, article: Callable[[str], Article | None], confidence: float) -> Answer:
    closest = tuple(islice((hit for hit in study.found.hits if article(hit.passage.article_id)), _CLOSEST))
    return Answer(study.question, lang, text="", abstained=True, closest=closest, confidence=confidence)


def _fitting_first(ranked: Ranked) -> Ranked:
    """The best of what is the kind of thing that is asked for first, if it has about as much support as the best."""
    for place, pair in enumerate(ranked):
        if pair[0] < _FITS * ranked[0][0]:
            break
        if pair[1].fits:
            return [pair, *ranked[:place], *ranked[place + 1 :]]
    return ranked


def _side_by_side(ranked: Ranked, elsewhere: Ranked) -> Ranked:
    """The best candidate first, then the others: those of its article as they are, and those of others as they would be
    if it were not there (``elsewhere``). Beside the best article everything else seems unlikely, which tells what is
    right, but not what else is."""
    home = ranked[0][1].article.id
    own = [pair for pair in ranked[1:] if pair[1].article.id == home]
    return [ranked[0], *sorted([*own, *elsewhere], key=lambda pair: -pair[0])]


def _timely(candidate: Candidate, period: Period | None) -> float:
    """What is left of a candidate's probability: less where it is of another time than the question names."""
    is_other = period is not None and candidate.mention is not None and not period.meets(candidate.mention)
    return _UNTIMELY if is_other else 1.0


def _on_subject(candidate: Candidate, most: float, known: float) -> float:
    """What is left of a candidate's probability: less where others, of which one has ``most``, name far more, or where
    none names anything, though the archive has a share ``known`` of the names."""
    if not most and known >= _KNOWN:
        return _ELSEWHERE
    return _UNNAMED if candidate.named_near < _NAMED * most else 1.0


def _agreeing(pair: tuple[float, Candidate], ranked: Ranked) -> list[Candidate]:
    return [pair[1], *(other for p, other in ranked if p >= _AGREES * pair[0] and agrees(other, pair[1]))]


def _citations(candidates: Iterable[Candidate], lead: str, lang: str, before: int) -> tuple[Citation, ...]:
    """One an article, checked against what is said; numbered in the order of their support, after ``before``."""
    cited: dict[str, Citation] = {}
    for candidate in candidates:
        if candidate.article.id in cited or len(cited) == _MOST_CITATIONS:
            continue
        start, end = candidate.sentence
        citation = cite(candidate.article, start, end, before + len(cited) + 1, lead)
        inside = start <= candidate.start and candidate.end <= end
        if inside and checked(lead, lang, citation, candidate.article):
            cited[candidate.article.id] = citation
    return tuple(cited.values())


def _is_year_inferred(best: Candidate, agreeing: Iterable[Candidate], citations: Sequence[Citation]) -> bool:
    """Whether none of the quotes that are cited for a date names its year."""
    cited = {(citation.article_id, citation.start) for citation in citations}
    quotes = [(one.article, *one.sentence) for one in agreeing if (one.article.id, one.sentence[0]) in cited]
    return best.mention is not None and not any(names_year(best.mention.value.year, *quote) for quote in quotes)


def _lead(best: Candidate, lang: str) -> str:
    if best.mention:
        return render_date(best.mention.value, best.mention.granularity, lang)
    return worded(best.text, best.article.lang, lang)


def _text(
    claims: Sequence[tuple[str, tuple[Citation, ...]]], lang: str, is_for_latest: bool, newest: date | None
) -> str:
    """``lead [1][2]`` on the first line, what else is to be said of time, then each quote on its own."""
    said = [f"{lead} {_marks(citations)}" for lead, citations in claims]
    lines, others = said[:1], "; ".join(said[1:])
    if others and is_for_latest:
        lines.append(words(lang).before.format(dates=others))
    elif others:
        lines = ["; ".join(said), words(lang).differ]
    if is_for_latest and newest:
        lines.append(dated(words(lang).as_of, newest, lang))
    quotes = [f"“{' '.join(citation.quote.split())}” [{citation.n}]" for _, cited in claims for citation in cited]
    return "\n".join([*lines, *quotes])


def _marks(citations: Sequence[Citation]) -> str:
    return "".join(f"[{citation.n}]" for citation in citations)
